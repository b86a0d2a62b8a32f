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
  const counterparts = new Array<Counterpart | undefined>(earlier.length);
  const laterTexts = later.map(wordsOf);
  const places = new Map<string, number[]>();
  laterTexts.forEach((text, index) => places.set(text, [...(places.get(text) ?? []), index]));
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

/** All pairs that are like enough, the most alike first; of equals those that stand in the same order. */
function likePairs(
  earlier: readonly Indexed[],
  later: readonly Indexed[],
): { earlier: number; later: number; likeness: number }[] {
  const holders = new Map<number, number[]>();
  const sizes = later.map(({ text }, at) => {
    const grams = gramsOf(text);
    for (const gram of grams) {
      const holding = holders.get(gram);
      if (holding) holding.push(at);
      else holders.set(gram, [at]);
    }
    return grams.size;
  });
  const pairs: { earlier: number; later: number; likeness: number }[] = [];
  for (const { index, text } of earlier) {
    const grams = gramsOf(text);
    const shared = new Map<number, number>();
    for (const gram of grams) for (const at of holders.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    for (const [at, count] of shared) {
      const likeness = (2 * count) / (grams.size + (sizes[at] ?? 0));
      if (likeness >= LEAST_LIKENESS) pairs.push({ earlier: index, later: later[at]?.index ?? at, likeness });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || a.earlier - b.earlier || a.later - b.later);
}

/** The different pairs of neighbouring characters in a text, as numbers. */
function gramsOf(text: string): Set<number> {
  const grams = new Set<number>();
  for (let at = 1; at < text.length; at++) grams.add(text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at));
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
