import type { SyntaxNode } from '../syntax/tree.js';

/**
 * The text of an article or of what is in it: a line for each paragraph, item and subitem, without indentation, blank
 * lines and residue. The number of an article stands in front of its first paragraph.
 */
export function linesOf(provision: SyntaxNode): string[] {
  const { text } = provision.tree;
  const lines: string[] = [];
  let front = '';
  for (const { kind, mark, body, green } of provision.walk()) {
    const number = text.slice(mark.start, mark.end);
    // A node whose first line belongs to its first child has no words of its own.
    const words = green.bodyEnd <= green.headWidth ? text.slice(body.start, body.end) : '';
    if (words === '') {
      front += kind === 'article' ? `${number}　` : number;
    } else {
      lines.push(front + number + words);
      front = '';
    }
  }
  if (front !== '') lines.push(front.trimEnd());
  return lines;
}

/** The first words of a provision behind its number: of an article those of its first paragraph. */
export function wordsOf(provision: SyntaxNode): string {
  const [first] = provision.kind === 'article' || provision.kind === 'clause' ? provision.children : [provision];
  if (!first) return '';
  const { start, end } = first.body;
  // A paragraph that begins with an item has no words before it: the item's are its first.
  return first.tree.text.slice(start, end) || (linesOf(first)[0] ?? '');
}
