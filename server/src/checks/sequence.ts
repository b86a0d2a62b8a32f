import { compareNumbers } from '../syntax/numerals.js';

/**
 * What is wrong with a sequence of numbers. Of all explanations the one with the fewest faults is given: one number that
 * is missing, repeated or out of place is one fault, however many numbers follow it.
 */

/** `[14]`; `[120, 1]` for 第一百二十条之一. */
export type SequenceNumber = readonly number[];

/** Numbers that a sequence leaves out, from the first to the last of them. */
export interface Missing {
  readonly from: SequenceNumber;
  readonly to: SequenceNumber;
  readonly count: number;
}

export type Fault =
  /** Numbers are left out in front of the number at `index`; `after` is the index of the one before, -1 at the front. */
  | { readonly kind: 'gap'; readonly index: number; readonly after: number; readonly missing: Missing }
  /** The number at `index` is that of `other`, too. */
  | { readonly kind: 'duplicate'; readonly index: number; readonly other: number; readonly right?: SequenceNumber }
  /** The number at `index` is smaller than the one before it, or greater than the one behind it: `other`. */
  | { readonly kind: 'order'; readonly index: number; readonly other: number; readonly right?: SequenceNumber };

/**
 * Finds the faults of a sequence. `right` of a fault is the number that makes the whole right, where exactly one does.
 *
 * @param numbers in text order; undefined for a provision whose number is left open or can't be read: it may stand for
 *   any number that is missing at its place
 * @param start `one` where the first number has to be 1; `any` where the text goes on with another one's numbers
 */
export function faultsOf(numbers: readonly (SequenceNumber | undefined)[], start: 'one' | 'any'): Fault[] {
  if (isInSequence(numbers, start)) return [];
  const kept = preferFitting(numbers, longestRise(numbers));
  const known = new Map<string, number>();
  for (const index of kept) known.set(keyOf(numbers[index]), index);
  const elsewhere = new Set(
    numbers.flatMap((number, index) => (known.get(keyOf(number)) === index ? [] : [keyOf(number)])),
  );

  const faults: Fault[] = [];
  let after = -1;
  for (const index of [...kept, numbers.length]) {
    const place: Place = { after, index, missing: missingAt(numbers, after, index, start) };
    const strays = straysBetween(numbers, place, known);
    // What stands out of place in a gap was meant to fill it: one slip of a number, not two.
    const filled = place.index - place.after - 1 >= (place.missing?.count ?? 0);
    if (place.missing && !filled && !isElsewhere(place.missing, elsewhere)) {
      faults.push({ kind: 'gap', index, after, missing: place.missing });
    }
    for (const stray of strays) faults.push(stray);
    after = index;
  }
  return faults.sort((a, b) => a.index - b.index);
}

/** The numbers from `after` to `index`, both exclusive, and what is missing between these two. */
interface Place {
  readonly after: number;
  readonly index: number;
  readonly missing: Missing | undefined;
}

function isInSequence(numbers: readonly (SequenceNumber | undefined)[], start: 'one' | 'any'): boolean {
  let previous: SequenceNumber | undefined = start === 'one' ? [0] : undefined;
  for (const number of numbers) {
    if (!number || (previous && !follows(previous, number))) return false;
    previous = number;
  }
  return true;
}

/** Whether `next` may stand right behind `previous`: 121 or 120-1 behind 120, 121 or 120-2 behind 120-1. */
function follows(previous: SequenceNumber, next: SequenceNumber): boolean {
  // Nearly all numbers are plain ones.
  if (previous.length === 1 && next.length === 1) return next[0] === (previous[0] ?? 0) + 1;
  return compareNumbers(previous, next) < 0 && missingBetween(previous, next) === undefined;
}

/** What lies between two numbers of which the second is greater. */
function missingBetween(previous: SequenceNumber, next: SequenceNumber): Missing | undefined {
  let common = 0;
  while (common < previous.length && previous[common] === next[common]) common++;
  const before = previous[common] ?? 0;
  const main = next[common] ?? 0;
  const prefix = next.slice(0, common);
  const inserted = next.slice(common + 1);
  const insertedBefore = inserted.map((value) => value - 1);
  // 120-2 behind 119 lacks 120 and 120-1, 121 behind 119 lacks 120.
  const count =
    main - before - 1 + (inserted.length > 0 ? 1 : 0) + insertedBefore.reduce((sum, value) => sum + value, 0);
  if (count === 0) return undefined;
  const from =
    main - before - 1 + (inserted.length > 0 ? 1 : 0) > 0 ? [...prefix, before + 1] : [...next.slice(0, -1), 1];
  const last = next.at(-1) ?? 1;
  return { from, to: last > 1 ? [...next.slice(0, -1), last - 1] : next.slice(0, -1), count };
}

