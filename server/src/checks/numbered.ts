import { annexesOf, subtitleOf, titleOf } from '../syntax/outline.js';
import { Derived } from '../syntax/derived.js';
import type { NodeKind } from '../syntax/structure.js';
import type { SyntaxNode, SyntaxTree } from '../syntax/tree.js';
import { isAmending } from './amending.js';
import { isUnmarked, numberOf } from './marks.js';
import { faultsOf, type Fault } from './sequence.js';

/** Provisions that are numbered one after another: the articles of an instrument, the items of a paragraph. */
export interface NumberedSequence {
  /** In text order; at least one. */
  readonly nodes: readonly SyntaxNode[];
  readonly faults: readonly Fault[];
}

/** A way to divide the provisions of a kind into sequences. */
type Reading = (nodes: readonly SyntaxNode[]) => readonly (readonly SyntaxNode[])[];

const throughout: Reading = (nodes) => [nodes];
const restartingIn =
  (...containers: readonly NodeKind[]): Reading =>
  (nodes) =>
    split(
      nodes,
      (node, previous) => node.parent?.enclosing(...containers) !== previous.parent?.enclosing(...containers),
    );
/** One text below another without a heading of its own: the numbers begin again. */
const restartingAnywhere: Reading = (nodes) =>
  split(nodes, (node, previous) => numberOf(node)?.[0] === 1 && numberOf(previous)?.[0] !== 1);

/** Provisions outside lists, each kind with the readings of its numbers that statutes follow. */
const READINGS: readonly (readonly [NodeKind, readonly Reading[]])[] = [
  ['part', [throughout]],
  ['subpart', [restartingIn('part'), throughout]],
  ['chapter', [restartingIn('part', 'subpart'), restartingIn('part'), throughout]],
  ['section', [restartingIn('part', 'subpart', 'chapter')]],
  ['article', [throughout]],
  ['clause', [throughout, restartingIn('part', 'subpart', 'chapter', 'section'), restartingAnywhere]],
];

interface Numbered {
  readonly sequences: readonly NumberedSequence[];
  readonly nodes: readonly SyntaxNode[];
}

const known = new Derived<Numbered>();

/**
 * The sequences of numbers of a document, annexes included, which have numbers of their own, and what is wrong with each.
 * Left out are the lists of articles in which no rule finds anything ({@link isInOrder}).
 */
export function sequencesOf(tree: SyntaxTree): readonly NumberedSequence[] {
  return numberedOf(tree).sequences;
}

/**
 * The numbered provisions and containers that rules for single ones may find something in, in the order of their
 * sequences: those whose numbers are not written as they ought to be, articles without text, and all containers.
 */
export function conspicuousNodesOf(tree: SyntaxTree): readonly SyntaxNode[] {
  return numberedOf(tree).nodes;
}

/** Several rules ask for it: it is made once for each version of a text. */
function numberedOf(tree: SyntaxTree): Numbered {
  let numbered = known.get(tree);
  if (!numbered) {
    const title = titleOf(tree);
    // A file of one part of a statute goes on with the numbers of the part before, an amendment with those of the one
    // before; a decision that amends many texts is quoted by one of its points.
    const isExcerpt = isAmending(title);
    const main = sequencesBelow(tree.root, title, isExcerpt || subtitleOf(tree) !== undefined ? 'any' : 'one');
    const annexes = annexesOf(tree).map((annex) =>
      sequencesBelow(annex, annex.heading ?? '', isExcerpt ? 'any' : 'one'),
    );
    const sequences = [main, ...annexes].flat();
    numbered = { sequences, nodes: sequences.flatMap(({ nodes }) => nodes.filter(isConspicuous)) };
    known.set(tree, numbered);
  }
  return numbered;
}

function sequencesBelow(root: SyntaxNode, title: string, start: 'one' | 'any'): NumberedSequence[] {
  const found = new Collector(isAmending(title));
  found.visit(root);
  const numbered = READINGS.flatMap(([kind, readings]) => {
    const nodes = found.byKind.get(kind);
    return nodes ? bestReading(nodes, readings, start) : [];
  });
  // That a list does not begin at （一） is another finding than a gap.
  return numbered.concat(found.lists.map((nodes) => sequenceOf(nodes, 'any')));
}

function sequenceOf(nodes: readonly SyntaxNode[], start: 'one' | 'any'): NumberedSequence {
  return { nodes, faults: risesByOne(nodes, start) ? [] : faultsOf(nodes.map(numberOf), start) };
}

/** Whether numbers go up by one, as nearly all do: then there is nothing to find in them. */
function risesByOne(nodes: readonly SyntaxNode[], start: 'one' | 'any'): boolean {
  const first = nodes[0]?.green.numeral?.value ?? Number.NaN;
  if (Number.isNaN(first) || (start === 'one' && first !== 1)) return false;
  return nodes.every(
    ({ green: { numeral, inserted } }, index) => numeral?.value === first + index && inserted === undefined,
  );
}

/** Statutes differ in where numbers begin again: the reading that leaves the fewest faults is theirs. */
function bestReading(
  nodes: readonly SyntaxNode[],
  readings: readonly Reading[],
  start: 'one' | 'any',
): readonly NumberedSequence[] {
  let best: NumberedSequence[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const reading of readings) {
    const sequences = reading(nodes).map((group) => sequenceOf(group, start));
    const faults = sequences.reduce((sum, sequence) => sum + sequence.faults.length, 0);
    if (faults < fewest) [best, fewest] = [sequences, faults];
    if (fewest === 0) break;
  }
  return best;
}

