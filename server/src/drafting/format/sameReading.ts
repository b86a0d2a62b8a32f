import { classify, type Line } from '../../syntax/line.js';
import type { NodeKind } from '../../syntax/structure.js';
import { SyntaxTree, type SyntaxNode } from '../../syntax/tree.js';
import { applied, type Edit } from '../edits.js';
import type { FormattedText, TextLine } from './formattedText.js';
import { withoutLayout } from './layout.js';

/**
 * The edits without those of lines that would be read as something else: without the space in （一） 项目 it would be a
 * citation at the start of a line.
 *
 * @param edits each within a line
 */
export function readAlike(text: FormattedText, edits: readonly Edit[]): Edit[] {
  const byLine = new Map<TextLine, Edit[]>();
  for (const edit of edits) {
    const line = text.lineAt(edit.span.start);
    if (!line) continue;
    const ofLine = byLine.get(line);
    if (ofLine) ofLine.push(edit);
    else byLine.set(line, [edit]);
  }
  return [...byLine].flatMap(([line, ofLine]) => (isReadAlike(text, line, ofLine) ? ofLine : []));
}

function isReadAlike(text: FormattedText, { start, end }: TextLine, edits: readonly Edit[]): boolean {
  const before = text.slice({ start, end });
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  const after = applied(before, moved).text;
  return readingOf(before) === readingOf(after);
}

function readingOf(line: string): string {
  const read = classify(line, 0);
  return JSON.stringify([
    marksOf(read),
    read.ending,
    read.quote,
    withoutLayout(line.slice(read.bodyStart, read.contentEnd)),
  ]);
}

function marksOf({ kind, numeral, inserted, placeholder, style, rest }: Line): unknown {
  const numbers = [numeral, ...(inserted ?? [])].map((each) => each && [each.value, each.form]);
  return [kind, numbers, placeholder, style, rest && marksOf(rest)];
}

/**
 * Whether a text has the same provisions after edits: the kinds, numbers and nesting of all nodes.
 *
 * @param counts tells the kinds of nodes that are compared
 */
export function isSameStructure(
  text: FormattedText,
  edits: readonly Edit[],
  counts: (kind: NodeKind) => boolean = () => true,
): boolean {
  if (edits.length === 0) return true;
  const after = SyntaxTree.parse(applied(text.text, edits).text);
  return isAlike(text.tree.root, after.root, counts);
}

/** The table of contents may have gained and lost entries; all other nodes are compared. */
function isAlike(one: SyntaxNode, other: SyntaxNode, counts: (kind: NodeKind) => boolean): boolean {
  if (one.kind !== other.kind || one.number !== other.number) return false;
  if (one.kind === 'contents') return true;
  const [children, others] = [countedIn(one, counts), countedIn(other, counts)];
  return (
    children.length === others.length &&
    children.every((child, index) => {
      const same = others[index];
      return same !== undefined && isAlike(child, same, counts);
    })
  );
}

/** The children that are compared; of one that is not, those below it. */
function countedIn(node: SyntaxNode, counts: (kind: NodeKind) => boolean): readonly SyntaxNode[] {
  if (node.children.every(({ kind }) => counts(kind))) return node.children;
  return node.children.flatMap((child) => (counts(child.kind) ? [child] : countedIn(child, counts)));
}
