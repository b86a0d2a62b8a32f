import { RegulationDocument } from '../library/document.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { applied, type Edit } from './edits.js';
import type { Draft } from './renumber.js';
import { TextMap } from './textMap.js';

const CONTAINERS: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section']);

/**
 * A text of whose history nothing is known, as a draft: a provision headed with a placeholder (第×条, （×）) is new, every
 * other one is the one that its number says. The text without what is new is what its citations were made for.
 */
export function draftWithPlaceholders(document: RegulationDocument): Draft {
  const edits: Edit[] = [];
  const visit = (node: SyntaxNode): void => {
    if (!node.isPlaceholder) {
      node.children.forEach(visit);
    } else if (CONTAINERS.has(node.kind)) {
      // The heading alone is new: what stands below it was there.
      const start = node.children[0]?.offset ?? node.full.end;
      edits.push({ span: { start: node.offset, end: start }, newText: '' });
      node.children.forEach(visit);
    } else {
      edits.push({ span: node.full, newText: '' });
    }
  };
  visit(document.tree.root);
  if (edits.length === 0) return { before: document, after: document, map: TextMap.same(document.characters.length) };
  const { text, map } = applied(document.text, edits);
  const back = map.kept.map(({ before, after, length }) => ({ before: after, after: before, length }));
  return { before: RegulationDocument.of(document.uri, text), after: document, map: new TextMap(back) };
}
