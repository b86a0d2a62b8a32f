import { PROVISION_KINDS } from '../syntax/outline.js';
import type { NodeKind } from '../syntax/structure.js';
import type { SyntaxNode, SyntaxTree } from '../syntax/tree.js';
import { TextMap, type Kept } from './textMap.js';

/** Of shorter texts two that are alike may well be two. */
const TELLING = 6;

/**
 * Which provision of a text is which of a later version of it. A provision stays itself while the drafter edits around
 * it, whatever number it gets; what was cut and put elsewhere is known by its words.
 */
export class Identity {
  private readonly later = new Map<SyntaxNode, SyntaxNode>();
  private readonly earlier = new Map<SyntaxNode, SyntaxNode>();
  /** Whether the later text is another one. */
  readonly hasChanged: boolean;
  /** Words that were moved with their provision. */
  private moved = new TextMap([]);

  /**
   * @param map which characters are which
   */
  constructor(
    before: SyntaxTree,
    after: SyntaxTree,
    private readonly map: TextMap,
  ) {
    this.pair(before.root, after.root);
    this.hasChanged = before.text !== after.text;
    if (!this.hasChanged) {
      this.pairAll(before.root, after.root);
      return;
    }
    const nodesBefore = provisionsIn(before.root);
    const nodesAfter = provisionsIn(after.root);
    this.pairByStart(nodesBefore, nodesAfter, firstOffset);
    // Its number was written anew, and its words stand behind it as before.
    this.pairByStart(nodesBefore, nodesAfter, ({ body }) => body.start);
    this.pairByWords(nodesBefore, nodesAfter);
    this.pairByRemains(nodesBefore, after);
  }

  /**
   * What a provision has become: the provision itself, or what is left of it where its own heading is gone; nothing
   * where it was deleted.
   */
  after(node: SyntaxNode): readonly SyntaxNode[] {
    const itself = this.later.get(node);
    if (itself) return this.withoutMerged(node, itself) ?? [itself, ...this.splitOff(node, itself)];
    const parts = node.children.map((child) => this.after(child));
    return parts.length > 0 && parts.every((part) => part.length > 0) ? [...new Set(parts.flat())] : [];
  }

  /** The new provisions right behind one that begin with words that were in it: it was split. */
  private splitOff(node: SyntaxNode, itself: SyntaxNode): SyntaxNode[] {
    const parts: SyntaxNode[] = [];
    for (let next = this.behind(itself); next && !this.earlier.has(next); next = this.behind(next)) {
      const origin = this.map.origin(next.body.start);
      if (origin === undefined || origin < node.range.start || origin >= node.range.end) break;
      parts.push(next);
    }
    return parts;
  }

  /** The next provision of its kind; behind the last paragraph of an article the first one of a new article. */
  private behind(node: SyntaxNode): SyntaxNode | undefined {
    const siblings = node.parent?.children ?? [];
    const next = siblings[node.index + 1];
    if (next) return next.kind === node.kind ? next : undefined;
    if (node.kind !== 'paragraph' || !node.parent) return undefined;
    const article = node.parent.parent?.children[node.parent.index + 1];
    return article?.kind === 'article' && !this.earlier.has(article) ? article.children[0] : undefined;
  }

  /** What was in an article that another one, which is no more, was merged into; undefined where none was. */
  private withoutMerged(node: SyntaxNode, itself: SyntaxNode): SyntaxNode[] | undefined {
    if (node.kind !== 'article') return undefined;
    const isMerged = itself.children.some((child) => {
      const home = this.earlier.get(child)?.parent;
      return home !== undefined && home !== node && home.kind === 'article' && !this.later.has(home);
    });
    return isMerged ? node.children.flatMap((child) => this.after(child)) : undefined;
  }

  /** Where words of the earlier version are in the later one, if they still stand one after the other. */
  stretch(start: number, end: number): number | undefined {
    return this.map.stretch(start, end) ?? this.moved.stretch(start, end);
  }

  /** The provision that one of the later version was before; undefined for a new one. */
  before(node: SyntaxNode): SyntaxNode | undefined {
    return this.earlier.get(node);
  }

  private pair(before: SyntaxNode, after: SyntaxNode): void {
    this.later.set(before, after);
    if (!this.earlier.has(after)) this.earlier.set(after, before);
  }

