import type { Place } from '../library/library.js';
import { articlesOf } from '../syntax/outline.js';
import type { SyntaxNode } from '../syntax/tree.js';

/** Names a provision of a version of a text: what has the same key is the same one. */
export function placeKey({ document, node }: Place): string {
  return `${document.uri} ${node.kind} ${String(node.offset)} ${String(node.full.end)}`;
}

/** Whether a provision, or one that it stands in, shares its number with another one, so that the number names neither. */
export function hasTwin(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    const { kind, number } = at;
    if (kind === 'paragraph' || !number) continue;
    const others = kind === 'article' ? articlesOf(instrumentOf(at)) : (at.parent?.children ?? []);
    if (others.some((other) => other !== at && other.kind === kind && other.number === number)) return true;
  }
  return false;
}

/** The provisions between two of one kind: articles wherever they stand, all else beside one another. */
export function nodesBetween(first: SyntaxNode, last: SyntaxNode): SyntaxNode[] {
  if (first.kind !== last.kind) return [];
  const row = first.kind === 'article' ? articlesOf(instrumentOf(first)) : (first.parent?.children ?? []);
  const [from, to] = [row.indexOf(first), row.indexOf(last)];
  return from < 0 || to < 0 ? [] : row.slice(from + 1, Math.max(from + 1, to));
}

/** The annex or the document that a node stands in. */
export function instrumentOf(node: SyntaxNode): SyntaxNode {
  return node.enclosing('annex') ?? node.tree.root;
}
