import { CHARACTER_OF_UNIT, UNITS, type Target, type Unit } from '../../citations/coordinates.js';
import type { Provisions } from '../../citations/provisions.js';
import { formatNumeral } from '../../syntax/numerals.js';
import { articleLabel, type SyntaxNode } from '../../syntax/tree.js';
import type { Message } from '../check.js';

/** Why a target is not found. */
export interface Missing {
  readonly message: Message;
  /** The innermost provision of the target that is there; where the article is missing, the last one. */
  readonly place: SyntaxNode | undefined;
  /** The innermost provision of the target that is there; undefined where none is. */
  readonly holder: SyntaxNode | undefined;
  /** The coordinate that is missing. */
  readonly unit: Unit;
  /** What the missing one would be among: the paragraphs of the article that is there, the articles of the instrument. */
  readonly existing: readonly SyntaxNode[];
}

/**
 * Says what there is instead of a target that does not exist: how many articles, how many paragraphs in that article.
 *
 * @param instrument the cited instrument's name for people; empty for the document itself
 */
export function whatExists(provisions: Provisions, target: Target, instrument: string): Missing {
  const units = UNITS.filter((unit) => target[unit] !== undefined);
  let holder: SyntaxNode | undefined;
  let length = units.length - 1;
  for (; length > 0 && !holder; length--) holder = provisions.find(partOf(target, units.slice(0, length)));
  const path = units.slice(0, holder ? length + 2 : 1);
  const unit = path.at(-1) ?? 'article';
  const existing = existingIn(provisions, holder, unit);
  const last = unit === 'article' ? existing.at(-1) : undefined;
  return {
    message: missingMessage(target, path, existing.length, instrument),
    place: holder ?? last,
    holder,
    unit,
    existing,
  };
}

function partOf(target: Target, units: readonly Unit[]): Target {
  return Object.fromEntries(units.map((unit) => [unit, target[unit]]));
}

/** @param path the coordinates down to the one that is missing */
function missingMessage(target: Target, path: readonly Unit[], count: number, instrument: string): Message {
  const unit = path.at(-1) ?? 'article';
  const whole = path.length === 1;
  const names = namesOf(target, path.slice(0, -1));
  const missing = namesOf(target, [unit]);
  const zhCount =
    count === 0
      ? `没有${CHARACTER_OF_UNIT[unit]}`
      : `${whole ? '共' : '只有'} ${String(count)} ${CHARACTER_OF_UNIT[unit]}`;
  const units = unit;
  const enCount = `${count === 0 ? 'no' : String(count)} ${units}${count === 1 ? '' : 's'}`;
  return {
    zh: `没有${missing.zh}：${instrument}${names.zh || (instrument ? '' : '本文')}${zhCount}。`,
    en: `There is no ${missing.en}: ${instrument || 'this text'}${names.en && `, ${names.en},`} has ${enCount}.`,
  };
}

function existingIn(provisions: Provisions, holder: SyntaxNode | undefined, unit: Unit): readonly SyntaxNode[] {
  if (unit === 'article') return provisions.articles;
  return holder ? existingBelow(holder, unit) : provisions.containers.filter(({ kind }) => kind === unit);
}

const known = new WeakMap<SyntaxNode, Map<Unit, readonly SyntaxNode[]>>();

/** The provisions of a unit in a node; looked for once, however many citations of it go wrong. */
function existingBelow(holder: SyntaxNode, unit: Unit): readonly SyntaxNode[] {
  let byUnit = known.get(holder);
  if (!byUnit) known.set(holder, (byUnit = new Map<Unit, readonly SyntaxNode[]>()));
  let existing = byUnit.get(unit);
  if (!existing) {
    // An item that is cited without its paragraph is looked for in all of them.
    const holders = holder.kind === 'article' && unit !== 'paragraph' ? holder.children : [holder];
    existing = holders.flatMap(({ children }) => children.filter(({ kind }) => kind === unit));
    byUnit.set(unit, existing);
  }
  return existing;
}

/** Coordinates for people: 第十条第二款; article 10 paragraph 2. */
export function namesOf(target: Target, units: readonly Unit[]): Message {
  return {
    zh: units.map((unit) => zhName(unit, target)).join(''),
    en: units.map((unit) => `${unit} ${String(target[unit])}`).join(' '),
  };
}

function zhName(unit: Unit, target: Target): string {
  if (unit === 'article') return articleLabel(target.article ?? '');
  const number = Number(target[unit]);
  const isWritable = Number.isInteger(number) && number >= 1;
  return `第${isWritable ? formatNumeral(number) : String(target[unit])}${CHARACTER_OF_UNIT[unit]}`;
}
