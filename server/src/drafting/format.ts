import type { RegulationDocument } from '../library/document.js';
import type { Span } from '../syntax/tree.js';
import { inOrder, type Edit } from './edits.js';
import { contentsEdits } from './format/contents.js';
import { FormattedText } from './format/formattedText.js';
import { headingEdits } from './format/headings.js';
import { blankLineEdits, indentationEdits, trailingSpaceEdits } from './format/lines.js';
import { markEdits } from './format/marks.js';
import type { FormatOptions } from './format/options.js';
import { isSameStructure, readAlike } from './format/sameReading.js';
import { widthEdits } from './format/width.js';

/**
 * The edits that give a text its layout: spaces behind numbers, headings closed up, marks of items, width of brackets
 * and punctuation, indentation, spaces at line ends, blank lines, and the table of contents that the headings make. No
 * other word and no number changes, and what the text is made of stays: an edit that would change how a line is read is
 * left out.
 *
 * @param within only lines that it touches are formatted
 */
export function format(document: RegulationDocument, options: FormatOptions, within?: Span): Edit[] {
  const text = new FormattedText(document);
  const contents = options.contents ? [...contentsEdits(text, options.headings)] : [];
  const words = wordEdits(text, options);
  const spaces = apartFrom([...blankLineEdits(text)], readAlike(text, [...trailingSpaceEdits(text)]));
  const lines = within && linesOf(text, within);
  const wanted = (edits: readonly Edit[]): Edit[] =>
    inOrder(text.text, lines ? edits.filter(({ span }) => span.start < lines.end && span.end >= lines.start) : edits);
  // What a line is may depend on those around it, so the whole is looked at once more. Spaces alone never matter.
  const choices = [apartFrom(contents, [...words, ...spaces]), [...words, ...spaces], spaces].map(wanted);
  return choices.find((edits) => isSameStructure(text, edits)) ?? [];
}

/** Edits of the characters of lines. */
function wordEdits(text: FormattedText, options: FormatOptions): Edit[] {
  const ofNumbers = [...markEdits(text), ...(options.headings === 'closed' ? headingEdits(text) : [])].filter(
    ({ span }) => text.lineAt(span.start)?.isFixed === false,
  );
  const all = [...apartFrom(ofNumbers, [...widthEdits(text, ofNumbers)]), ...indentationEdits(text, options.indent)];
  return readAlike(
    text,
    all.filter(({ span }) => !text.isQuoted(span)),
  );
}

/** Edits together with those of others that do not overlap with them. */
function apartFrom(edits: readonly Edit[], others: readonly Edit[]): Edit[] {
  const taken = [...edits].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  const apart = [...others]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      while ((taken[next]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
      const edit = taken[next];
      return !edit || edit.span.start >= span.end;
    });
  return [...edits, ...apart];
}

/** The whole lines that a span touches; an empty span touches the line that it is in. */
function linesOf(text: FormattedText, { start, end }: Span): Span {
  const last = Math.max(start, end - 1);
  return {
    start: text.lineAt(start)?.start ?? start,
    end: text.lineAt(last)?.next ?? text.text.length,
  };
}
