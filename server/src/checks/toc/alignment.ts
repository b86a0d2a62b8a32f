import type { Heading } from './entries.js';

/** What stands at one place of a table of contents and of the body; one of them where the other lacks it. */
export interface Pair {
  readonly entry?: Heading;
  readonly heading?: Heading;
}

/** Beyond so many comparisons the two lists have too little in common to be put side by side. */
const LIMIT = 250_000;

/**
 * Puts the entries of a table of contents beside the headings of the body, so that as few as possible differ. Pairs that
 * differ have the same number or the same name.
 *
 * @returns the pairs that differ and the ones of which a side lacks, in order; undefined where the lists are too long and
 *   differ too much
 */
export function differencesOf(entries: readonly Heading[], headings: readonly Heading[]): Pair[] | undefined {
  let from = 0;
  while (from < entries.length && from < headings.length && isSame(entries[from], headings[from])) from++;
  let back = 0;
  while (
    back < Math.min(entries.length, headings.length) - from &&
    isSame(entries[entries.length - 1 - back], headings[headings.length - 1 - back])
  ) {
    back++;
  }
  const left = entries.slice(from, entries.length - back);
  const right = headings.slice(from, headings.length - back);
  if (left.length * right.length > LIMIT) return undefined;
  return align(left, right).filter(({ entry, heading }) => !isSame(entry, heading));
}

function isSame(entry: Heading | undefined, heading: Heading | undefined): boolean {
  return entry !== undefined && heading !== undefined && distance(entry, heading) === 0;
}

function distance(entry: Heading, heading: Heading): number {
  if (entry.kind !== heading.kind) return Number.POSITIVE_INFINITY;
  const number = entry.number === heading.number ? 0 : 1;
  const name = entry.name === heading.name ? 0 : 1;
  return number + name < 2 ? number + name : Number.POSITIVE_INFINITY;
}

/** The alignment with the fewest differences (Levenshtein). */
function align(left: readonly Heading[], right: readonly Heading[]): Pair[] {
  const width = right.length + 1;
  const cost = new Float64Array((left.length + 1) * width);
  for (let row = left.length; row >= 0; row--) {
    for (let column = right.length; column >= 0; column--) {
      const at = row * width + column;
      const entry = left[row];
      const heading = right[column];
      if (!entry || !heading) {
        cost[at] = left.length - row + right.length - column;
        continue;
      }
      const pair = distance(entry, heading) + (cost[at + width + 1] ?? 0);
      cost[at] = Math.min(pair, 1 + Math.min(cost[at + width] ?? 0, cost[at + 1] ?? 0));
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < left.length || column < right.length;) {
    const at = row * width + column;
    const entry = left[row];
    const heading = right[column];
    if (entry && heading && cost[at] === distance(entry, heading) + (cost[at + width + 1] ?? 0)) {
      pairs.push({ entry, heading });
      row++;
      column++;
    } else if (entry && (!heading || cost[at] === 1 + (cost[at + width] ?? 0))) {
      pairs.push({ entry });
      row++;
    } else {
      pairs.push({ heading });
      column++;
    }
  }
  return pairs;
}
