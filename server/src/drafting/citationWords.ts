import {
  CHARACTER_OF_UNIT,
  innermostUnit,
  levelOf,
  outerPart,
  UNIT_OF_CHARACTER,
  UNITS,
} from '../citations/coordinates.js';
import type { Target, Unit } from '../citations/coordinates.js';
import { withoutQualifiers } from '../citations/titles.js';
import { SPACE } from '../syntax/line.js';
import { formatArticleNumber, formatNumeral, NUMERAL } from '../syntax/numerals.js';

/** 前两款, 本条, 该项: what a relative citation begins with; its numeral counts, it numbers nothing. */
const HEAD = new RegExp(`^(?:前[${NUMERAL}]*|上|本|该|同)(?:分编|编|章|节|条|款|项|目)`);
/** Whether a citation counts from where it stands: 前条, 本条第二款. */
export function isRelative(written: string): boolean {
  return HEAD.test(written);
}

/** Such a head behind other steps: 第十条前两款. */
const TAIL = new RegExp(`前[${NUMERAL}]*(?:款|项)$`);
/** The number of one step, with its unit where that stands behind it. */
const STEP = new RegExp(
  `([${NUMERAL}]+)([${SPACE}]*[)）]?[${SPACE}]*)(分编|编|章|节|条|款|项|目)?((?:之[${NUMERAL}]+)*)`,
  'g',
);

/**
 * A citation with other numbers in it, written as it was: 第十条第一款 becomes 第十一条第一款, （三）项 becomes （四）项.
 *
 * @param written the words of one citation, without the name of the instrument
 * @param from the coordinates that it has
 * @param to those that it is to have
 * @returns undefined where the words have no number for something that differs
 */
export function withNumbers(written: string, from: Target, to: Target): string | undefined {
  const start = HEAD.exec(written)?.[0].length ?? 0;
  const end = TAIL.exec(written.slice(start))?.index ?? written.length - start;
  let fits = true;
  const words = written.slice(start, start + end).replace(STEP, (step: string, ...groups: (string | undefined)[]) => {
    const [numeral = '', gap = '', character, inserted = ''] = groups;
    // 第四 in 第四、五项 has the unit of the next one; so has （一） behind 本条.
    const unit = character === undefined ? innermostUnit(from) : UNIT_OF_CHARACTER[character];
    const value = unit && to[unit];
    if (!unit || value === undefined) {
      fits = false;
      return step;
    }
    if (from[unit] === value) return step;
    const [main = Number.NaN, ...behind] = String(value).split('-').map(Number);
    const suffix = unit === 'article' ? behind.map((part) => `之${formatNumeral(part)}`).join('') : inserted;
    return `${numeralLike(numeral, main)}${gap}${character ?? ''}${suffix}`;
  });
  if (!fits) return undefined;
  return written.slice(0, start) + words + written.slice(start + end);
}

/** A number in the digits of another one: 11 like 10, １１ like １０, else 十一. */
function numeralLike(numeral: string, value: number): string {
  if (/^\d+$/.test(numeral)) return String(value);
  if (/^[０-９]+$/.test(numeral))
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return formatNumeral(value);
}

/**
 * A citation of provisions in full words: 第七条、第八条; 第七条至第九条; 本条第二款第三项.
 *
 * @param targets in text order
 * @param home where the citation stands; 本条 is said of its own article
 * @param own what stands in front of another article of the own instrument: 本条例; empty for another instrument's
 */
export function wordsFor(targets: readonly Target[], home: Target | undefined, own: string): string {
  const runs: Target[][] = [];
  for (const target of targets) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, target)) run.push(target);
    else runs.push([target]);
  }
  const pieces: { joint: string; target: Target }[] = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    if (run.length === 1) return [{ joint: '、', target: first }];
    return [
      { joint: '、', target: first },
      { joint: run.length > 2 ? '至' : '、', target: last },
    ];
  });
  let before: Target | undefined;
  let words = '';
  for (const { joint, target } of pieces) {
    words += before ? joint + inner(before, target) : prefix(target, home, own);
    before = target;
  }
  return words;
}

/** 第二款 behind 第十条第一款: only what differs is said again. */
function inner(before: Target, target: Target): string {
  const unit = UNITS.find((each) => before[each] !== target[each]) ?? innermostUnit(target) ?? 'article';
  return steps(target, unit);
}

function prefix(target: Target, home: Target | undefined, own: string): string {
  if (home?.article === undefined || target.article !== home.article) return own + steps(target);
  // 第一项 is said of the own paragraph.
  if (target.item !== undefined && target.paragraph === home.paragraph) return steps(target, 'item');
  return `本条${steps(target, 'paragraph')}`;
}

/** The steps of a target from a unit inwards; of an item in the only paragraph the paragraph is not said. */
function steps(target: Target, from: Unit = 'part'): string {
  return UNITS.slice(levelOf(from))
    .map((unit) => {
      const value = target[unit];
      if (value === undefined) return '';
      if (unit === 'article') return `第${formatArticleNumber(String(value))}`;
      return `第${formatNumeral(Number(value))}${unit === 'subpart' ? '分编' : CHARACTER_OF_UNIT[unit]}`;
    })
    .join('');
}

function follows(one: Target, other: Target): boolean {
  const unit = innermostUnit(one);
  if (!unit || innermostUnit(other) !== unit) return false;
  const isBeside = JSON.stringify(outerPart(one, unit)) === JSON.stringify(outerPart(other, unit));
  const [value, next] = [String(one[unit]), String(other[unit])];
  return isBeside && !/-/.test(value + next) && Number(next) === Number(value) + 1;
}

const KIND_OF_INSTRUMENT =
  /(法典|法|条例|实施细则|实施办法|规定|办法|细则|规则|决定|解释|章程|规程|规范|准则|意见|通知)$/;

/** What an instrument calls itself: 本条例; empty where the title does not say what it is. */
export function ownName(title: string): string {
  const kind = KIND_OF_INSTRUMENT.exec(withoutQualifiers(title))?.[1];
  return kind === undefined ? '' : `本${kind.replace(/^实施(?=细则|办法)/, '')}`;
}
