import { formatNumeral, NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { Check, Finding, Message } from '../check.js';

const ARTICLE = `第[${NUMERAL}]+条`;
/** From its first article on: a long one is not to be tried again from each of the others. */
const LIST = `(?<![、和及至到])${ARTICLE}(?:(?:、|和|以及|至|到)${ARTICLE})*`;
const WHOLE = '(?!之|第|中|的|、|和|至)';
const COUNT = '[一二三四五六七八九十两]+';
const BECOMES = '(?:相应|分别|依次)*(?:改为|修改为|调整为|作为)';

/** What an instruction does to the numbers of articles: the forms there are, told by which group is there. */
const INSTRUCTION = new RegExp(
  [
    `(?<merged>${LIST})合并[，,]?(?:作为|为|修改为|改为)?(?<into>${ARTICLE})?`,
    `(?<split>${ARTICLE})(?:改为|分为)${COUNT}条[，,]?(?:分别)?作为(?<parts>${LIST})${WHOLE}`,
    `增加${COUNT}条[，,]?(?:分别)?作为(?<added>${LIST})${WHOLE}`,
    `(?<ownPart>${ARTICLE}第[${NUMERAL}]+款)${BECOMES}(?<partTo>${ARTICLE})${WHOLE}`,
    `(?<old>${LIST})${BECOMES}(?<new>${LIST})(?<paragraph>第[${NUMERAL}]+款)?`,
    `删[去除](?<removed>${LIST})(?=[。；;，,]|$)`,
  ].join('|'),
  'gm',
);
/** Forms that these are to be among; a decision with another one is not judged. */
const NUMBERED = new RegExp(`增加${COUNT}条|合并|(?:改|分)为${COUNT}条|改为${ARTICLE}|移[至到]|条之[${NUMERAL}]`, 'g');
const ADJUSTED = /顺序(?:作|做)?(?:相应)?的?(?:调整|变动)|(?:调整|变动)(?:了)?条[文款](?:的)?顺序|重新编[号排]/;

interface Renumbering {
  readonly from: number;
  readonly to: number;
  readonly span: Finding['span'];
}

/** What a decision does to the numbers of articles. */
interface Numbers {
  readonly renumbered: Renumbering[];
  /** New numbers that no article had before, with their places. */
  readonly added: Map<number, Finding['span']>;
  /** Old numbers of which no article is left. */
  readonly removed: Set<number>;
}

/** 将第五条改为第七条, where only one article is added in front of it. */
export const renumbered: Check = {
  code: 'amending/renumbered',
  rule: 'D-02',
  severity: 'warning',
  description: {
    zh: '“第×条改为第×条”与增加、删去、合并的条衔接，条号连续。',
    en: 'The new numbers of articles follow from what a decision adds, removes and merges.',
  },
  *run({ document }): Iterable<Finding> {
    // Of several instruments each has numbers of its own.
    if (!/关于修改[^》]*《[^》]*》(?:的|部分条款的)(?:决定|决议)$/.test(document.title)) return;
    const { text, tree } = document;
    const instructions = tree.root.children.filter(({ kind }) => kind === 'clause' || kind === 'article');
    const numbers = numbersIn(instructions);
    if (!numbers || numbers.renumbered.length === 0) return;
    const reported = new Set<Finding['span']>();
    for (const find of [twice, misplaced, ...(ADJUSTED.test(text) ? [] : [leftOut])]) {
      for (const finding of find(numbers)) {
        if (!reported.has(finding.span)) yield finding;
        reported.add(finding.span);
      }
    }
  },
};

/** Undefined where an instruction has another form than the known ones. */
function numbersIn(instructions: readonly SyntaxNode[]): Numbers | undefined {
  const numbers: Numbers = { renumbered: [], added: new Map(), removed: new Set() };
  for (const node of instructions) {
    const words = withoutQuotations(node.text);
    const understood: { start: number; end: number }[] = [];
    for (const match of words.matchAll(INSTRUCTION)) {
      const start = node.range.start + match.index;
      understood.push({ start: match.index, end: match.index + match[0].length });
      if (!apply(match.groups ?? {}, { start, end: start + match[0].length }, numbers)) return undefined;
    }
    for (const { index } of words.matchAll(NUMBERED)) {
      if (!understood.some(({ start, end }) => start <= index && index < end)) return undefined;
    }
  }
  return numbers;
}

function apply(
  groups: Readonly<Record<string, string | undefined>>,
  span: Finding['span'],
  { renumbered, added, removed }: Numbers,
): boolean {
  const { merged, into, split, parts, partTo, old, paragraph, removed: gone } = groups;
  const add = (numbers: readonly number[]): void => numbers.forEach((number) => added.set(number, span));
  if (merged !== undefined) {
    const [first = 0, ...others] = numbersOf(merged);
    others.forEach((number) => removed.add(number));
    if (into !== undefined) renumbered.push({ from: first, to: numbersOf(into)[0] ?? 0, span });
  } else if (split !== undefined) {
    const [first = 0, ...others] = numbersOf(parts);
    renumbered.push({ from: numbersOf(split)[0] ?? 0, to: first, span });
    add(others);
  } else if (old !== undefined) {
    const from = numbersOf(old);
    const to = numbersOf(groups['new']);
    if (paragraph !== undefined) from.forEach((number) => removed.add(number));
    else if (from.length !== to.length) return false;
    else from.forEach((number, index) => renumbered.push({ from: number, to: to[index] ?? 0, span }));
  } else if (gone !== undefined) {
    numbersOf(gone).forEach((number) => removed.add(number));
  } else {
    add(numbersOf(partTo ?? groups['added']));
  }
  return true;
}

/** 第三条、第五条至第七条: 3, 5, 6, 7. */
function numbersOf(list = ''): number[] {
  const numbers: number[] = [];
  for (const [, through, numeral = ''] of list.matchAll(new RegExp(`(至|到)?第([${NUMERAL}]+)条`, 'g'))) {
    const { value } = parseNumeral(numeral);
    for (let next = (numbers.at(-1) ?? 0) + 1; through && next < value && next < LIMIT; next++) numbers.push(next);
    numbers.push(value);
  }
  return numbers;
}

/** No instrument has more articles; a slip in a range is not to fill the memory. */
const LIMIT = 3000;

/** Two articles with one new number. */
function* twice({ renumbered, added }: Numbers): Generator<Finding, void, undefined> {
  const taken = new Set(added.keys());
  for (const { to, span } of renumbered) {
    if (taken.has(to)) {
      yield {
        span,
        message: {
          zh: `不止一条成为第${formatNumeral(to)}条。`,
          en: `More than one article becomes article ${String(to)}.`,
        },
      };
    }
    taken.add(to);
  }
}

/** New numbers that do not follow from those in front. */
function* misplaced({ renumbered, added, removed }: Numbers): Generator<Finding, void, undefined> {
  const inOrder = [...renumbered].sort((a, b) => a.from - b.from);
  // An article that is moved is one of its own will: then the order of the others does not tell its number.
  if (inOrder.some(({ to }, index) => index > 0 && to < (inOrder[index - 1]?.to ?? 0))) return;
  const expected = ({ from, to }: Pick<Renumbering, 'from' | 'to'>, next: Renumbering): number => {
    let number = to + next.from - from;
    for (const old of removed) if (old > from && old < next.from) number--;
    for (const fresh of [...added.keys()].sort((a, b) => a - b)) if (fresh > to && fresh <= number) number++;
    return number;
  };
  let right: Pick<Renumbering, 'from' | 'to'> = { from: 0, to: 0 };
  let last = right;
  for (const each of inOrder) {
    const number = expected(right, each);
    if (number === each.to) right = each;
    // What agrees with a number that was reported is not wrong once more.
    else if (last === right || expected(last, each) !== each.to)
      yield { span: each.span, message: wrong(each, number) };
    last = each;
  }
}

function wrong({ from, to }: Renumbering, number: number): Message {
  return {
    zh: `按增加、删去的条，第${formatNumeral(from)}条应改为第${formatNumeral(number)}条，不是第${formatNumeral(to)}条。`,
    en: `By what is added and removed article ${String(from)} becomes article ${String(number)}, not ${String(to)}.`,
  };
}

/** An article between renumbered ones that would have another number too, of which nothing is said. */
function* leftOut({ renumbered, removed }: Numbers): Generator<Finding, void, undefined> {
  const inOrder = [...renumbered].sort((a, b) => a.from - b.from);
  for (const [index, { from, to, span }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (!next || from === to) continue;
    for (let number = from + 1; number < next.from; number++) {
      if (removed.has(number)) continue;
      yield {
        span,
        message: {
          zh: `没有写明第${formatNumeral(number)}条改为第几条，也没有写明“条文顺序作相应调整”。`,
          en: `Nothing says what number article ${String(number)} gets, nor that the others are renumbered.`,
        },
      };
      return;
    }
  }
}

/** The words of an instruction, with blanks for what it quotes; a quotation of several paragraphs opens in each of them. */
function withoutQuotations(words: string): string {
  return words.replace(/“[^”\n]*(?:”|$)|"[^"\n]*(?:"|$)/gm, (quoted) => ' '.repeat(quoted.length));
}
