import { SPACE } from '../../syntax/line.js';
import type { Edit } from '../edits.js';
import type { FormattedText, TextLine } from './formattedText.js';
import { WIDE } from './layout.js';

/** What a mark of punctuation stands between in Chinese text: ideographs, and the marks that only Chinese text has. */
const CHINESE = /[\p{Script=Han}〇《》〈〉“”‘’（）【】〔〕、。，；：？！…—]/u;
const HAN = /\p{Script=Han}/u;
/** A line with these is a formula, and its brackets group. */
const FORMULA = /[=＝≥≤≠≈÷∑√∫±]/;
/** In front of a bracket these are a formula's or a name's: f(x), A(甲). */
const BEFORE_GROUP = /[A-Za-zＡ-Ｚａ-ｚ+\-*/×^_]/;
const BEHIND_GROUP = /[+\-*/×^_]/;
/** An address, up to where Chinese text goes on. */
const ADDRESS = /(?:https?|ftp|mailto):[^\s\p{Script=Han}，。；“”（）《》]*|\]\([^)]*\)|`[^`]*`/giu;
/** What stands further apart is hardly a pair. */
const LONGEST_PAIR = 1000;
const SPACE_CHARACTER = new RegExp(`[${SPACE}]`);
const OPENING = '(（';
const CLOSING = ')）';

/**
 * Half-width punctuation and brackets in Chinese text become full-width: 甲,乙 is 甲，乙.
 *
 * @param marks the edits of number marks, whose brackets are wide then
 */
export function* widthEdits(text: FormattedText, marks: readonly Edit[]): Generator<Edit> {
  const edited = new Set(marks.flatMap(({ span }) => [span.start, span.end - 1]));
  for (const line of text.lines) {
    if (line.isFixed || line.kind === 'document' || isOfAnnex(line)) continue;
    const content = text.text.slice(line.contentStart, line.contentEnd);
    if (!/[,;:()]/.test(content)) continue;
    for (const at of narrowMarks(content, (at) => edited.has(line.contentStart + at))) {
      const mark = content.charAt(at);
      const start = line.contentStart + at;
      // The space that stands behind a half-width mark is part of its width.
      const width = isPoint(mark) && / \S/.test(content.slice(at + 1, at + 3)) ? 2 : 1;
      yield { span: { start, end: start + width }, newText: WIDE[mark] ?? mark };
    }
  }
}

/** Forms and tables of an annex, which no article or item holds. */
function isOfAnnex({ isInAnnex, kind }: TextLine): boolean {
  return isInAnnex && (kind === 'paragraph' || kind === 'annex');
}

/**
 * Where, in a line, half-width marks stand that are to be wide.
 *
 * @param isWidened whether a bracket becomes wide anyway
 */
function narrowMarks(content: string, isWidened: (at: number) => boolean): number[] {
  const addressed = new Set<number>();
  for (const { index, 0: address } of content.matchAll(ADDRESS)) {
    for (let at = index; at < index + address.length; at++) addressed.add(at);
  }
  const isFree = (at: number): boolean => !addressed.has(at);
  const brackets = bracketsOf(content).filter(isFree);
  const wide = new Set(brackets);
  // What is next to a bracket that becomes wide stands in Chinese text as much as next to a wide one.
  const isChinese = (at: number): boolean =>
    wide.has(at) ||
    (isBracket(content.charAt(at)) && isWidened(at)) ||
    CHINESE.test(content.charAt(at)) ||
    isHan(content, at);
  for (let at = 0; at < content.length; at++) {
    if (!isPoint(content.charAt(at)) || !isFree(at)) continue;
    const next = content[at + 1] === ' ' ? at + 2 : at + 1;
    let last = at - 1;
    while (SPACE_CHARACTER.test(content.charAt(last))) last--;
    if (last >= 0 && isChinese(last) && (at + 1 === content.length || isChinese(next))) wide.add(at);
  }
  return [...wide].sort((a, b) => a - b);
}

function isBracket(character: string): boolean {
  return character === '(' || character === ')';
}

function isPoint(character: string): boolean {
  return character === ',' || character === ';' || character === ':';
}

/** Of ideographs beyond the basic plane each half is asked for. */
function isHan(content: string, at: number): boolean {
  const code = content.charCodeAt(at);
  if (code >= 0xdc00 && code <= 0xdfff) return HAN.test(content.slice(at - 1, at + 1));
  return HAN.test(String.fromCodePoint(content.codePointAt(at) ?? 0));
}

/** The half-width brackets of pairs in Chinese text: 条例(试行), and where the other one of a pair is wide. */
function bracketsOf(content: string): number[] {
  if (FORMULA.test(content)) return [];
  const opened: number[] = [];
  const found: number[] = [];
  for (let at = 0; at < content.length; at++) {
    const character = content.charAt(at);
    if (OPENING.includes(character)) opened.push(at);
    else if (CLOSING.includes(character)) {
      const open = opened.pop();
      if (open === undefined) continue;
      const isNarrow = content[open] === '(' || character === ')';
      if (!isNarrow || !isPairOfText(content, open, at)) continue;
      for (const each of [open, at]) if ('()'.includes(content.charAt(each))) found.push(each);
    }
  }
  return found;
}

function isPairOfText(content: string, open: number, close: number): boolean {
  if (close - open > LONGEST_PAIR) return false;
  const before = content.charAt(open - 1);
  const behind = content.charAt(close + 1);
  if (BEFORE_GROUP.test(before) || BEHIND_GROUP.test(behind)) return false;
  return HAN.test(content.slice(open + 1, close)) && !/[+*/×^]/.test(content.slice(open + 1, close));
}
