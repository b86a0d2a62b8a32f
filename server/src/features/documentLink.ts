import type { DocumentLink } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { isOpenable } from './openable.js';
import { namingSpan, uriAt } from './positions.js';
import { placeTooltip } from './placeTooltip.js';

/**
 * A link for every citation that leads somewhere, of instruments and of provisions, of other texts and of the text's own.
 * Where it leads is left to {@link resolveDocumentLink}: an editor asks for all links at each edit, and follows few.
 */
export function documentLinks(library: Library, document: RegulationDocument): DocumentLink[] {
  const { uri } = document;
  return library.citationsOf(document).mentions.flatMap((mention) => {
    const resolution = library.resolve(document, mention);
    if (resolution.state !== 'found' || !resolution.places[0] || !isOpenable(resolution.places[0].document)) return [];
    return [{ range: document.rangeOf(mention), data: { uri } }];
  });
}

/**
 * Adds to a link where it leads, with line and character in the fragment, and what stands there. A citation that names
 * several provisions leads to the first.
 *
 * @returns the link as it is, where its citation is no longer there
 */
export function resolveDocumentLink(
  library: Library,
  link: DocumentLink,
  documentOf: (uri: string) => RegulationDocument | undefined,
): DocumentLink {
  const { uri } = (link.data ?? {}) as { uri?: unknown };
  const document = typeof uri === 'string' ? documentOf(uri) : undefined;
  if (!document) return link;
  const [start, end] = [document.offsetAt(link.range.start), document.offsetAt(link.range.end)];
  const mention = library.citationsOf(document).mentions.find((each) => each.start === start && each.end === end);
  const resolution = mention && library.resolve(document, mention);
  const place = resolution?.state === 'found' ? resolution.places[0] : undefined;
  if (!place) return link;
  return {
    ...link,
    target: uriAt(place.document, namingSpan(place.document, place.node).start),
    tooltip: placeTooltip(place),
  };
}
