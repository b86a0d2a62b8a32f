import { isAmending } from './amending.js';
import type { Finding, Message } from './check.js';
import type { LocalRule } from './localChecks.js';
import { isInTitle, spanOf } from './wordRule.js';

interface Variants {
  readonly code: string;
  readonly rule: string;
  readonly description: Message;
  /** Two ways to write the same thing, each the source of a regular expression without groups. */
  readonly either: string;
  readonly or: string;
  readonly names: readonly [either: string, or: string];
  /** Whether a title in 《》 is no place for it. */
  readonly inTitles?: boolean;
}

/**
 * A rule on what a text may write in two ways, as long as it keeps to one: where it does so nearly always, the exceptions
 * are reported.
 */
export function consistency({ code, rule, description, either, or, names, inTitles = true }: Variants): LocalRule {
  const pattern = new RegExp(`(${either})|(?:${or})`, 'g');
  return {
    code,
    rule,
    severity: 'hint',
    description,
    trigger: `${either}|${or}`,
    *find(piece): Iterable<Finding> {
      for (const match of piece.text.matchAll(pattern)) {
        if (!inTitles && isInTitle(piece.text, match.index)) continue;
        const name = match[1] === undefined ? names[1] : names[0];
        yield { span: spanOf(piece, match.index, match[0].length), message: { zh: name, en: name } };
      }
    },
    *select(findings, { document }): Iterable<Finding> {
      // What an amending decision quotes is the writing of each text that it amends.
      if (isAmending(document.title)) return;
      const isEither = ({ message }: Finding): boolean => message.zh === names[0];
      const first = findings.filter(isEither);
      const second = findings.filter((finding) => !isEither(finding));
      const [many, few] = first.length >= second.length ? [first, second] : [second, first];
      // Where both are frequent, there is no habit to keep to.
      if (few.length === 0 || many.length < 3 || few.length * 3 > many.length) return;
      const [usual, unusual] = many === first ? names : [names[1], names[0]];
      for (const { span } of few) {
        yield {
          span,
          message: {
            zh: `全文通常写“${usual}”（${String(many.length)} 处），此处是“${unusual}”。`,
            en: `This text usually has “${usual}” (${String(many.length)} times), and “${unusual}” here.`,
          },
        };
      }
    },
  };
}

const DIGITS = '零〇一二三四五六七八九十百千万\\d';
const NUMBER = '[零〇一二三四五六七八九十百千]';

/** What one text writes in one way. */
export const CONSISTENCY: readonly LocalRule[] = [
  consistency({
    code: 'consistency/titles',
    rule: 'B20',
    description: {
      zh: '并列的书名号之间，全文或者都用顿号，或者都不用。',
      en: 'Between titles in 《》 a text has 、 everywhere or nowhere.',
    },
    either: '》、《',
    or: '》《',
    names: ['》、《', '》《'],
  }),
  consistency({
    code: 'consistency/item-brackets',
    rule: 'B03',
    description: {
      zh: '引用项，全文或者都写“第（一）项”，或者都写“第一项”。',
      en: 'Items are cited with brackets everywhere or nowhere in a text.',
    },
    either: `第[（(]${NUMBER}+[）)]项`,
    or: `第${NUMBER}+项(?!目)`,
    names: ['第（×）项', '第×项'],
    inTitles: false,
  }),
  consistency({
    code: 'consistency/fine',
    rule: 'C3',
    description: { zh: '“以下的罚款”“以下罚款”，全文统一。', en: 'A text has 以下的罚款 or 以下罚款 throughout.' },
    // Behind an amount: 并处以下罚款： leads to a list.
    either: `(?=以下的)(?<=[元倍%％‰${DIGITS}])以下的罚款`,
    or: `(?=以下罚)(?<=[元倍%％‰${DIGITS}])以下罚款`,
    names: ['以下的罚款', '以下罚款'],
  }),
  consistency({
    code: 'consistency/violation',
    rule: 'C3',
    description: {
      zh: '“违反……第×条规定”“违反……第×条的规定”，全文统一。',
      en: 'A text has 第…条规定 or 第…条的规定 throughout, where it speaks of violations.',
    },
    either: `(?=的规定)(?<=违反本(?:条例|法|办法|规定)第${NUMBER}+条(?:第${NUMBER}+款)?)的规定`,
    or: `(?=规定)(?<=违反本(?:条例|法|办法|规定)第${NUMBER}+条(?:第${NUMBER}+款)?)规定`,
    names: ['的规定', '规定'],
  }),
  consistency({
    code: 'consistency/numerals',
    rule: 'N02 C4',
    description: {
      zh: '日、元、倍、周岁等数量，全文或者用中文数字，或者用阿拉伯数字。',
      en: 'Quantities are in Chinese numerals or in Arabic ones throughout a text.',
    },
    // 一个月 is written so everywhere.
    either: `(?<![月年第后下前上最每同当零〇一二三四五六七八九十百千万两\\d])(?!一个月)[零〇一二三四五六七八九十百千两]+(?=(?:日(?![用常])|天(?![然津气文空下])|万?元|倍|周?岁|个月|个?工作日))`,
    or: '(?<![\\d.．年月号第—-]|[年月日] ?|日至|日、)\\d{1,8}(?=(?:日(?![用常])|天(?![然津气文空下])|万?元|倍|周?岁|个月|个?工作日))',
    names: ['中文数字', '阿拉伯数字'],
    inTitles: false,
  }),
];
