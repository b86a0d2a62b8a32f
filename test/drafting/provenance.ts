import type { Mention } from '../../server/src/citations/resolve.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import { type Library } from '../../server/src/library/library.js';
import { articlesOf, PROVISION_KINDS } from '../../server/src/syntax/outline.js';
import type { SyntaxNode } from '../../server/src/syntax/tree.js';

/**
 * What the citations of a text point at, told independently of the code under test: by names that the caller gives the
 * provisions.
 *
 * @param nameOf the name of a provision that keeps it whatever number it has; undefined for one that has none
 * @returns for each article, by its name, what its citations of the own text point at, in text order, ranges with all
 *   that is in them
 */
export function citedByArticle(
  library: Library,
  document: RegulationDocument,
  nameOf: (node: SyntaxNode) => string | undefined,
): Map<string, string[]> {
  const cited = new Map<string, string[]>();
  const { mentions } = library.citationsOf(document);
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention?.kind !== 'provision' || mention.doc !== 'self') continue;
    const home = document.tree.nodeAt(mention.start).enclosing('article');
    const name = home && nameOf(home);
    if (name === undefined) continue;
    const next = mentions[index + 1];
    const nodes = pointedAt(library, document, mention);
    if (next?.rangeEnd) {
      index++;
      nodes.push(...between(nodes.at(-1), pointedAt(library, document, next)[0]));
      nodes.push(...pointedAt(library, document, next));
    }
    const list = cited.get(name) ?? [];
    cited.set(name, list);
    for (const node of nodes) list.push(nameOf(node) ?? '?');
  }
  return cited;
}

export function pointedAt(library: Library, document: RegulationDocument, mention: Mention): SyntaxNode[] {
  const resolution = library.resolve(document, mention);
  return resolution.state === 'found' ? resolution.places.map(({ node }) => node) : [];
}

export function between(first: SyntaxNode | undefined, last: SyntaxNode | undefined): SyntaxNode[] {
  if (!first || !last || first.kind !== last.kind) return [];
  const row = first.kind === 'article' ? articlesOf(first.tree.root) : (first.parent?.children ?? []);
  return row.slice(row.indexOf(first) + 1, Math.max(row.indexOf(first) + 1, row.indexOf(last)));
}

/** The provisions of the main instrument and its annexes, in text order. */
export function provisions(root: SyntaxNode): SyntaxNode[] {
  return [...root.walk()].filter(({ kind }) => PROVISION_KINDS.has(kind) || kind === 'annex');
}
