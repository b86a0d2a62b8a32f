import type { Citations } from '../../citations/citations.js';
import { innermostUnit, UNITS, type Target, type Unit } from '../../citations/coordinates.js';
import { targetOf } from '../../citations/provisions.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import { successorOf, type Successor } from '../../library/succession.js';
import { newerVersion, versionName } from '../../library/versions.js';
import { formatNumeral } from '../../syntax/numerals.js';
import { isAmending } from '../amending.js';
import type { Check, CheckContext, Finding, Fix, Message } from '../check.js';
import { nameOf } from './dangling.js';
import { namesOf } from './whatExists.js';
import { rewriting, writtenCoordinates, type WrittenCoordinate } from './writtenCoordinates.js';

/**
 * 《慈善法》第二十六条 in a text of 2018: since the law was amended in 2023 that is 第二十七条.
 *
 * It is reported only where the dates prove it: the text is older than the newest version at hand and cites the one of its
 * own time. What a draft without a date cites may be the old number or the new one, and no text tells which. A provision
 * that was amended under its old number is cited as rightly as before.
 *
 * An enacted text is not wrong because a law that it cites was amended later, hence no warning; of a text that has a newer
 * version itself nothing is said, for nobody will mend it.
 */
export const outdated: Check = {
  code: 'citation/outdated',
  severity: 'information',
  description: {
    zh: '所引法律、法规修改后，引用的条、款、项随之改变序号。',
    en: 'A citation follows its provision when a newer version of the instrument renumbers it.',
  },
  *run(context): Iterable<Finding> {
    const { document, library } = context;
    if (document.date === undefined || isAmending(document.title) || newerVersion(library, document)) return;
    const citations = library.citationsOf(document);
    let list: Cited[] = [];
    for (const mention of citations.mentions) {
      const cited = citedProvision(context, mention);
      // What a citation does not write it takes over from the one before.
      const isContinued = cited && !writes(cited, 'article') && list.at(-1)?.later === cited.later;
      if (!isContinued) {
        yield* findingsIn(list, document, citations);
        list = [];
      }
      if (cited) list.push(cited);
    }
    yield* findingsIn(list, document, citations);
  },
};

/** A citation of a version that is no longer the newest. */
interface Cited {
  readonly mention: Mention;
  readonly version: RegulationDocument;
  readonly later: RegulationDocument;
  readonly from: Target;
  readonly to: Successor;
  readonly written: readonly WrittenCoordinate[];
}

function citedProvision({ document, library }: CheckContext, mention: Mention): Cited | undefined {
  // 前两款 of another instrument is too rare to be followed paragraph by paragraph.
  const [from, second] = mention.targets;
  if (mention.doc === 'self' || !from || second) return undefined;
  const resolution = library.resolve(document, mention);
  const version = resolution.state === 'found' ? resolution.places[0]?.document : undefined;
  if (!version || version === document) return undefined;
  const later = newerVersion(library, version);
  if (!later || !isOfItsTime(document, version)) return undefined;
  const to = successorOf(version, later, from);
  return to && { mention, version, later, from, to, written: writtenCoordinates(document.text, mention) };
}

/** Where all versions at hand are later than the text, the one that it meant is not among them. */
function isOfItsTime({ date = '' }: RegulationDocument, version: RegulationDocument): boolean {
  return version.date !== undefined && version.date <= (date.length === 4 ? `${date}-12-31` : date);
}

