import { citationsOfProvision, mentionsOfInstrument, provisionAt, type CitingPlace } from './citedBy.js';
import type { Library, Place } from './library.js';

/**
 * The places elsewhere that cite a provision or anything in it, or, for the root of a document, that name the instrument.
 *
 * @returns in text order, document by document
 */
export function citationsFromElsewhere(library: Library, cited: Place): CitingPlace[] {
  return citationsOf(library, cited).filter((citing) => isElsewhere(citing, cited));
}

/** Whether a place lies outside of a provision: 前款 in an article cites a paragraph of that same article. */
export function isElsewhere({ document, span }: CitingPlace, cited: Place): boolean {
  if (document.uri !== cited.document.uri) return true;
  const { start, end } = cited.node.full;
  return span.start < start || span.end > end;
}

function citationsOf(library: Library, { document, node }: Place): CitingPlace[] {
  if (node.kind === 'document') return mentionsOfInstrument(library, { document, key: document.key });
  const provision = provisionAt(document, node);
  return provision ? citationsOfProvision(library, provision) : [];
}
