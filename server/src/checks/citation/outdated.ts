import type { Citations } from '../../citations/citations.js';
import { innermostUnit, UNITS, type Target } from '../../citations/coordinates.js';
import { targetOf } from '../../citations/provisions.js';
import type { RegulationDocument } from '../../library/document.js';
import { newerVersion, versionName } from '../../library/versions.js';
import { formatNumeral } from '../../syntax/numerals.js';
import { isAmending } from '../amending.js';
import type { Check, Finding, Fix, Message } from '../check.js';
import { citedProvision, CitedList, writes, type Cited, type Listed } from './citedVersions.js';
import { nameOf } from './dangling.js';
import { namesOf } from './whatExists.js';
import { rewriting } from './writtenCoordinates.js';

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
    let list = new CitedList(document.characters);
    for (const mention of citations.mentions) {
      const cited = citedProvision(context, mention);
      if (list.citations.length > 0 && !(cited && list.isContinuedBy(cited))) {
        yield* findingsIn(list, document, citations);
        list = new CitedList(document.characters);
      }
      // A list begins with the first citation that is outdated: what it does not write it has from elsewhere.
      if (cited && (list.citations.length > 0 || cited.changed.length > 0)) list.add(cited);
    }
    yield* findingsIn(list, document, citations);
  },
};

function* findingsIn(
  { citations: list }: CitedList,
  document: RegulationDocument,
  citations: Citations,
): Iterable<Finding> {
  for (const listed of list) {
    const { mention, version, later, to, changed } = listed.cited;
    // What is right again as soon as the citation before is mended is reported there.
    if (changed.every((unit) => listed.inherited.has(unit))) continue;
    const edits = editsOf(listed, list.length === 1);
    const node = to.target && later.provisions.find(to.target);
    yield {
      span: { start: mention.start, end: mention.end },
      message: messageOf(listed.cited, nameOf(document, version, citations)),
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

/**
 * The edits that make the citation lead to the same text; undefined where the numbers alone cannot.
 *
 * @param isAlone whether no other citation takes anything over from this one
 */
function editsOf({ cited, written, inherited, isMisleading }: Listed, isAlone: boolean): Fix['edits'] | undefined {
  const { from, to, later, mention, changed } = cited;
  const { state, target } = to;
  if (state !== 'same' || !target || isMisleading) return undefined;
  if (!changed.every((unit) => inherited.has(unit) || writes(written, unit))) return undefined;
  const edits = rewriting(written, target);
  if (!edits) return undefined;
  // An article that is now a paragraph of another one: 第九条 becomes 第十条第二款.
  if (target.paragraph !== undefined && innermostUnit(from) === 'article') {
    if (!isAlone || written.at(-1)?.text.endsWith('条') !== true) return undefined;
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

/** It names both versions: a drafter who has brought the citation up to date already sees that the text's date has not. */
function messageOf({ from, to, version, later }: Cited, instrument: string): Message {
  const [before, newest] = [versionName(version), versionName(later)];
  const old = labelOf(from);
  const zh = `${instrument}${old.zh}（${before?.zh ?? ''}）在最新文本（${newest?.zh ?? ''}）中`;
  const en = `${old.en} of ${instrument} (${before?.en ?? ''})`;
  const inNewest = `in the newest text (${newest?.en ?? ''})`;
  const now = to.target && labelOf(to.target);
  if (!now || to.state === 'gone') {
    const article = labelOf({ article: from.article });
    const moved = now && now.zh !== article.zh;
    return {
      zh: `${zh}已经删去或者改写${moved ? `，${article.zh}现为${now.zh}` : ''}。`,
      en: `${en} is deleted or rewritten ${inNewest}${moved ? `, where ${article.en} is now ${now.en}` : ''}.`,
    };
  }
  const isChanged = to.state === 'changed';
  return {
    zh: `${zh}是${now.zh}${isChanged ? '，内容有改动' : ''}。`,
    en: `${en} is ${now.en} ${inNewest}${isChanged ? ', with other words' : ''}.`,
  };
}

function labelOf(target: Target): Message {
  return namesOf(
    target,
    UNITS.filter((unit) => target[unit] !== undefined),
  );
}
