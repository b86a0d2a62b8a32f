import type { Characters } from '../syntax/characters.js';
import type { SyntaxNode } from '../syntax/tree.js';

/** A title is not longer, nor broken into more lines; the bounds keep a 《 that is never closed from being read on and on. */
const MAX_TITLE = 300;
const MAX_LINES = 6;

/**
 * The nodes that hold one run of words: a line as a rule; several where a hard break stands inside a 《…》, or between it
 * and the article that it is cited for, so that the parser made paragraphs of the halves. Such lines are read as one.
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

/** The place of the line that ends what a line leaves open; the line's own place where it leaves nothing open. */
function closingLine(nodes: readonly SyntaxNode[], at: number): number {
  const opening = nodes[at];
  if (!opening) return at;
  const { text } = opening.tree;
  let depth = openTitle(text, opening.body.start, opening.body.end);
  if (depth === 0) return isCutBehindTitle(nodes, at) ? at + 1 : at;
  let length = 0;
  for (let next = at + 1; next < Math.min(nodes.length, at + MAX_LINES); next++) {
    const node = nodes[next];
    const previous = nodes[next - 1];
    // Else the 》 is missing.
    if (!node || !previous || !isNextLine(previous, node)) return at;
    for (let offset = node.body.start; offset < node.body.end; offset++) {
      const character = text.charAt(offset);
      if (character === '。' || character === '；' || ++length > MAX_TITLE) return at;
      if (character === '《') depth++;
      else if (character === '》' && --depth === 0) return next;
    }
  }
  return at;
}

/** 依照《…法》 at the end of a line, 第三条 at the beginning of the next, which is no article. */
function isCutBehindTitle(nodes: readonly SyntaxNode[], at: number): boolean {
  const [node, next] = [nodes[at], nodes[at + 1]];
  if (!node || !next || !isNextLine(node, next)) return false;
  const { text } = node.tree;
  return text.charAt(node.body.end - 1) === '》' && text.charAt(next.body.start) === '第';
}

/**
 * Whether only a line break is between two nodes: a number there begins a provision of its own, but in the history note
 * it belongs to the words (第三十条、 / 第三十一条的决定》).
 */
function isNextLine(node: SyntaxNode, next: SyntaxNode): boolean {
  const start = next.kind === 'note' ? next.range.start : next.body.start;
  return node.tree.text.slice(node.body.end, start).trim() === '';
}

/** How many 《 a line leaves open in its last sentence. */
function openTitle(text: Characters, start: number, end: number): number {
  let closed = 0;
  let open = 0;
  for (let offset = end - 1; offset >= Math.max(start, end - MAX_TITLE); offset--) {
    const character = text.charAt(offset);
    if (character === '。' || character === '；') break;
    if (character === '》') closed++;
    else if (character === '《') {
      if (closed > 0) closed--;
      else open++;
    }
  }
  return open;
}
