import { citationsOfProvision, provisionAt, type CitingPlace } from '../../library/citedBy.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { escapeMarkdown } from '../escapeMarkdown.js';
import { citationLabel, documentLabel } from '../labels.js';
import { linkTo, placeLabel } from './links.js';
import type { HoverText } from './text.js';

const DOCUMENT_LIMIT = 10;
const LINK_LIMIT = 10;

/** Who cites a provision: each document with links to the places, the provision's own document first. */
export function citedByList(
  library: Library,
  document: RegulationDocument,
  node: SyntaxNode,
  text: HoverText,
): string[] {
  const provision = provisionAt(document, node);
  if (!provision) return [];
  const label = escapeMarkdown(citationLabel(node));
  const places = citationsOfProvision(library, provision);
  if (places.length === 0) return [text.notCited(label)];
  const groups = [...groupByDocument(places)].sort(
    ([a], [b]) => Number(b.uri === document.uri) - Number(a.uri === document.uri),
  );
  const lines = groups.slice(0, DOCUMENT_LIMIT).map(([citing, its]) => {
    const name = citing.uri === document.uri ? text.thisDocument : escapeMarkdown(documentLabel(citing));
    const links = linksTo(citing, its, text);
    return `- ${text.citing(name, its.length, links.slice(0, LINK_LIMIT), links.length > LINK_LIMIT)}`;
  });
  if (groups.length > DOCUMENT_LIMIT) lines.push(`- ${text.moreDocuments(groups.length - DOCUMENT_LIMIT)}`);
  return [text.cited(label, places.length), lines.join('\n')];
}

/** A link to each paragraph or item that cites, however often it does; of many, one more than are shown. */
function linksTo(document: RegulationDocument, places: readonly CitingPlace[], text: HoverText): string[] {
  const links = new Map<string, string>();
  for (const { span } of places) {
    if (links.size > LINK_LIMIT) break;
    const label = placeLabel(document, span.start, text);
    if (!links.has(label)) links.set(label, linkTo(document, span, label));
  }
  return [...links.values()];
}

function groupByDocument(places: readonly CitingPlace[]): Map<RegulationDocument, CitingPlace[]> {
  const groups = new Map<RegulationDocument, CitingPlace[]>();
  for (const place of places) {
    const group = groups.get(place.document);
    if (group) group.push(place);
    else groups.set(place.document, [place]);
  }
  return groups;
}
