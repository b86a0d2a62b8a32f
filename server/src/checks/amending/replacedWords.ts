import { NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { isAmending } from '../amending.js';
import type { Check, CheckContext, Finding, Message } from '../check.js';

/** 将第三条中的“甲”修改为“乙”, where 第三条 of the amended text has no 甲. */
export const replacedWords: Check = {
  code: 'amending/replaced-words',
  rule: 'D-04',
  severity: 'warning',
  description: {
    zh: '被替换、删去的文字在原文中。',
    en: 'The words that an amendment replaces or removes stand in the amended text.',
  },
  *run(context): Iterable<Finding> {
    for (const provision of amendedProvisions(context)) {
      const replaced = wordsReplacedIn(provision);
      if (!replaced || replaced.count > 0 || replaced.isDone) continue;
      yield at(provision, replaced, {
        zh: `所改的条款中没有“${replaced.old}”。`,
        en: `The amended provision has no “${replaced.old}”.`,
      });
    }
  },
};

/** 将第三条中的“甲”修改为“乙”, where 第三条 of the amended text has 甲 twice. */
export const ambiguousWords: Check = {
  code: 'amending/ambiguous-words',
  rule: 'D-04',
  // One decision in seventeen that were enacted leaves it open.
  severity: 'hint',
  description: {
    zh: '被替换、删去的文字在原条款中只有一处。',
    en: 'The words that an amendment replaces or removes stand once in the amended provision.',
  },
  *run(context): Iterable<Finding> {
    for (const provision of amendedProvisions(context)) {
      const replaced = wordsReplacedIn(provision);
      if (!replaced || replaced.count < 2) continue;
      yield at(provision, replaced, {
        zh: `所改的条款中有 ${String(replaced.count)} 处“${replaced.old}”，没有写明改哪一处。`,
        en: `The amended provision has “${replaced.old}” ${String(replaced.count)} times, and nothing says which is meant.`,
      });
    }
  },
};

interface Replaced {
  readonly old: string;
  /** How often the amended provision has the words. */
  readonly count: number;
  /** Whether it has the new words: a text at hand may be the one that the decision has made. */
  readonly isDone: boolean;
}

function wordsReplacedIn({ node, behind }: AmendedProvision): Replaced | undefined {
  const match = /^中的“([^“”]{1,200})”(?:(?:修改为|改为)“([^“”]{1,200})”)?/.exec(behind.text);
  if (!match) return undefined;
  const [, old = '', next] = match;
  const words = plain(node.text);
  return {
    old,
    count: words.split(plain(old)).length - 1,
    isDone: next !== undefined && words.includes(plain(next)),
  };
}

function at({ uri, node, behind }: AmendedProvision, { old }: Replaced, message: Message): Finding {
  const start = behind.start + '中的“'.length;
  return {
    span: { start, end: start + old.length },
    message,
    related: [{ uri, span: node.selectionRange, message: { zh: '所改的条款', en: 'The amended provision' } }],
  };
}

/** 第三条增加一款，作为第五款, where 第三条 has two paragraphs. */
export const addedParagraph: Check = {
  code: 'amending/added-paragraph',
  rule: 'D-03',
  severity: 'warning',
  description: {
    zh: '增加的款的序号不超过增加后的款数。',
    en: 'A paragraph that is added has a number that there is room for.',
  },
  *run(context): Iterable<Finding> {
    for (const { node, behind } of amendedProvisions(context)) {
      const match = new RegExp(`^(?:中)?增加([一二三四五六七八九十两])款[，,]?作为第([${NUMERAL}]+)款`).exec(
        behind.text,
      );
      if (!match || node.kind !== 'article') continue;
      const [written, count = '', ordinal = ''] = match;
      const all = node.children.length + parseNumeral(count).value;
      if (parseNumeral(ordinal).value <= all) continue;
      yield {
        span: { start: behind.start, end: behind.start + written.length },
        message: {
          zh: `该条增加后只有 ${String(all)} 款，没有第${ordinal}款。`,
          en: `The article then has ${String(all)} paragraphs: there is no paragraph ${String(parseNumeral(ordinal).value)}.`,
        },
      };
    }
  },
};

interface AmendedProvision {
  /** Of its document. */
  readonly uri: string;
  readonly node: SyntaxNode;
  /** The words behind the citation. */
  readonly behind: { readonly start: number; readonly text: string };
}

/** The provisions of another text at hand that a decision speaks of, outside of the wording that it quotes. */
function* amendedProvisions({ document, library }: CheckContext): Generator<AmendedProvision, void, undefined> {
  if (!isAmending(document.title)) return;
  for (const mention of library.citationsOf(document).mentions) {
    if (mention.kind !== 'provision' || mention.doc === 'self' || mention.targets.length !== 1) continue;
    const resolution = library.resolve(document, mention);
    const place = resolution.state === 'found' ? resolution.places[0] : undefined;
    if (!place || place.document === document) continue;
    const behind = { start: mention.end, text: document.characters.slice(mention.end, mention.end + 420) };
    yield { uri: place.document.uri, node: place.node, behind };
  }
}

/** In a quotation “” become ‘’ and 《》 become 〈〉; line breaks and spaces are layout. */
function plain(text: string): string {
  return text
    .replace(/[\s“”‘’]/g, '')
    .replace(/[〈<＜]/g, '《')
    .replace(/[〉>＞]/g, '》');
}
