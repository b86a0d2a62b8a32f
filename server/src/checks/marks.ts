import { formatNumeral, NUMERAL, type Numeral, type NumeralForm } from '../syntax/numerals.js';
import { articleLabel, type Span, type SyntaxNode } from '../syntax/tree.js';
import type { Message } from './check.js';
import type { Missing, SequenceNumber } from './sequence.js';

const CIRCLED_ONE = '①'.charCodeAt(0);
const LAST_CIRCLED = 20;

/** The number of a provision; undefined where it is left open or can't be read. */
export function numberOf({ green: { numeral, inserted } }: SyntaxNode): SequenceNumber | undefined {
  if (!numeral) return undefined;
  const number = inserted ? [numeral.value, ...inserted.map(({ value }) => value)] : [numeral.value];
  return number.some(Number.isNaN) ? undefined : number;
}

const NONE: readonly never[] = [];

/** The numerals of one form in a provision's mark: there is one, and one more for each 之一 behind an article's. */
export function numeralsOf(node: SyntaxNode, form: NumeralForm): readonly { span: Span; numeral: Numeral }[] {
  const { numeral, inserted } = node.green;
  // Nearly all are canonical: the mark is read only where one is not.
  if (!numeral || (numeral.form !== form && !inserted?.some((each) => each.form === form))) return NONE;
  const numerals = [numeral, ...(inserted ?? [])];
  const { start } = node.mark;
  const found: { span: Span; numeral: Numeral }[] = [];
  for (const match of node.label.matchAll(new RegExp(`[${NUMERAL}]+`, 'g'))) {
    const read = numerals.shift();
    if (read?.form !== form) continue;
    found.push({ span: { start: start + match.index, end: start + match.index + match[0].length }, numeral: read });
  }
  return found;
}

/** Whether a provision has a number that the text does not show: the number of an item that conversion lost. */
export function isUnmarked({ green: { numeral, markStart, markEnd } }: SyntaxNode): boolean {
  return numeral !== undefined && markStart === markEnd;
}

/** Where a finding about the number of a provision stands: its mark, else its line. */
export function placeOf(node: SyntaxNode): Span {
  return isUnmarked(node) ? node.body : node.mark;
}

/** A number written as the mark of a node writes its own: 第四条, （四）, 4., ④. */
export function labelLike(node: SyntaxNode, number: SequenceNumber): string {
  const value = number[0] ?? 0;
  if (node.kind === 'article') return articleLabel(number.join('-'));
  if (isUnmarked(node)) return `（${formatNumeral(value)}）`;
  const mark = node.label.replace(/\s/g, '');
  if (node.kind !== 'subitem') return mark.replace(new RegExp(`[${NUMERAL}]+`), formatNumeral(value));
  if (/[0-9０-９]/.test(mark)) return mark.replace(/[0-9０-９]+/, String(value));
  return value <= LAST_CIRCLED ? String.fromCharCode(CIRCLED_ONE + value - 1) : `（${String(value)}）`;
}

/** A number for people: 第四条 or （四）, as the node writes its own; article 4, item 4. */
export function nameLike(node: SyntaxNode, number: SequenceNumber): Message {
  return { zh: labelLike(node, number), en: `${node.kind} ${number.join('-')}` };
}

/** Numbers that are missing, for people: 第三条; 第三条、第四条; 第三条至第五条. */
export function namesLike(node: SyntaxNode, { from, to, count }: Missing): Message {
  const first = nameLike(node, from);
  if (count === 1) return first;
  const last = nameLike(node, to);
  // The mark of a clause brings its own 、.
  const joint = count > 2 ? '至' : first.zh.endsWith('、') ? '' : '、';
  return {
    zh: first.zh + joint + last.zh,
    en: `${first.en}${count > 2 ? ' to ' : ' and '}${to.join('-')}`,
  };
}

/** The number of a node for people, as it is written. */
export function nameOf(node: SyntaxNode): Message {
  const number = numberOf(node);
  const zh = number && isUnmarked(node) ? labelLike(node, number) : node.label.replace(/\s/g, '');
  return { zh, en: number ? nameLike(node, number).en : zh };
}