/** @param list citations of one instrument, each of which may take coordinates over from those before it */
function* findingsIn(list: readonly Cited[], document: RegulationDocument, citations: Citations): Iterable<Finding> {
  for (const [index, cited] of list.entries()) {
    const { mention, version, later, from, to } = cited;
    const changed = UNITS.filter((unit) => from[unit] !== undefined && from[unit] !== to.target?.[unit]);
    const isInherited = (unit: Unit): boolean => {
      const writer = writes(cited, unit) ? undefined : list.slice(0, index).findLast((each) => writes(each, unit));
      return writer !== undefined && writer.from[unit] === from[unit] && writer.to.target?.[unit] === to.target?.[unit];
    };
    // What is right again as soon as the citation before is mended is reported there.
    if (changed.every(isInherited)) continue;
    const isWritten = changed.every((unit) => writes(cited, unit) || isInherited(unit));
    const edits = to.state === 'same' && isWritten && !misleads(list, index) ? editsOf(list, index) : undefined;
    const node = to.target && later.provisions.find(to.target);
    yield {
      span: { start: mention.start, end: mention.end },
      message: messageOf(cited, nameOf(document, version, citations)),
      related: node && [
        {
          uri: later.uri,
          span: node.selectionRange,
          message: { zh: '最新文本中的条文', en: 'The provision in the newest text' },
        },
      ],
      fixes: edits && to.target && [fixOf(to.target, edits)],
    };
  }
}

function writes({ written }: Cited, unit: Unit): boolean {
  return written.some((coordinate) => coordinate.unit === unit);
}

/** Whether a coordinate that a later citation takes over from this one would be wrong for it after the fix. */
function misleads(list: readonly Cited[], index: number): boolean {
  const own = list[index];
  return (own?.written ?? []).some(({ unit }) => {
    for (const later of list.slice(index + 1)) {
      if (writes(later, unit)) return false;
      if (later.from[unit] !== undefined && later.to.target?.[unit] !== own?.to.target?.[unit]) return true;
    }
    return false;
  });
}

/** The edits that make the citation lead to the same text; undefined where the numbers alone cannot. */
function editsOf(list: readonly Cited[], index: number): Fix['edits'] | undefined {
  const cited = list[index];
  const target = cited?.to.target;
  if (!cited || !target) return undefined;
  const { from, later, written, mention } = cited;
  const edits = rewriting(written, target);
  if (!edits) return undefined;
  // An article that is now a paragraph of another one: 第九条 becomes 第十条第二款.
  if (target.paragraph !== undefined && innermostUnit(from) === 'article') {
    if (list.length > 1 || written.at(-1)?.text.endsWith('条') !== true) return undefined;
    const newText = `第${formatNumeral(target.paragraph)}款`;
    return [...edits, { span: { start: mention.end, end: mention.end }, newText }];
  }
  // An item that is cited without its paragraph must be found so in the newest text too.
  const units = UNITS.filter((unit) => from[unit] !== undefined);
  const found = later.provisions.find(Object.fromEntries(units.map((unit) => [unit, target[unit]])));
  return found && JSON.stringify(targetOf(found)) === JSON.stringify(target) ? edits : undefined;
}

function fixOf(target: Target, edits: Fix['edits']): Fix {
  const { zh, en } = labelOf(target);
  return { title: { zh: `改为${zh}`, en: `Change to ${en}` }, edits };
}

function messageOf({ from, to, later }: Cited, instrument: string): Message {
  const version = versionName(later);
  const zhText = `${instrument}的最新文本${version ? `（${version.zh}）` : ''}`;
  const enText = `the newest text of ${instrument}${version ? ` (${version.en})` : ''}`;
  const old = labelOf(from);
  const now = to.target && labelOf(to.target);
  if (!now || to.state === 'gone') {
    const article = to.target && labelOf({ article: from.article });
    const rest = article && now && article.zh !== now.zh;
    return {
      zh: `${old.zh}在${zhText}中已经删去或者改写${rest ? `，${article.zh}现为${now.zh}` : ''}。`,
      en: `${old.en} is deleted or rewritten in ${enText}${rest ? `; ${article.en} is now ${now.en}` : ''}.`,
    };
  }
  const isChanged = to.state === 'changed';
  return {
    zh: `${old.zh}在${zhText}中是${now.zh}${isChanged ? '，内容有改动' : ''}。`,
    en: `${old.en} is ${now.en} in ${enText}${isChanged ? ', with other words' : ''}.`,
  };
}

function labelOf(target: Target): Message {
  return namesOf(
    target,
    UNITS.filter((unit) => target[unit] !== undefined),
  );
}
