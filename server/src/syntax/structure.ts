import { DEPTH, type Anatomy, type Region } from './anatomy.js';
import type { Source } from './derived.js';
import type { FrontRole } from './frontMatter.js';
import type { Line } from './line.js';
import type { Numeral } from './numerals.js';

/** Kinds of nodes. Those from `part` to `annex` are provisions and containers of provisions. */
export type NodeKind =
  | 'document'
  | FrontRole
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  /** 一、 at the top level of an instrument without articles. */
  | 'clause'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'annex';

/**
 * A node without place: widths only, so that it can be shared between the trees of two versions of a text. A node's
 * children follow one another without a gap from `headWidth` on and end where the node ends.
 */
export interface GreenNode extends Source {
  readonly kind: NodeKind;
  /** UTF-16 units, line breaks and blank lines behind it included. */
  readonly width: number;
  /** Width of what stands before the first child. */
  readonly headWidth: number;
  /** Offsets from the start of the node: its content, without indentation and without blank lines behind. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Offsets of the number mark (第十四条); equal where the node has none. */
  readonly markStart: number;
  readonly markEnd: number;
  /** Offsets of the heading behind the mark, or of the first line of the text. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly numeral: Numeral | undefined;
  readonly inserted: readonly Numeral[] | undefined;
  readonly placeholder: boolean;
  /** See `SyntaxNode.number`. */
  readonly number: string;
  /** Position among the paragraphs of its parent, from 1; 0 for all but paragraphs. */
  readonly ordinal: number;
  readonly children: readonly GreenNode[];
  /** The lines that an article or a clause was built from. */
  readonly lines: readonly Line[] | undefined;
}

/**
 * Builds the tree of a document and gives its root. Nodes whose lines have not changed, and containers whose children
 * have not, are the very nodes of the version that their lines were read for.
 */
export function buildTree(lines: readonly Line[], anatomy: Anatomy): GreenNode {
  const builder = new Builder(lines);
  let children: GreenNode[] = [];
  const start = skipBlanks(lines, 0, lines.length);
  for (const region of anatomy) {
    if (region.kind !== 'main') children.push(builder.annex(region));
    else if (region.to > start) children = builder.front(region, start).concat(builder.body(region, start));
  }
  const root = emptyNode('document');
  root.headWidth = widthOf(lines, 0, start);
  for (const at of ['contentStart', 'contentEnd', 'markStart', 'markEnd', 'bodyStart', 'bodyEnd'] as const) {
    root[at] = root.headWidth;
  }
  return seal(root, children);
}

/** A node is filled in while it is built, and not changed any more once it is given away. */
type Draft = { -readonly [Field in keyof GreenNode]: GreenNode[Field] };

function emptyNode(kind: NodeKind): Draft {
  return {
    kind,
    width: 0,
    headWidth: 0,
    contentStart: 0,
    contentEnd: 0,
    markStart: 0,
    markEnd: 0,
    bodyStart: 0,
    bodyEnd: 0,
    numeral: undefined,
    inserted: undefined,
    placeholder: false,
    number: '',
    ordinal: 0,
    children: [],
    lines: undefined,
    derived: undefined,
  };
}

/** A node whose head is a whole line, with the blank lines behind it. */
function nodeOf(kind: NodeKind, line: Line, blankWidth: number): Draft {
  const node = emptyNode(kind);
  node.headWidth = line.width + blankWidth;
  node.contentStart = line.contentStart;
  node.contentEnd = line.contentEnd;
  node.markStart = line.markStart;
  node.markEnd = line.markEnd;
  node.bodyStart = line.bodyStart;
  node.bodyEnd = line.contentEnd;
  node.numeral = line.numeral;
  node.inserted = line.inserted;
  node.placeholder = line.placeholder;
  node.number = numberOf(line);
  return node;
}

