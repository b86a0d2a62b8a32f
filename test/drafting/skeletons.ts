import type { RegulationDocument } from '../../server/src/library/document.js';
import type { Library } from '../../server/src/library/library.js';
import type { SyntaxNode } from '../../server/src/syntax/tree.js';
import { between, pointedAt } from './provenance.js';

/** What citations are made of, and so what renumbering may change in the words of a provision. */
const CHANGEABLE =
  /[第本该前条款项目章节编至到、和与及或者（）()一二三四五六七八九十百千零〇○两0-9０-９×；。;\s]|条例|办法|规定|细则|规则|决定|法典|法/g;
const TELLING = 8;
const CONTAINERS: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section', 'document', 'annex']);

/**
 * What the citations of a text point at, told by words alone: each provision is known by those of its words that no
 * renumbering changes, where they are its own. Citations are told by the paragraph or item that they stand in.
 *
 * @returns for each paragraph or item, by its words, what its citations point at: the paragraphs and items of it, by
 *   their words
 */
export function citedByWords(library: Library, document: RegulationDocument): Map<string, Set<string>> {
  const { names } = leavesOf(document);
  const cited = new Map<string, Set<string>>();
  const { mentions } = library.citationsOf(document);
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention?.kind !== 'provision' || mention.doc !== 'self') continue;
    const nodes = pointedAt(library, document, mention);
    const next = mentions[index + 1];
    if (next?.rangeEnd) {
      index++;
      const end = pointedAt(library, document, next);
      nodes.push(...between(nodes.at(-1), end[0]), ...end);
    }
    const home = names.get(document.tree.nodeAt(mention.start));
    if (home === undefined) continue;
    const leaves = cited.get(home) ?? new Set();
    cited.set(home, leaves);
    for (const node of nodes) {
      // What a chapter holds changes when an article moves out of it.
      if (CONTAINERS.has(node.kind)) continue;
      for (const leaf of node.walk()) {
        const name = names.get(leaf);
        if (name !== undefined) leaves.add(name);
      }
    }
  }
  return cited;
}

/** The names of the paragraphs, items and subitems of a text, where they are their own. */
export function leavesOf({ tree }: RegulationDocument): { names: Map<SyntaxNode, string>; all: Set<string> } {
  const byName = new Map<string, SyntaxNode[]>();
  for (const node of tree.root.walk()) {
    if (node.kind !== 'paragraph' && node.kind !== 'item' && node.kind !== 'subitem') continue;
    const name = tree.text.slice(node.body.start, node.body.end).replace(CHANGEABLE, '');
    if (name.length >= TELLING) byName.set(name, [...(byName.get(name) ?? []), node]);
  }
  const names = new Map<SyntaxNode, string>();
  for (const [name, [node, ...others]] of byName) if (node && others.length === 0) names.set(node, name);
  return { names, all: new Set(names.values()) };
}
