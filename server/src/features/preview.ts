import type { Location } from 'vscode-languageserver';
import type { Mention } from '../citations/resolve.js';
import { writeBody } from '../convert/html/body.js';
import { EDITOR_STYLE, STYLE } from '../convert/html/style.js';
import { pageTitle } from '../convert/html/write.js';
import { inline, type Content } from '../convert/markup.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { PreviewResult } from '../protocol.js';
import { isOpenable } from './openable.js';
import { locationOf, namingSpan } from './positions.js';

/**
 * A document as it would be printed, for an editor to show beside the text. Citations name where they lead by their
 * place among the targets, so that nothing in the page is a URI to be trusted.
 */
export function preview(library: Library, document: RegulationDocument): PreviewResult {
  const targets: Location[] = [];
  const link = (words: string, mention: Mention): Content => {
    const resolution = library.resolve(document, mention);
    const [place] = resolution.state === 'found' ? resolution.places : [];
    if (!place || !isOpenable(place.document)) return words;
    const index = targets.push(locationOf(place.document, namingSpan(place.document, place.node))) - 1;
    return inline('a', { class: 'citation', href: '#', 'data-target': String(index) }, [words]);
  };
  const { source } = writeBody(document, library, { link, lines: true });
  return { title: pageTitle(document), style: STYLE + EDITOR_STYLE, body: source, targets };
}
