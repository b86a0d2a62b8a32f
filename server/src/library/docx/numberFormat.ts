import { formatNumeral, MAX_NUMERAL } from '../../syntax/numerals.js';

/**
 * Writes the number of a list as Word does in a format of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). In a format that
 * is not written here, and beyond the end of one that has an end, it is written in digits.
 *
 * @param value a natural number
 */
export function formatListNumber(value: number, format: string): string {
  return FORMATS[format]?.(value) ?? String(value);
}

type Format = (value: number) => string | undefined;

const DIGITS = '〇一二三四五六七八九';

/** 一百零一, as the numbering of statutes has it. */
const counting: Format = (value) => (value >= 1 && value <= MAX_NUMERAL ? formatNumeral(value) : zero(value));

/** Up to 99 as in {@link counting}, then digit by digit: 九十九, 一〇〇. */
const countingToHundred: Format = (value) => (value < 100 ? counting(value) : digits(value));

/** 一〇一 */
const digits: Format = (value) => String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));

/** 壹佰零壹 */
const legal: Format = (value) =>
  counting(value)?.replace(/[一二三四五六七八九十百千]/g, (digit) => LEGAL[digit] ?? digit);
const LEGAL: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
};

function zero(value: number): string | undefined {
  return value === 0 ? '〇' : undefined;
}

/** One of a row of characters, which ends. */
function oneOf(characters: string): Format {
  const row = Array.from(characters);
  return (value) => row[value - 1];
}

/** ① to ⑳, ㉑ to ㉟, ㊱ to ㊿, which Unicode has in three places. */
const circled: Format = (value) => {
  if (value < 1 || value > 50) return undefined;
  return String.fromCharCode(value + (value <= 20 ? 0x245f : value <= 35 ? 0x323c : 0x328d));
};

/** A run of twenty characters of Unicode: ⑴ to ⒇. */
function twentyFrom(first: string): Format {
  return (value) => (value >= 1 && value <= 20 ? String.fromCharCode(first.charCodeAt(0) + value - 1) : undefined);
}

const fullWidth: Format = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/** a to z, then aa, bb; Word repeats the letter. */
function letters(first: string): Format {
  return (value) =>
    value >= 1 && value <= 780
      ? String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
      : undefined;
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

const upperRoman: Format = (value) => {
  if (value < 1 || value > MAX_NUMERAL) return undefined;
  let rest = value;
  let written = '';
  for (const [worth, letter] of ROMAN) {
    written += letter.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return written;
};

const FORMATS: Readonly<Record<string, Format>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: twentyFrom('⑴'),
  decimalEnclosedFullstop: twentyFrom('⒈'),
  numberInDash: (value) => `- ${String(value)} -`,
  chineseCounting: countingToHundred,
  taiwaneseCounting: countingToHundred,
  chineseCountingThousand: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  chineseLegalSimplified: legal,
  ideographDigital: digits,
  taiwaneseDigital: digits,
  japaneseDigitalTenThousand: digits,
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  lowerLetter: letters('a'),
  upperLetter: letters('A'),
  lowerRoman: (value) => upperRoman(value)?.toLowerCase(),
  upperRoman,
};
