import type { SyntaxNode } from '../syntax/tree.js';

/** What stands for a provision in the other version. */
export interface Counterpart {
  /** Its place in the list that was compared. */
  readonly index: number;
  /** Whether the text is the same; else it is the one most like it. */
  readonly isSame: boolean;
}

/**
 * The least likeness of two texts that are taken for versions of one provision: the share of their pairs of characters
 * that they have in common. Unrelated articles of one law share the formulas of the trade and reach a quarter; a half is
 * what a provision keeps that was amended rather than replaced.
 */
const LEAST_LIKENESS = 0.5;

/**
 * Pairs provisions of two versions: those with the same text first, then the rest by likeness, the most alike first.
 * Texts are found by what is in them, so that the time grows with the length of both and not with their product.
 *
 * @returns for each earlier one its counterpart, undefined where it was deleted
 */
export function align(
  earlier: readonly SyntaxNode[],
  later: readonly SyntaxNode[],
): readonly (Counterpart | undefined)[] {
  const counterparts = new Array<Counterpart | undefined>(earlier.length).fill(undefined);
  const laterTexts = later.map(wordsOf);
  const places = new Map<string, number[]>();
  laterTexts.forEach((text, index) => {
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  });
  const open = new Set(later.keys());
  const rest: { readonly index: number; readonly text: string }[] = [];
  earlier.forEach((node, index) => {
    const text = wordsOf(node);
    const same = places.get(text)?.shift();
    if (same === undefined) rest.push({ index, text });
    else {
      counterparts[index] = { index: same, isSame: true };
      open.delete(same);
    }
  });
  for (const pair of likePairs(
    rest,
    [...open].map((index) => ({ index, text: laterTexts[index] ?? '' })),
  )) {
    if (counterparts[pair.earlier] || !open.delete(pair.later)) continue;
    counterparts[pair.earlier] = { index: pair.later, isSame: false };
  }
  return counterparts;
}

interface Indexed {
  readonly index: number;
  readonly text: string;
}

/** A gram that more provisions have tells none of them from the others: 应当, 规定. */
const MOST_HOLDERS = 32;
/** How many provisions are compared with one, those that share the most rare grams with it. */
const CANDIDATES = 8;

/** The pairs that are like enough, the most alike first; of equals those that stand in the same order. */
function likePairs(
  earlier: readonly Indexed[],
  later: readonly Indexed[],
): { earlier: number; later: number; likeness: number }[] {
  const grams = later.map(({ text }) => gramsOf(text));
  const holders = new Map<number, number[]>();
  grams.forEach((own, at) => {
    for (const gram of own) {
      const holding = holders.get(gram);
      if (holding) holding.push(at);
      else holders.set(gram, [at]);
    }
  });
  return earlier
    .flatMap(({ index, text }) => {
      const own = gramsOf(text);
      return candidatesFor(own, holders).map((at) => ({
        earlier: index,
        later: later[at]?.index ?? at,
        likeness: likeness(own, grams[at] ?? new Set()),
      }));
    })
    .filter((pair) => pair.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || a.earlier - b.earlier || a.later - b.later);
}

function candidatesFor(grams: ReadonlySet<number>, holders: ReadonlyMap<number, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const gram of grams) {
    const holding = holders.get(gram) ?? [];
    if (holding.length > MOST_HOLDERS) continue;
    for (const at of holding) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, CANDIDATES)
    .map(([at]) => at);
}

/** The share of grams that two texts have in common (Dice's coefficient). */
function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const gram of one) if (other.has(gram)) shared++;
  return (2 * shared) / (one.size + other.size);
}

/**
 * The different pairs of neighbouring characters in a text, as numbers of 30 bits, which engines hold without an object
 * each. That two rare pairs may get one number does no harm.
 */
function gramsOf(text: string): Set<number> {
  const grams = new Set<number>();
  for (let at = 1; at < text.length; at++) {
    grams.add(((text.charCodeAt(at - 1) & 0x7fff) << 15) | (text.charCodeAt(at) & 0x7fff));
  }
  return grams;
}

const WIDE: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '<': '〈',
  '>': '〉',
  '＜': '〈',
  '＞': '〉',
};

/**
 * The words of a provision and of what is in it, without its own number. Layout, and whether a mark is full-width, are
 * the file's and not the law's.
 */
export function wordsOf(node: SyntaxNode): string {
  return node.tree.text
    .slice(node.mark.end, node.range.end)
    .replace(/\s+/g, '')
    .replace(/[(),:;?<>＜＞]/g, (mark) => WIDE[mark] ?? mark);
}
