/**
 * Numerals of provisions, both ways. Chinese numerals go from 1 to 9999; full-width and ASCII digits are read as well,
 * because conversions and slips leave them in headings and citations.
 */

/** Characters that a Chinese numeral is made of. 廿 and 卅 do not occur in numbering and are left out. */
export const CHINESE_NUMERAL = '一二三四五六七八九十百千零〇○两';
/** Characters that any numeral we read is made of, for use inside a regular expression's character class. */
export const NUMERAL = `${CHINESE_NUMERAL}0-9０-９`;

/** How a numeral is written. */
export type NumeralForm =
  /** As {@link formatNumeral} writes it. */
  | 'canonical'
  /** Chinese, its value certain, but not as the numbering of statutes writes it: 一十二, 一百〇一, 二〇. */
  | 'non-canonical'
  /** ASCII or full-width digits. */
  | 'arabic'
  /** Characters of numerals that have no value together: 十百, 零. */
  | 'malformed';

export interface Numeral {
  /** From 1 to 9999; NaN where the form is malformed. */
  readonly value: number;
  readonly form: NumeralForm;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const DIGIT_CHARACTERS = '零一二三四五六七八九';
const MALFORMED: Numeral = { value: Number.NaN, form: 'malformed' };

/** The largest number that a numeral can write. */
export const MAX_NUMERAL = 9999;

/**
 * Writes a number as the numbering of statutes does: 10 十, 11 十一, 101 一百零一, 110 一百一十, 1010 一千零一十. What is
 * beyond 9999, which no law reaches but a text may, is in digits.
 *
 * @param value an integer from 1 on
 * @throws RangeError for any other value
 */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`序号须为正整数：${String(value)}`);
  if (value > MAX_NUMERAL) return String(value);
  if (value >= 10 && value < 20) {
    // Statutes write 十一, not 一十一, but 一百一十一: the leading 一 falls away only at the very front.
    return '十' + (value === 10 ? '' : (DIGIT_CHARACTERS[value - 10] ?? ''));
  }
  let written = '';
  let zeroPending = false;
  for (const [unit, character] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      zeroPending = written !== '';
    } else {
      written += (zeroPending ? '零' : '') + (DIGIT_CHARACTERS[digit] ?? '') + character;
      zeroPending = false;
    }
  }
  return written;
}

/**
 * Reads a numeral. A numeral that people would read in one way only is given its value even where it is not written as
 * {@link formatNumeral} would, so that a slip in a heading does not hide the heading.
 *
 * @param text the whole numeral, without 第 and 条
 */
export function parseNumeral(text: string): Numeral {
  if (/^[0-9０-９]+$/.test(text)) {
    const value = Number(text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)));
    return value >= 1 && value <= MAX_NUMERAL ? { value, form: 'arabic' } : MALFORMED;
  }
  const value = /[十百千]/.test(text) ? readWithUnits(text) : readDigits(text);
  if (value === undefined || value < 1 || value > MAX_NUMERAL) return MALFORMED;
  return { value, form: formatNumeral(value) === text ? 'canonical' : 'non-canonical' };
}

/** Reads 二 or, digit by digit, 二〇 and 一〇一. */
function readDigits(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS[character];
    if (digit === undefined || value > MAX_NUMERAL) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads 一百一十, also with a needless 一 or 零 (一十二, 三十〇) or without a due 零 (一百一 is read as 101). */
function readWithUnits(text: string): number | undefined {
  let value = 0;
  let digit: number | undefined;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      const next = DIGITS[character];
      // Two digits in a row, other than a 零 that fills a place, have no reading: 一百二三.
      if (next === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = next;
    } else {
      if (unit >= lastUnit) return undefined;
      // 十 may stand without a digit before it (十二, 一百十二); 百 and 千 may not.
      const factor = digit === undefined || digit === 0 ? (unit === 10 ? 1 : undefined) : digit;
      if (factor === undefined) return undefined;
      value += factor * unit;
      lastUnit = unit;
      digit = undefined;
    }
  }
  return value + (digit ?? 0);
}

/**
 * Writes the number of an inserted article: `formatArticleNumber('120-1')` is 一百二十条之一.
 *
 * @param number as in {@link ProvisionNumber}: `14`, `120-1`
 * @returns without 第 in front
 */
export function formatArticleNumber(number: string): string {
  const [main, ...inserted] = number.split('-').map(Number);
  return `${formatNumeral(main ?? Number.NaN)}条${inserted.map((part) => `之${formatNumeral(part)}`).join('')}`;
}

/**
 * How two numbers of provisions follow one another, below 0 where the first comes first: 120, 120-1, 121.
 *
 * @param one as in {@link ProvisionNumber}
 */
export function numberOrder(one: string, other: string): number {
  return compareNumbers(one.split('-').map(Number), other.split('-').map(Number));
}

/** The same of numbers by their levels: 120-1 is [120, 1]. */
export function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const length = Math.max(left.length, right.length);
  for (let level = 0; level < length; level++) {
    const difference = (left[level] ?? 0) - (right[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
