import { parseNumeral } from '../../syntax/numerals.js';
import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { spanOf } from '../wordRule.js';

const NUMBER = '[零〇一二三四五六七八九十百千万亿两\\d.]+';
const UNIT = '(?:日|天|元|倍|个月|月|年|小时|周岁|个工作日|人|平方米|米|公里|吨|件|次)';
const PATTERN = new RegExp(
  `(?<!分之)(?<![零〇一二三四五六七八九十百千万亿两\\d.])(${NUMBER})(${UNIT})以上(?:不满|不足|低于)?(${NUMBER})(${UNIT})(?=以下|以内)`,
  'g',
);

/** 五万元以上三万元以下. */
export const reversedBounds: LocalRule = {
  code: 'numerals/reversed-bounds',
  rule: 'B22',
  severity: 'error',
  description: { zh: '“A以上B以下”中A小于B。', en: 'In A以上B以下 A is the smaller one.' },
  trigger: '以上[零〇一二三四五六七八九十百千万亿两\\d不低]',
  *find(piece): Iterable<Finding> {
    for (const match of piece.text.matchAll(PATTERN)) {
      const [written, low = '', lowUnit, high = '', highUnit] = match;
      const from = amountOf(low);
      const to = amountOf(high);
      if (lowUnit !== highUnit || Number.isNaN(from) || Number.isNaN(to) || from < to) continue;
      const shown = `${written}以下`;
      yield {
        span: spanOf(piece, match.index, written.length),
        message:
          from === to
            ? { zh: `“${shown}”的上下限相同。`, en: `Both bounds of “${shown}” are the same.` }
            : { zh: `“${shown}”的下限大于上限。`, en: `The lower bound of “${shown}” is the greater one.` },
      };
    }
  },
};

/** The value of 二十万, 5千, 3000, 一亿五千万; NaN where it has none. */
export function amountOf(written: string): number {
  const [, hundredMillions, tenThousands, rest] = /^(?:(.+)亿)?(?:([^亿万]+)万)?([^亿万]*)$/.exec(written) ?? [];
  if (rest === undefined) return Number.NaN;
  return part(hundredMillions, 1e8) + part(tenThousands, 1e4) + part(rest, 1);
}

function part(written: string | undefined, factor: number): number {
  if (!written) return 0;
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number(written) * factor;
  const mixed = /^(\d+)([千百])$/.exec(written);
  if (mixed) return Number(mixed[1]) * (mixed[2] === '千' ? 1000 : 100) * factor;
  return parseNumeral(written.replace(/^零/, '')).value * factor;
}
