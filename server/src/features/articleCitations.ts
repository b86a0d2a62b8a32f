import type { CallHierarchyItem, Position, Range } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { ArticleCitations, CitedInstrument } from '../protocol.js';
import { incomingCalls, outgoingCalls } from './callHierarchy.js';
import { citationLabel, documentLabel } from './labels.js';
import { nodeAtCaret } from './positions.js';
import { provisionData } from './provisionData.js';

/** What the article around a position cites and what cites it, by instrument; the text's own first. */
export function articleCitations(
  library: Library,
  document: RegulationDocument,
  position: Position,
  documentOf: (uri: string) => RegulationDocument | undefined,
): ArticleCitations {
  const article = nodeAtCaret(document, document.offsetAt(position)).enclosing('article', 'clause');
  const data = article && provisionData(document, article);
  if (!article || !data) return { cites: [], citedBy: [] };
  const outgoing = outgoingCalls(library, data, documentOf);
  const incoming = incomingCalls(library, data, documentOf);
  const grouped = (items: readonly [CallHierarchyItem, readonly Range[], string][]): CitedInstrument[] => {
    const groups = new Map<string, CitedInstrument>();
    for (const [item, ranges, uri] of items) {
      const instrument = documentOf(item.uri);
      let group = groups.get(item.uri);
      if (!group) {
        group = { title: instrument ? documentLabel(instrument) : item.uri, uri: item.uri, provisions: [] };
        groups.set(item.uri, group);
      }
      group.provisions.push({
        label: item.name,
        // Behind the opening words stands the instrument, which the group names.
        detail: item.detail?.replace(/　[^　]*$/, '') ?? '',
        uri: item.uri,
        range: item.selectionRange,
        places: ranges.map((range) => ({ uri, range })),
      });
    }
    const isOwn = ({ uri }: CitedInstrument): number => (uri === document.uri ? 0 : 1);
    return [...groups.values()].sort((a, b) => isOwn(a) - isOwn(b));
  };
  return {
    article: citationLabel(article),
    cites: grouped(outgoing.map(({ to, fromRanges }) => [to, fromRanges, document.uri])),
    citedBy: grouped(incoming.map(({ from, fromRanges }) => [from, fromRanges, from.uri])),
  };
}
