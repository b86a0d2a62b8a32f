import type { SyntaxNode } from '../syntax/tree.js';

/** A title is not longer, nor broken into more lines; the bounds keep a 《 that is never closed from being read on and on. */
const MAX_TITLE = 300;
const MAX_LINES = 6;

/**
 * The nodes that hold one run of words: a line as a rule; several where a hard break stands inside a 《…》, so that the
 * parser made paragraphs of its halves. Such lines are read as one.
 *
 * @param nodes nodes with words of their own, in text order
 * @returns each run as its first and its last node
 */
export function* joinBrokenTitles(nodes: readonly SyntaxNode[]): Iterable<{ first: SyntaxNode; last: SyntaxNode }> {
  for (let index = 0; index < nodes.length; index++) {
    const first = nodes[index];
    if (!first) return;
    let last = index;
    for (let next = closingLine(nodes, last); next > last; next = closingLine(nodes, last)) last = next;
    yield { first, last: nodes[last] ?? first };
    index = last;
  }
}

/** The place of the line that closes the title which a line leaves open; the line's own place where it leaves none open. */
function closingLine(nodes: readonly SyntaxNode[], at: number): number {
  const opening = nodes[at];
  if (!opening) return at;
  const { text } = opening.tree;
  let depth = openTitle(text, opening.body.start, opening.body.end);
  if (depth === 0) return at;
  let length = 0;
  for (let next = at + 1; next < Math.min(nodes.length, at + MAX_LINES); next++) {
    const node = nodes[next];
    const previous = nodes[next - 1];
    // A number between the lines begins a provision of its own: then the 》 is missing.
    if (!node || !previous || text.slice(previous.body.end, node.body.start).trim() !== '') return at;
    for (let offset = node.body.start; offset < node.body.end; offset++) {
      const character = text[offset];
      if (character === '。' || character === '；' || ++length > MAX_TITLE) return at;
      if (character === '《') depth++;
      else if (character === '》' && --depth === 0) return next;
    }
  }
  return at;
}

/** How many 《 a line leaves open in its last sentence. */
function openTitle(text: string, start: number, end: number): number {
  let closed = 0;
  let open = 0;
  for (let offset = end - 1; offset >= Math.max(start, end - MAX_TITLE); offset--) {
    const character = text[offset];
    if (character === '。' || character === '；') break;
    if (character === '》') closed++;
    else if (character === '《') {
      if (closed > 0) closed--;
      else open++;
    }
  }
  return open;
}
