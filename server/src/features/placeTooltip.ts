import type { Place } from '../library/library.js';
import { citationLabel, documentLabel, headingLabel } from './labels.js';
import { openingOf } from './openingWords.js';

/** Characters of the text. */
const LENGTH = 60;

/** What stands at a place, in one or two lines of plain text: the instrument and the number, the beginning of the text. */
export function placeTooltip({ document, node }: Place): string {
  if (node.kind === 'document') return documentLabel(document);
  const isHeaded = node.heading !== undefined;
  const name = `${documentLabel(document)}${isHeaded ? headingLabel(node) : citationLabel(node)}`;
  const words = isHeaded ? '' : openingOf(node, LENGTH);
  return words === '' ? name : `${name}\n${words}`;
}