/** `14`, `120-1`; empty where there is no number, or a part of it has no reading. */
function numberOf({ numeral, inserted }: Line): string {
  if (!numeral || Number.isNaN(numeral.value)) return '';
  if (!inserted) return String(numeral.value);
  const values = [numeral, ...inserted].map(({ value }) => value);
  return values.some(Number.isNaN) ? '' : values.join('-');
}

/** Gives a node its children, and with them its width and the end of its content. */
function seal(node: Draft, children: readonly GreenNode[]): GreenNode {
  let width = node.headWidth;
  for (const child of children) {
    if (child.contentEnd > child.contentStart) node.contentEnd = width + child.contentEnd;
    width += child.width;
  }
  node.width = width;
  node.children = children;
  return node;
}

function widthOf(lines: readonly Line[], from = 0, to = lines.length): number {
  let width = 0;
  for (let index = from; index < to; index++) width += lines[index]?.width ?? 0;
  return width;
}

class Builder {
  constructor(private readonly lines: readonly Line[]) {}

  /** Title, notes, table of contents, preamble: a node a line, but for the table, which holds its entries. */
  front(region: Region, from: number): GreenNode[] {
    const nodes: GreenNode[] = [];
    for (let index = from; index < region.bodyStart;) {
      const role = region.front[index - region.from] ?? 'preamble';
      if (role === 'contents' || role === 'entry') {
        // The table may stand without its name: then its first entry opens it.
        const next = role === 'contents' ? this.afterBlanks(index, region.bodyStart) : index;
        const entries: GreenNode[] = [];
        let end = next;
        while (end < region.bodyStart && region.front[end - region.from] === 'entry') {
          const after = this.afterBlanks(end, region.bodyStart);
          entries.push(this.leaf('entry', end, after));
          end = after;
        }
        const node = role === 'contents' ? this.draft('contents', index, next) : emptyNode('contents');
        nodes.push(seal(node, entries));
        index = end;
      } else {
        const next = this.afterBlanks(index, region.bodyStart);
        nodes.push(this.leaf(role, index, next));
        index = next;
      }
    }
    return nodes;
  }

  /** Parts, chapters, sections, articles, nested by their depth. */
  body(region: Region, from: number): GreenNode[] {
    const open: { depth: number; line: Line; node: Draft; children: GreenNode[] }[] = [];
    const top: GreenNode[] = [];
    const close = (depth: number): void => {
      for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
        open.pop();
        (open.at(-1)?.children ?? top).push(reuse(last.line, seal(last.node, last.children)));
      }
    };
    const { headed } = region;
    let next = 0;
    for (let index = Math.max(from, region.bodyStart); index < region.to;) {
      const line = this.lines[index];
      if (!line) break;
      while ((headed[next]?.index ?? region.to) < index) next++;
      const depth = headed[next]?.index === index ? headed[next++]?.depth : undefined;
      if (depth !== undefined && depth < DEPTH.article) {
        close(depth);
        const behind = this.afterBlanks(index, region.to);
        // 一、 above articles is a section that has a number of another form.
        const kind = line.kind === 'clause' ? 'section' : (line.kind as NodeKind);
        open.push({ depth, line, children: [], node: this.draft(kind, index, behind) });
        index = behind;
        continue;
      }
      const end = headed[next]?.index ?? region.to;
      const children = open.at(-1)?.children ?? top;
      // Text that no article holds: of an annex, of an instrument without articles, under a chapter's heading.
      if (depth === undefined) for (const node of paragraphs(this.lines.slice(index, end))) children.push(node);
      else children.push(this.article(line, index, end));
      index = end;
    }
    close(0);
    return top;
  }

  /** An annex, or an instrument republished below another one, which is named by the title inside it. */
  annex(region: Region): GreenNode {
    if (region.kind === 'annex') {
      const next = this.afterBlanks(region.from, region.to);
      return seal(this.draft('annex', region.from, next), this.body(region, next));
    }
    const children = this.front(region, region.from).concat(this.body(region, region.from));
    const title = children.find((child) => child.kind === 'title');
    const node = emptyNode('annex');
    if (title) {
      node.contentStart = title.contentStart;
      node.markStart = title.bodyStart;
      node.markEnd = title.bodyStart;
      node.bodyStart = title.bodyStart;
      node.bodyEnd = title.bodyEnd;
    }
    return seal(node, children);
  }

  /** An article or a clause: the number, then the paragraphs, the first of them on the number's own line. */
  private article(line: Line, from: number, to: number): GreenNode {
    const earlier = line.heads;
    if (earlier?.lines && isSlice(earlier.lines, this.lines, from, to)) return earlier;
    const lines = this.lines.slice(from, to);
    const node = nodeOf(line.kind as NodeKind, line, 0);
    node.contentEnd = line.markEnd;
    node.lines = lines;
    if (line.bodyStart < line.contentEnd) {
      node.headWidth = line.bodyStart;
      const rest = line.rest ?? restOf(line);
      return reuse(line, seal(node, paragraphs([rest, ...lines.slice(1)])));
    }
    // The number stands on a line of its own; its text begins on the next line that has one.
    const next = skipBlanks(lines, 1, lines.length);
    node.headWidth = widthOf(lines, 0, next);
    return reuse(line, seal(node, paragraphs(lines.slice(next))));
  }

  private leaf(kind: NodeKind, index: number, next: number): GreenNode {
    const node = seal(this.draft(kind, index, next), []);
    const line = this.lines[index];
    return line ? reuse(line, node) : node;
  }

  private draft(kind: NodeKind, index: number, next: number): Draft {
    const line = this.lines[index];
    return line ? nodeOf(kind, line, widthOf(this.lines, index + 1, next)) : emptyNode(kind);
  }

  /** The line behind `index` and the blank lines below it. */
  private afterBlanks(index: number, to: number): number {
    return skipBlanks(this.lines, index + 1, to);
  }
}