function split(
  nodes: readonly SyntaxNode[],
  begins: (node: SyntaxNode, previous: SyntaxNode) => boolean,
): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && !begins(node, previous)) group.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** Sorts the numbered nodes of an instrument or annex: items and subitems by their list, all others by their kind. */
class Collector {
  readonly byKind = new Map<NodeKind, SyntaxNode[]>();
  readonly lists: SyntaxNode[][] = [];
  /** The last list of each style, which a later one may go on with. */
  private open = new Map<string, SyntaxNode[]>();
  /** The article before, while its lists are passed over. */
  private passed: SyntaxNode | undefined;

  /**
   * @param isAmending in an amending decision the provisions that it quotes stand between its own: its headings and lists
   *   are those of another text
   */
  constructor(private readonly isAmending: boolean) {}

  visit(node: SyntaxNode): void {
    for (const child of node.children) {
      if (child.kind === 'paragraph') {
        if (!this.isAmending) this.visitParagraph(child);
      } else if (NUMBERED.has(child.kind)) {
        if (this.isAmending && child.kind !== 'article' && child.kind !== 'clause') continue;
        const nodes = this.byKind.get(child.kind);
        if (nodes) nodes.push(child);
        else this.byKind.set(child.kind, [child]);
        if (child.kind === 'article') {
          // No list goes on in another article.
          if (this.open.size > 0) this.open = new Map();
          this.passed = isInOrder(child) ? child : undefined;
          if (this.passed) continue;
        }
        this.visit(child);
      }
    }
  }

  private visitParagraph(paragraph: SyntaxNode): void {
    if (paragraph.green.children.length === 0) return;
    // Below the next heading, its list may go on with the article's.
    const { passed } = this;
    this.passed = undefined;
    if (passed) this.visit(passed);
    this.visitList(paragraph);
  }

  /** The items below a paragraph, or the subitems below an item, with the lists below them. */
  private visitList(parent: SyntaxNode): void {
    let list: SyntaxNode[] | undefined;
    let style: string | undefined;
    for (const child of parent.children) {
      const own = styleOf(child);
      if (!list || own !== style) list = this.listOf(child, own);
      style = own;
      list.push(child);
      if (child.green.children.length > 0) this.visitList(child);
    }
  }

  private listOf(first: SyntaxNode, style: string): SyntaxNode[] {
    const open = this.open.get(style);
    const last = open?.at(-1);
    if (open && last && goesOn(last, first)) return open;
    const list: SyntaxNode[] = [];
    this.lists.push(list);
    this.open.set(style, list);
    return list;
  }
}

const inOrder = new Derived<boolean>();

/**
 * Whether there is nothing to report of the numbers in an article's lists: each list begins at 1 and goes up by one, and
 * its numbers are written as they ought to be. Nearly all articles are so; one that two versions of a text share is
 * looked through once.
 */
function isInOrder(article: SyntaxNode): boolean {
  const { green } = article;
  let known = inOrder.get(green);
  if (known === undefined) {
    const found = new Collector(false);
    found.visit(article);
    known = found.lists.every((list) =>
      list.every((node, index) => numberOf(node)?.[0] === index + 1 && isProper(node)),
    );
    inOrder.set(green, known);
  }
  return known;
}

function isConspicuous(node: SyntaxNode): boolean {
  const { kind, green } = node;
  const hasText = kind === 'article' || kind === 'clause' ? green.children.length > 0 : IN_LISTS.has(kind);
  return !hasText || !isProper(node);
}

const IN_LISTS: ReadonlySet<NodeKind> = new Set(['item', 'subitem']);

function isProper(node: SyntaxNode): boolean {
  const { numeral, inserted } = node.green;
  if (isUnmarked(node) || inserted?.some(({ form }) => form !== 'canonical')) return false;
  return numeral?.form === 'canonical' || (numeral?.form === 'arabic' && node.kind === 'subitem');
}

const NUMBERED: ReadonlySet<NodeKind> = new Set(READINGS.map(([kind]) => kind));

/** Marks of one list are alike. */
function styleOf({ kind, tree, mark }: SyntaxNode): string {
  if (kind === 'item') return 'item';
  const character = tree.text.charAt(mark.start);
  if (character === '（' || character === '(') return 'bracket';
  return /[0-9０-９]/.test(character) ? 'point' : 'circle';
}

/**
 * Whether a list goes on with an earlier one. Running text may stand between two items, and the numbers may run on from
 * one clause to the next. Where more than one number is left out, the two are one list only if no line between them opens
 * another one.
 */
function goesOn(last: SyntaxNode, first: SyntaxNode): boolean {
  const [number = 1] = numberOf(first) ?? [];
  const step = number - (numberOf(last)?.[0] ?? number);
  if (number === 1 || step < 1) return false;
  if (step === 1) return true;
  const siblings = first.parent?.parent?.children ?? [];
  const from = last.parent?.kind === 'paragraph' ? siblings.indexOf(last.parent) : -1;
  const to = siblings.findIndex((sibling) => sibling === first.parent);
  if (from < 0 || to < from) return false;
  return siblings.slice(from + 1, to + 1).every(({ tree, body }) => !/[：:]/.test(tree.text.charAt(body.end - 1)));
}
