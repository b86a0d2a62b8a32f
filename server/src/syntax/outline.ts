import type { NodeKind } from './structure.js';
import type { SyntaxNode, SyntaxTree } from './tree.js';

/** The containers and provisions of an instrument, as an outline shows them. */
export const PROVISION_KINDS: ReadonlySet<NodeKind> = new Set([
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'clause',
  'paragraph',
  'item',
  'subitem',
]);

/** The title of the main instrument, its lines joined; empty where the text has none. */
export function titleOf(tree: SyntaxTree): string {
  return joined(tree.root.children.filter(({ kind }) => kind === 'title'));
}

/** The name of the part that a file holds of a statute published part by part (人格权编), if any. */
export function subtitleOf(tree: SyntaxTree): string | undefined {
  return tree.root.children.find(({ kind }) => kind === 'subtitle')?.text;
}

/** The history notes (题注), a line each. */
export function notesOf(tree: SyntaxTree): string[] {
  return tree.root.children.filter(({ kind }) => kind === 'note').map(({ text }) => text);
}

/** The provisions at the top level: parts, chapters, articles; not the front matter, not the annexes. */
export function provisionsOf(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter(({ kind }) => PROVISION_KINDS.has(kind));
}

export function annexesOf(tree: SyntaxTree): SyntaxNode[] {
  return tree.root.children.filter(({ kind }) => kind === 'annex');
}

/** All articles below a node, those of annexes not included. */
export function articlesOf(node: SyntaxNode): SyntaxNode[] {
  const articles: SyntaxNode[] = [];
  for (const child of node.children) {
    if (child.kind === 'article') articles.push(child);
    else if (child.kind !== 'annex') for (const article of articlesOf(child)) articles.push(article);
  }
  return articles;
}

function joined(nodes: readonly SyntaxNode[]): string {
  // A title that is broken over several lines is one; between two issuers (最高人民法院 最高人民检察院) space remains.
  return nodes.map(({ text }) => text.replace(/\s+/g, ' ')).join('');
}
