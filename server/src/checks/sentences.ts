import { RESIDUE, SPACE } from '../syntax/line.js';
import type { SyntaxNode } from '../syntax/tree.js';
import type { Finding } from './check.js';

const LEFT = `${SPACE}\\u00ad\\u200c-\\u200f\\ue000-\\uf8ff`;
/** Begins where white space does, or a bookmark: else a long run of it would be gone through from every character. */
const RESIDUE_AT_END = new RegExp(`(?<![${LEFT}])(?:[${LEFT}]|${RESIDUE})+$`);

/** The words that stand behind a node's own mark, up to the end of its line, without what a conversion left there. */
export function wordsOf(node: SyntaxNode): string {
  const { start, end } = node.body;
  return node.tree.text.slice(start, end).replace(RESIDUE_AT_END, '');
}

/** The last character of a node's own line, as a span. */
export function endOf(node: SyntaxNode): Finding['span'] {
  const { start } = node.body;
  const end = start + wordsOf(node).length;
  return { start: Math.max(start, end - 1), end };
}

/** Whether words quote those of another text over several lines: their punctuation is that of the text they belong to. */
export function isQuoting(words: string): boolean {
  return /^[“‘]/.test(words) || count(words, '“') !== count(words, '”');
}

function count(words: string, character: string): number {
  return words.split(character).length - 1;
}

/** The paragraphs of an article; a paragraph outside is one itself. */
export function paragraphsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.kind === 'paragraph' ? [node] : node.children.filter(({ kind }) => kind === 'paragraph');
}

/** The lists in a piece: the items of a paragraph, the subitems of an item; each with what they stand below. */
export function* listsIn(
  node: SyntaxNode,
): Generator<{ readonly holder: SyntaxNode; readonly items: readonly SyntaxNode[] }, void, undefined> {
  for (const paragraph of paragraphsOf(node)) {
    if (paragraph.green.children.length === 0) continue;
    yield { holder: paragraph, items: paragraph.children };
    for (const item of paragraph.children) {
      if (item.green.children.length > 0) yield { holder: item, items: item.children };
    }
  }
}