function missingAt(
  numbers: readonly (SequenceNumber | undefined)[],
  after: number,
  index: number,
  start: 'one' | 'any',
): Missing | undefined {
  const next = numbers[index];
  const previous = after < 0 ? (start === 'one' ? [0] : undefined) : numbers[after];
  return next && previous ? missingBetween(previous, next) : undefined;
}

/** Indices of a longest strictly rising subsequence, in order, in O(n log n). */
function longestRise(numbers: readonly (SequenceNumber | undefined)[]): number[] {
  /** The index of the smallest number that ends a rise of each length. */
  const ends: number[] = [];
  const previous = new Array<number>(numbers.length).fill(-1);
  numbers.forEach((number, index) => {
    if (!number) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = numbers[ends[middle] ?? 0];
      if (end && compareNumbers(end, number) < 0) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    const end = numbers[ends[low] ?? -1];
    // Of equal numbers the first is kept.
    if (!end || compareNumbers(number, end) < 0) ends[low] = index;
  });
  const rise: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) rise.push(index);
  return rise.reverse();
}

/** Of 2, 4, 4, 5 the second 4 is right and the first stands for 3. */
function preferFitting(numbers: readonly (SequenceNumber | undefined)[], kept: readonly number[]): number[] {
  let after = -1;
  return kept.map((index) => {
    const missing = missingAt(numbers, after, index, 'one');
    const repeated = keyOf(numbers[index]) === keyOf(numbers[index + 1]);
    const chosen = repeated && missing?.count === index - after ? index + 1 : index;
    after = chosen;
    return chosen;
  });
}

/** The faults of the numbers at a place that are in no rise; of several that follow one another only the first. */
function straysBetween(
  numbers: readonly (SequenceNumber | undefined)[],
  { after, index, missing }: Place,
  known: Map<string, number>,
): Fault[] {
  const faults: Fault[] = [];
  for (let at = after + 1; at < index; at++) {
    const number = numbers[at];
    if (!number) continue;
    const previous = at > after + 1 ? numbers[at - 1] : undefined;
    if (previous && follows(previous, number)) continue;
    const other = known.get(keyOf(number));
    if (other === undefined) known.set(keyOf(number), at);
    const right = rightNumber(numbers, { after, index, missing }, at);
    const fault = { index: at, ...(right && { right }) };
    if (other !== undefined) faults.push({ kind: 'duplicate', other, ...fault });
    else faults.push({ kind: 'order', other: isSmaller(number, numbers[after]) ? after : index, ...fault });
  }
  return faults;
}

/** The number that fits at `at`, where as many provisions stand between two that are right as numbers are missing there. */
function rightNumber(
  numbers: readonly (SequenceNumber | undefined)[],
  { after, index, missing }: Place,
  at: number,
): SequenceNumber | undefined {
  if (missing) return missing.count === index - after - 1 ? numbersOf(missing)?.[at - after - 1] : undefined;
  // At the end of the sequence: a number written twice.
  const previous = numbers[after];
  if (index - after !== 2 || index < numbers.length || previous?.length !== 1 || keyOf(previous) !== keyOf(numbers[at]))
    return undefined;
  return [(previous[0] ?? 0) + 1];
}

function isSmaller(number: SequenceNumber, than: SequenceNumber | undefined): boolean {
  return than !== undefined && compareNumbers(number, than) < 0;
}

/** Whether every number that is missing stands at another place of the sequence. */
function isElsewhere(missing: Missing, elsewhere: ReadonlySet<string>): boolean {
  if (missing.count > elsewhere.size) return false;
  return numbersOf(missing)?.every((number) => elsewhere.has(keyOf(number))) ?? false;
}

/** Each number that is missing; undefined where inserted ones (120-1) are among others, which may come in another way. */
function numbersOf({ from, to, count }: Missing): SequenceNumber[] | undefined {
  if (from.length !== to.length) return undefined;
  const prefix = from.slice(0, -1);
  const first = from.at(-1) ?? 0;
  return Array.from({ length: count }, (_, step) => [...prefix, first + step]);
}

function keyOf(number: SequenceNumber | undefined): string {
  return number?.join('-') ?? '';
}
