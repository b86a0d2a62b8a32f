import { CHARACTER_OF_UNIT, UNITS, type Target, type Unit } from '../../citations/coordinates.js';
import type { Provisions } from '../../citations/provisions.js';
import { formatNumeral, MAX_NUMERAL } from '../../syntax/numerals.js';
import { articleLabel, type SyntaxNode } from '../../syntax/tree.js';
import type { Message } from '../check.js';
import { unitName } from '../marks.js';

/** Why a target is not found. */
export interface Missing {
  readonly message: Message;
  /** The innermost provision of the target that is there; where the article is missing, the last one. */
  readonly place: SyntaxNode | undefined;
}

/**
 * Says what there is instead of a target that does not exist: how many articles, how many paragraphs in that article.
 *
 * @param instrument the cited instrument's name for people; empty for the document itself
 */
export function whatExists(provisions: Provisions, target: Target, instrument: string): Missing {
  const path: Unit[] = [];
  let place: SyntaxNode | undefined;
  for (const unit of UNITS) {
    if (target[unit] === undefined) continue;
    const found = provisions.find(partOf(target, [...path, unit]));
    path.push(unit);
    if (!found) {
      const message = missingMessage(provisions, target, path, place, instrument);
      return { message, place: place ?? (unit === 'article' ? provisions.articles.at(-1) : undefined) };
    }
    place = found;
  }
  return { message: { zh: '引用的内容不存在。', en: 'What is cited does not exist.' }, place };
}

function partOf(target: Target, units: readonly Unit[]): Target {
  return Object.fromEntries(units.map((unit) => [unit, target[unit]]));
}

/** @param path the coordinates down to the one that is missing */
function missingMessage(
  provisions: Provisions,
  target: Target,
  path: readonly Unit[],
  place: SyntaxNode | undefined,
  instrument: string,
): Message {
  const unit = path.at(-1) ?? 'article';
  const count = countOf(provisions, place, unit);
  const whole = path.length === 1;
  const holder = namesOf(target, path.slice(0, -1));
  const missing = namesOf(target, [unit]);
  const zhCount =
    count === 0
      ? `没有${CHARACTER_OF_UNIT[unit]}`
      : `${whole ? '共' : '只有'} ${String(count)} ${CHARACTER_OF_UNIT[unit]}`;
  const units = unitName(unit).en;
  const enCount = `${count === 0 ? 'no' : String(count)} ${units}${count === 1 ? '' : 's'}`;
  return {
    zh: `没有${missing.zh}：${instrument}${holder.zh || (instrument ? '' : '本文')}${zhCount}。`,
    en: `There is no ${missing.en}: ${instrument || 'this text'}${holder.en && `, ${holder.en},`} has ${enCount}.`,
  };
}

function countOf(provisions: Provisions, place: SyntaxNode | undefined, unit: Unit): number {
  if (unit === 'article') return provisions.articles.length;
  const isOfUnit = ({ kind }: SyntaxNode): boolean => kind === unit;
  if (!place) return provisions.containers.filter(isOfUnit).length;
  // An item that is cited without its paragraph is looked for in all of them.
  const holders = place.kind === 'article' && unit !== 'paragraph' ? place.children : [place];
  return holders.reduce((sum, holder) => sum + holder.children.filter(isOfUnit).length, 0);
}

function namesOf(target: Target, units: readonly Unit[]): Message {
  return {
    zh: units.map((unit) => zhName(unit, target)).join(''),
    en: units.map((unit) => `${unitName(unit).en} ${String(target[unit])}`).join(' '),
  };
}

function zhName(unit: Unit, target: Target): string {
  if (unit === 'article') return articleLabel(target.article ?? '');
  const number = Number(target[unit]);
  const isWritable = Number.isInteger(number) && number >= 1 && number <= MAX_NUMERAL;
  return `第${isWritable ? formatNumeral(number) : String(target[unit])}${CHARACTER_OF_UNIT[unit]}`;
}
