import type { Citation, CitationGraph, Instrument } from './graph.js';

interface Wanted {
  /** How many at most. */
  readonly limit: number;
  /** What is left out altogether. */
  readonly takes: (instrument: Instrument) => boolean;
  /** What is looked for, with its neighbours; everything where nothing is. */
  readonly matches: ((instrument: Instrument) => boolean) | undefined;
}

/**
 * The instruments that are shown: those that are looked for first, then nearer ones before those farther from the centre,
 * of those equally near the ones with more citations.
 *
 * @returns them, and how many there would be without the limit
 */
export function choose(
  graph: CitationGraph,
  centre: Instrument | undefined,
  { limit, takes, matches }: Wanted,
): { chosen: Instrument[]; all: number } {
  const taken = graph.instruments.filter(takes);
  const neighbours = neighboursIn(graph.citations);
  const found = matches && new Set(taken.filter(matches));
  const wanted = found
    ? taken.filter((each) => found.has(each) || neighbours.of(each).some((other) => found.has(other)))
    : taken;
  const distances = centre ? distancesFrom(centre, (each) => neighbours.of(each).filter(takes)) : undefined;
  const rank = (instrument: Instrument): number[] => [
    found?.has(instrument) === false ? 1 : 0,
    distances?.get(instrument) ?? Number.MAX_SAFE_INTEGER,
    -neighbours.weightOf(instrument),
  ];
  const ranked = wanted.map((instrument) => ({ instrument, rank: rank(instrument) }));
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return { chosen: ranked.slice(0, limit).map(({ instrument }) => instrument), all: wanted.length };
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

interface Neighbours {
  of(instrument: Instrument): readonly Instrument[];
  /** How many places cite it or are in it. */
  weightOf(instrument: Instrument): number;
}

function neighboursIn(citations: readonly Citation[]): Neighbours {
  const lists = new Map<Instrument, Instrument[]>();
  const weights = new Map<Instrument, number>();
  const add = (one: Instrument, other: Instrument, count: number): void => {
    const list = lists.get(one);
    if (list) list.push(other);
    else lists.set(one, [other]);
    weights.set(one, (weights.get(one) ?? 0) + count);
  };
  for (const { from, to, count } of citations) {
    add(from, to, count);
    add(to, from, count);
  }
  return { of: (instrument) => lists.get(instrument) ?? [], weightOf: (instrument) => weights.get(instrument) ?? 0 };
}

/** How many citations lie between the centre and each instrument that a chain of them leads to. */
function distancesFrom(
  centre: Instrument,
  neighboursOf: (instrument: Instrument) => readonly Instrument[],
): Map<Instrument, number> {
  const distances = new Map([[centre, 0]]);
  // A map is walked in the order in which it grows.
  for (const [instrument, distance] of distances) {
    for (const neighbour of neighboursOf(instrument)) {
      if (!distances.has(neighbour)) distances.set(neighbour, distance + 1);
    }
  }
  return distances;
}
