import { LINE_BREAK, SPACE } from '../syntax/line.js';
import type { NodeKind } from '../syntax/structure.js';
import { SyntaxTree, type SyntaxNode } from '../syntax/tree.js';

/** A line of a text that has words, with what it is in the text's structure. */
export interface TextLine {
  readonly kind: NodeKind;
  readonly node: SyntaxNode;
  /** The words, without the white space around them. */
  readonly text: string;
  /** The number that the line begins with, 第一条 or 第一章; empty where there is none. */
  readonly number: string;
  /** The words behind the number. */
  readonly rest: string;
  /** Whether its node begins with it. */
  readonly isFirst: boolean;
  /** Whether it is the first line of an annex, or of a text that stands below another one. */
  readonly beginsAnnex: boolean;
}

const AROUND = new RegExp(`^[${SPACE}]+|(?<![${SPACE}])[${SPACE}]+$`, 'g');

/** The lines of a text that have words; blank lines are layout. */
export function linesOf(text: string): TextLine[] {
  const { root } = SyntaxTree.parse(text);
  const lines: TextLine[] = [];
  let start = 0;
  let annex: SyntaxNode | undefined;
  const push = (end: number): void => {
    const words = text.slice(start, end).replace(AROUND, '');
    if (words === '') return;
    const from = text.indexOf(words, start);
    const node = root.tree.nodeAt(from);
    const around = node.enclosing('annex');
    const isFirst = node.range.start >= from && node.range.start < end;
    const hasMark = isFirst && node.mark.end > node.mark.start && node.mark.start === from;
    const numberEnd = hasMark && NUMBERED.has(node.kind) ? node.mark.end : from;
    lines.push({
      kind: node.kind,
      node,
      text: words,
      number: text.slice(from, numberEnd),
      rest: text.slice(numberEnd, from + words.length).replace(AROUND, ''),
      isFirst,
      beginsAnnex: around !== undefined && around.offset !== annex?.offset,
    });
    annex = around;
  };
  for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
    push(index);
    start = index + lineBreak.length;
  }
  push(text.length);
  return lines;
}

const NUMBERED: ReadonlySet<NodeKind> = new Set(['part', 'subpart', 'chapter', 'section', 'article', 'clause']);

/** Containers from the outermost inwards. */
const CONTAINERS: readonly NodeKind[] = ['part', 'subpart', 'chapter', 'section'];

/** The kinds of containers that a text has: they are the levels of its headings. */
export function containersOf(lines: readonly TextLine[]): NodeKind[] {
  return CONTAINERS.filter((container) => lines.some(({ kind }) => kind === container));
}