/** What follows an article's number on its line, as a line of its own. */
function restOf(line: Line): Line {
  return {
    ...line,
    kind: 'text',
    width: line.width - line.bodyStart,
    contentStart: 0,
    contentEnd: line.contentEnd - line.bodyStart,
    markStart: 0,
    markEnd: 0,
    bodyStart: 0,
    numeral: undefined,
    inserted: undefined,
    placeholder: false,
    heads: undefined,
  };
}

/** The node that the line headed before, if it has the same head and the very same children; else the new one. */
function reuse(line: Line, node: GreenNode): GreenNode {
  const earlier = line.heads;
  const same =
    earlier?.kind === node.kind &&
    earlier.ordinal === node.ordinal &&
    earlier.headWidth === node.headWidth &&
    earlier.width === node.width &&
    isSlice(earlier.children, node.children, 0, node.children.length);
  return same ? earlier : (line.heads = node);
}

/** Whether `part` has the very items of `whole` between two indices. */
function isSlice<T>(part: readonly T[], whole: readonly T[], from: number, to: number): boolean {
  if (part.length !== to - from) return false;
  for (let index = from; index < to; index++) if (part[index - from] !== whole[index]) return false;
  return true;
}

/**
 * Natural paragraphs with the items and subitems below them. Items are no paragraphs; a line behind the items is the
 * next paragraph.
 */
function paragraphs(written: readonly Line[]): GreenNode[] {
  const lines = withLostNumbers(written);
  const nodes: GreenNode[] = [];
  for (let index = 0; index < lines.length;) {
    const end = endOfRun(lines, index, lines.length, isUnlisted);
    nodes.push(paragraph(lines, index, end, nodes.length + 1));
    index = end;
  }
  return nodes;
}

/**
 * Conversion from Word loses automatic numbers: lines without one that all end with ；, between the words before a list
 * and an item, or between two items, are the items whose numbers are missing, if they are just as many. They get their
 * numbers, but no marks.
 */
