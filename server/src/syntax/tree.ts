import { anatomyOf } from './anatomy.js';
import type { Characters } from './characters.js';
import type { Source } from './derived.js';
import type { Line } from './line.js';
import { formatArticleNumber, formatNumeral, type Numeral } from './numerals.js';
import { readAnew, rereadLines, type ReadLines } from './rereadLines.js';
import { buildTree, type GreenNode, type NodeKind } from './structure.js';

/** Offsets into the text in UTF-16 units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The tree of one version of a text. It covers every character; it never throws and is made in linear time, whatever the
 * text. A tree made from an earlier one shares the nodes that did not change ({@link SyntaxNode.green}).
 */
export class SyntaxTree implements Source {
  readonly root: SyntaxNode;
  derived: unknown[] | undefined;

  private constructor(
    readonly text: Characters,
    private readonly read: ReadLines,
    root: GreenNode,
  ) {
    this.root = new SyntaxNode(this, root, 0, undefined, 0);
  }

  /**
   * Parses a text.
   *
   * @param text any characters
   * @param earlier the tree of an earlier version: only the lines that differ are read again
   */
  static parse(text: Characters, earlier?: SyntaxTree): SyntaxTree {
    const read = earlier ? rereadLines(text, earlier.text, earlier.read) : readAnew(text);
    const { lines } = read;
    const starts = startsOf(lines);
    const anatomy = anatomyOf(lines, (index) => {
      const line = lines[index];
      const start = starts[index] ?? 0;
      return line ? text.slice(start + line.contentStart, start + line.contentEnd) : '';
    });
    return new SyntaxTree(text, read, buildTree(lines, anatomy));
  }

  /** How many lines this tree shares with another one; shows what an edit made to be read again. */
  sharedLines(other: SyntaxTree): number {
    const known = new Set(other.read.lines);
    return this.read.lines.filter((line) => known.has(line)).length;
  }

  get lineCount(): number {
    return this.read.lines.length;
  }

  /** The innermost node that holds the character at an offset, the blank lines behind a node included. */
  nodeAt(offset: number): SyntaxNode {
    let node = this.root;
    for (;;) {
      const child = childAt(node.children, offset);
      if (!child) return node;
      node = child;
    }
  }
}

/** The child that holds an offset; children follow one another, so the place is found by halving. */
function childAt(children: readonly SyntaxNode[], offset: number): SyntaxNode | undefined {
  let low = 0;
  let high = children.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const child = children[middle];
    if (!child) return undefined;
    if (offset < child.offset) high = middle - 1;
    else if (offset >= child.full.end) low = middle + 1;
    else return child;
  }
  return undefined;
}

function startsOf(lines: readonly Line[]): Uint32Array {
  const starts = new Uint32Array(lines.length);
  let start = 0;
  lines.forEach((line, index) => {
    starts[index] = start;
    start += line.width;
  });
  return starts;
}

/**
 * A node at its place in a tree. Nodes are made when they are asked for; `green` tells whether two nodes, of one tree or
 * of two versions, are the same.
 */
export class SyntaxNode {
  private made: SyntaxNode[] | undefined;

  constructor(
    readonly tree: SyntaxTree,
    readonly green: GreenNode,
    /** Where {@link full} begins, for who needs no more of it: it is asked of every node at each keystroke. */
    readonly offset: number,
    readonly parent: SyntaxNode | undefined,
    /** Its place among the children of the parent, from 0. */
    readonly index: number,
  ) {}

  get kind(): NodeKind {
    return this.green.kind;
  }

  /**
   * The number that citations name the node by: `14`, `120-1` for 第一百二十条之一, `3`; paragraphs count from `1`. Empty
   * where the node has none: a placeholder, a numeral that cannot be read, a part of the front matter.
   */
  get number(): string {
    return this.green.number;
  }

  get numeral(): Numeral | undefined {
    return this.green.numeral;
  }

  /** True for a provision that was inserted with its number left open: 第×条. */
  get isPlaceholder(): boolean {
    return this.green.placeholder;
  }

  /** The number as it is written (第十四条, （三）); 第二款 for a paragraph, which has no mark. */
  get label(): string {
    if (this.kind === 'paragraph') return paragraphLabel(this.green.ordinal);
    return this.slice(this.green.markStart, this.green.markEnd);
  }

  /** The name behind the number of a container: 总则, spread-out characters closed up. */
  get heading(): string | undefined {
    if (!HEADED.has(this.kind)) return undefined;
    const heading = this.slice(this.green.bodyStart, this.green.bodyEnd);
    return isSpreadOut(heading) ? heading.replace(/\s/g, '') : heading;
  }

  /** The node without indentation before it and blank lines behind it. */
  get range(): Span {
    return this.span(this.green.contentStart, this.green.contentEnd);
  }

  /** What names the node: number and heading; the first line of a paragraph. */
  get selectionRange(): Span {
    const { markStart, markEnd, bodyStart, bodyEnd } = this.green;
    if (markEnd > markStart && !HEADED.has(this.kind)) return this.span(markStart, markEnd);
    return this.span(markEnd > markStart ? markStart : bodyStart, Math.max(bodyEnd, markEnd));
  }

  /** The number mark; empty where there is none. */
  get mark(): Span {
    return this.span(this.green.markStart, this.green.markEnd);
  }

  /** The words behind the number: a heading, the first line of an item. */
  get body(): Span {
    return this.span(this.green.bodyStart, this.green.bodyEnd);
  }

  /** Everything that belongs to the node. The full spans of a node's children follow one another without a gap. */
  get full(): Span {
    return this.span(0, this.green.width);
  }

  /** The text of {@link range}. */
  get text(): string {
    const { start, end } = this.range;
    return this.tree.text.slice(start, end);
  }

  get children(): readonly SyntaxNode[] {
    if (!this.made) {
      let start = this.offset + this.green.headWidth;
      this.made = this.green.children.map((child, index) => {
        const node = new SyntaxNode(this.tree, child, start, this, index);
        start += child.width;
        return node;
      });
    }
    return this.made;
  }

  /** This node and all below it, in text order. */
  *walk(): Generator<SyntaxNode, void, undefined> {
    yield this;
    for (const child of this.children) yield* child.walk();
  }

  /** The nearest node of a kind, this one or above it. */
  enclosing(...kinds: readonly NodeKind[]): SyntaxNode | undefined {
    return kinds.includes(this.kind) ? this : this.parent?.enclosing(...kinds);
  }

  private span(start: number, end: number): Span {
    return { start: this.offset + start, end: this.offset + end };
  }

  private slice(start: number, end: number): string {
    return this.tree.text.slice(this.offset + start, this.offset + end);
  }
}

const HEADED: ReadonlySet<NodeKind> = new Set([
  'part',
  'subpart',
  'chapter',
  'section',
  'annex',
  'entry',
  'title',
  'subtitle',
  'note',
]);

/** 总　　则: single characters with space between them. */
function isSpreadOut(heading: string): boolean {
  return /^\S(?:\s+\S)+$/u.test(heading);
}

/** 第二款. */
export function paragraphLabel(ordinal: number): string {
  return `第${formatNumeral(ordinal)}款`;
}

/** 第一百二十条之一 from `120-1`. */
export function articleLabel(number: string): string {
  return `第${formatArticleNumber(number)}`;
}
