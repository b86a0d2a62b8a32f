import type { Range, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../drafting/edits.js';
import { format } from '../drafting/format.js';
import type { FormatOptions } from '../drafting/format/options.js';
import type { RegulationDocument } from '../library/document.js';
import { isWordText } from './openable.js';

/**
 * Formats a document, or the lines that a range touches. The text of a Word document is only shown and stays as it is.
 */
export function formatting(document: RegulationDocument, options: FormatOptions, range?: Range): TextEdit[] {
  if (isWordText(document.uri)) return [];
  const within = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return textEdits(document, format(document, options, within));
}

/** Edits as the protocol has them. */
export function textEdits(document: RegulationDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
}