function withLostNumbers(lines: readonly Line[]): readonly Line[] {
  let numbered: Line[] | undefined;
  /** The number that the next item must have, and the unnumbered lines since that may be items. */
  let expected = Number.NaN;
  let unnumbered: number[] = [];
  lines.forEach((line, index) => {
    if (line.kind === 'blank') return;
    if (line.kind === 'text' && line.ending === '；' && !Number.isNaN(expected)) {
      unnumbered.push(index);
      return;
    }
    const value = line.kind === 'item' ? (line.numeral?.value ?? Number.NaN) : Number.NaN;
    if (value === expected + unnumbered.length) {
      for (const [offset, lost] of unnumbered.entries()) {
        const item = lines[lost];
        if (item)
          (numbered ??= [...lines])[lost] = {
            ...item,
            kind: 'item',
            numeral: { value: expected + offset, form: 'canonical' },
          };
      }
    }
    unnumbered = [];
    // Subitems leave the list of items as it is; any other line ends it, or opens one.
    if (line.kind !== 'subitem') expected = line.kind === 'item' ? value + 1 : line.ending === '：' ? 1 : Number.NaN;
  });
  return numbered ?? lines;
}

const isUnlisted = (line: Line): boolean => line.kind !== 'item' && line.kind !== 'subitem';
const isItem = (line: Line): boolean => line.kind === 'item';

/** Index behind the lines from `index + 1` on that do not begin something new; blank lines never do. */
function endOfRun(lines: readonly Line[], index: number, to: number, begins: (line: Line) => boolean): number {
  for (let end = index + 1; end < to; end++) {
    const line = lines[end];
    if (line && line.kind !== 'blank' && begins(line)) return end;
  }
  return to;
}

function skipBlanks(lines: readonly Line[], from: number, to: number): number {
  let next = from;
  while (next < to && lines[next]?.kind === 'blank') next++;
  return next;
}

function paragraph(lines: readonly Line[], from: number, to: number, ordinal: number): GreenNode {
  const line = lines[from];
  if (!line) throw new RangeError('A paragraph has a line.');
  // A paragraph may begin with an item: its opening words were lost, or the article has none before the list.
  const listed = !isUnlisted(line);
  const next = listed ? from : skipBlanks(lines, from + 1, to);
  const node = nodeOf('paragraph', line, widthOf(lines, from + 1, next));
  if (listed) node.headWidth = 0;
  node.markEnd = node.markStart;
  node.bodyStart = node.contentStart;
  node.numeral = undefined;
  node.placeholder = false;
  node.ordinal = ordinal;
  node.number = String(ordinal);
  return reuse(line, seal(node, items(lines, next, to)));
}

function items(lines: readonly Line[], from: number, to: number): GreenNode[] {
  const nodes: GreenNode[] = [];
  for (let index = from; index < to;) {
    const end = endOfRun(lines, index, to, isItem);
    const line = lines[index];
    if (line?.kind === 'item') nodes.push(item(line, lines, index, end));
    // Subitems that no item stands above.
    else for (const node of subitems(lines, index, end)) nodes.push(node);
    index = end;
  }
  return nodes;
}

function item(line: Line, lines: readonly Line[], from: number, to: number): GreenNode {
  if (line.rest) {
    const node = nodeOf('item', line, 0);
    node.headWidth = line.bodyStart;
    return reuse(line, seal(node, subitems([line.rest, ...lines.slice(from + 1, to)], 0, to - from)));
  }
  const next = skipBlanks(lines, from + 1, to);
  return reuse(line, seal(nodeOf('item', line, widthOf(lines, from + 1, next)), subitems(lines, next, to)));
}

/** Subitems; those of another style below one of them are part of it: 1. （1） ①. */
function subitems(lines: readonly Line[], from: number, to: number): GreenNode[] {
  const nodes: GreenNode[] = [];
  for (let index = from; index < to;) {
    const line = lines[index];
    if (!line) break;
    const end = endOfRun(lines, index, to, ({ style }) => style === line.style);
    const next = skipBlanks(lines, index + 1, end);
    const node = nodeOf('subitem', line, widthOf(lines, index + 1, next));
    nodes.push(reuse(line, seal(node, subitems(lines, next, end))));
    index = end;
  }
  return nodes;
}