  /** Pairs two nodes and what is below them, as far as it is of the same shape. */
  private pairAll(before: SyntaxNode, after: SyntaxNode): void {
    this.pair(before, after);
    if (before.children.length !== after.children.length) return;
    before.children.forEach((child, index) => {
      const other = after.children[index];
      if (other?.kind === child.kind) this.pairAll(child, other);
    });
  }

  /** Where a certain character of a provision, as the first of its number, is that of one of its kind. */
  private pairByStart(
    nodesBefore: readonly SyntaxNode[],
    nodesAfter: readonly SyntaxNode[],
    startOf: (node: SyntaxNode) => number,
  ): void {
    const left = nodesAfter.filter((node) => !this.earlier.has(node));
    const byPlace = new Map(left.map((node) => [placeOf(node.kind, startOf(node)), node]));
    for (const node of nodesBefore) {
      if (this.later.has(node)) continue;
      const offset = this.map.at(startOf(node));
      const other = offset === undefined ? undefined : byPlace.get(placeOf(node.kind, offset));
      if (other && !this.earlier.has(other)) this.pair(node, other);
    }
  }

  /** What was moved: the same words, which stand only once among what is left on each side. */
  private pairByWords(nodesBefore: readonly SyntaxNode[], nodesAfter: readonly SyntaxNode[]): void {
    const lost = byWords(nodesBefore.filter((node) => !this.later.has(node)));
    const found = byWords(nodesAfter.filter((node) => !this.earlier.has(node)));
    const moved: Kept[] = [];
    for (const [words, [node, ...others]] of lost) {
      const [other, ...more] = found.get(words) ?? [];
      if (!node || !other || others.length > 0 || more.length > 0) continue;
      if (this.later.has(node) || this.earlier.has(other)) continue;
      this.pairAll(node, other);
      if (node.text === other.text) {
        moved.push({ before: node.range.start, after: other.range.start, length: node.text.length });
      }
    }
    this.moved = new TextMap(withoutInner(moved.sort((a, b) => a.before - b.before || b.length - a.length)));
  }

  /** Words that now stand in another provision: of two paragraphs that were joined both are the joined one. */
  private pairByRemains(nodesBefore: readonly SyntaxNode[], after: SyntaxTree): void {
    for (const node of nodesBefore) {
      if (this.later.has(node) || (node.kind !== 'paragraph' && node.kind !== 'item' && node.kind !== 'subitem'))
        continue;
      const { start, end } = node.body;
      const pieces = [...this.map.within(start, end)].sort((a, b) => b.length - a.length);
      const [longest] = pieces;
      if (!longest || longest.length * 2 < end - start) continue;
      const home = after.nodeAt(longest.after);
      // 款 and 项 may have become one another.
      const holder = home.enclosing('paragraph', 'item', 'subitem');
      if (holder) this.pair(node, holder);
    }
  }
}

/** The provisions below a node, annexes and what is in them included, in text order. */
function provisionsIn(root: SyntaxNode): SyntaxNode[] {
  return [...root.walk()].filter(({ kind }) => PROVISION_KINDS.has(kind) || kind === 'annex');
}

function firstOffset(node: SyntaxNode): number {
  return node.mark.end > node.mark.start ? node.mark.start : node.body.start;
}

function placeOf(kind: NodeKind, offset: number): string {
  return `${kind} ${String(offset)}`;
}

function byWords(nodes: readonly SyntaxNode[]): Map<string, SyntaxNode[]> {
  const map = new Map<string, SyntaxNode[]>();
  for (const node of nodes) {
    const { tree, mark, range } = node;
    const words = tree.text.slice(mark.end > mark.start ? mark.end : range.start, range.end).replace(/\s+/g, '');
    if (words.length < TELLING) continue;
    const key = `${node.kind} ${words}`;
    const same = map.get(key);
    if (same) same.push(node);
    else map.set(key, [node]);
  }
  return map;
}

/** Without stretches that lie in the one before, as paragraphs do in their article. */
function withoutInner(kept: readonly Kept[]): Kept[] {
  let end = 0;
  return kept.filter(({ before, length }) => before >= end && (end = before + length) > 0);
}
