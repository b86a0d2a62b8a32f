import { formatNumeral, MAX_NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import type { WordRule } from '../wordRule.js';

const DIGITS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((character, digit) => [character, String(digit)] as const)),
  零: '0',
  '○': '0',
  O: '0',
};

/** How many digits a year has. */
const YEAR = 4;

/** How numbers are written in the words of a text. */
export const NUMERAL_WORDS: readonly WordRule[] = [
  {
    code: 'numerals/arabic-quantity',
    rule: 'N01',
    severity: 'off',
    severities: { law: 'warning', 'local-regulation': 'warning' },
    description: {
      zh: '法律、地方性法规中的日、元、倍、周岁、个月、个工作日用中文数字。',
      en: 'Statutes and local regulations write days, sums, multiples, ages and months in Chinese numerals.',
    },
    words:
      '(?=\\d)(?<![\\d.．年月号第—\\-]|[年月日] ?|日至|日、)\\d{1,8}(?=(?:日(?![用常])|万?元|倍|周岁|个月|个?工作日))',
    right: (written) => {
      const value = Number(written);
      return value >= 1 && value <= MAX_NUMERAL ? formatNumeral(value) : undefined;
    },
    inAnnexes: false,
  },
  {
    code: 'numerals/percent',
    rule: 'N03',
    severity: 'off',
    severities: { law: 'warning', 'local-regulation': 'warning' },
    description: {
      zh: '法律、地方性法规中用“百分之”，不用“%”。',
      en: 'Statutes and local regulations write 百分之, not %.',
    },
    words: '(?<![\\d.])\\d+(?:\\.\\d+)?[%％]',
    right: (written) => {
      const value = Number(written.slice(0, -1));
      return Number.isInteger(value) && value >= 1 && value <= 100 ? `百分之${formatNumeral(value)}` : undefined;
    },
    inAnnexes: false,
  },
  {
    code: 'numerals/year',
    rule: 'W63 N04',
    severity: 'hint',
    description: { zh: '公历年份用阿拉伯数字。', en: 'Years are written in Arabic digits.' },
    // With the month and the day behind it: half of a date in one kind of digits would be worse than none.
    words:
      '(?:一[九八]|二[零〇○O])[零〇○O一二三四五六七八九]{2}年(?!版)(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?',
    right: (written) =>
      [...written.slice(0, YEAR)].map((character) => DIGITS[character] ?? character).join('') +
      written.slice(YEAR).replace(/[^年月日]+/g, (numeral) => String(parseNumeral(numeral).value)),
    hasSafeFixes: true,
  },
  {
    code: 'numerals/bound-unit',
    rule: 'B23 W65',
    severity: 'warning',
    description: { zh: '“A元以上B元以下”的首数带单位。', en: 'The first bound of A元以上B元以下 has its unit too.' },
    words:
      '(?=[零〇一二三四五六七八九十百千两\\d])(?<!分之)(?<![零〇一二三四五六七八九十百千万两\\d])(?:[零〇一二三四五六七八九十百千两]+万?|\\d+万?)以上(?=(?:[零〇一二三四五六七八九十百千两]+|\\d+)万?(?:元|倍|日)以下)',
    message: (written) => ({
      zh: `“${written}”应当带单位。`,
      en: `“${written}” lacks its unit.`,
    }),
  },
];
