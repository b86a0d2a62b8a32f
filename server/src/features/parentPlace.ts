import type { Position } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { parentsOf } from '../library/parents.js';
import type { ParentPlace } from '../protocol.js';
import { isOpenable } from './openable.js';
import { nodeAtCaret } from './positions.js';

/**
 * The parent laws of a text, and what the article around a position cites of them: of several citations the nearest, which
 * is the first one behind the position in its paragraph, if there is one.
 */
export function parentPlace(library: Library, document: RegulationDocument, position: Position): ParentPlace {
  const found = new Map<string, RegulationDocument>();
  const parents = parentsOf(library, document).map((mention) => {
    const resolution = library.resolve(document, mention);
    const parent = resolution.state === 'found' ? resolution.places[0]?.document : undefined;
    if (!parent || parent === document || !isOpenable(parent)) return { title: mention.doc };
    found.set(parent.uri, parent);
    return { title: parent.title || mention.doc, uri: parent.uri };
  });
  const offset = document.offsetAt(position);
  const article = nodeAtCaret(document, offset).enclosing('article', 'clause');
  if (!article || found.size === 0) return { parents };
  const distance = ({ start, end }: { start: number; end: number }): number =>
    offset < start ? start - offset : Math.max(0, offset - end);
  const citations = library
    .citationsOf(document)
    .mentions.filter(
      (mention) => mention.kind === 'provision' && mention.start >= article.offset && mention.end <= article.full.end,
    )
    .sort((a, b) => distance(a) - distance(b));
  for (const mention of citations) {
    const resolution = library.resolve(document, mention);
    const places = resolution.state === 'found' ? resolution.places : [];
    const parent = found.get(places[0]?.document.uri ?? '');
    if (!parent) continue;
    const nodes = places.filter((place) => place.document === parent).map(({ node }) => node);
    return { parents, cited: { uri: parent.uri, ranges: nodes.map(({ range }) => parent.rangeOf(range)) } };
  }
  return { parents };
}
