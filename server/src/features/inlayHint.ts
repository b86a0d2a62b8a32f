import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library, Place } from '../library/library.js';
import type { Settings } from '../protocol.js';
import { isOpenable } from './openable.js';
import { opening } from './labels.js';
import { subjectOf } from './openingWords.js';
import { locationOf, namingSpan, positionOf } from './positions.js';
import { placeTooltip } from './placeTooltip.js';

/** Characters of a text without heading. */
const LENGTH = 12;
const LONGEST_HEADING = 24;
/** Of a citation that names several (前三款) so many are shown. */
const MOST_PARTS = 3;

/**
 * Behind each citation of a provision the heading of what it cites (〔处罚的种类〕), or the beginning of its text; each leads
 * there. Citations that lead nowhere have no hint, nor have mentions of an instrument, which say themselves what it is.
 *
 * @param which the setting `inlayHints.citations`: those of other instruments, or all
 */
export function inlayHints(
  library: Library,
  document: RegulationDocument,
  range: Range,
  which: Settings['inlayHints']['citations'],
): InlayHint[] {
  if (which === 'off') return [];
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return library.citationsOf(document).mentions.flatMap((mention) => {
    if (mention.kind !== 'provision' || mention.end < start || mention.start > end) return [];
    if (which === 'external' && mention.doc === 'self') return [];
    const resolution = library.resolve(document, mention);
    if (resolution.state !== 'found') return [];
    const parts = resolution.places.slice(0, MOST_PARTS).flatMap(partOf);
    if (parts.length === 0) return [];
    return [{ position: positionOf(document, mention.end), label: parts, paddingRight: true }];
  });
}

function partOf(place: Place): InlayHintLabelPart[] {
  const { document, node } = place;
  const words = opening(subjectOf(node, LENGTH), LONGEST_HEADING);
  if (words === '') return [];
  return [
    {
      value: `〔${words}〕`,
      ...(isOpenable(document) && { location: locationOf(document, namingSpan(document, node)) }),
      tooltip: placeTooltip(place),
    },
  ];
}
