import { lostMarks } from '../../checks/numbering/lostMarks.js';
import { sequencesOf } from '../../checks/numbered.js';
import { residue } from '../../checks/text/residue.js';
import { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { Span } from '../../syntax/tree.js';
import { applied, inOrder, type Edit } from '../edits.js';
import { format } from '../format.js';
import { FormattedText } from '../format/formattedText.js';
import type { FormatOptions } from '../format/options.js';
import { isSameStructure } from '../format/sameReading.js';
import { TextMap } from '../textMap.js';
import { hardBreakEdits } from './hardBreaks.js';
import { INVISIBLE, visible } from './invisible.js';

/**
 * The edits that clear a text of what pasting from Word or a web page leaves in it: bookmarks and invisible characters,
 * lines that a page has broken, items whose automatic numbers are lost; then the text gets its layout.
 *
 * @param within only lines that it touches are cleaned
 */
export function cleaningEdits(
  library: Library,
  document: RegulationDocument,
  options: FormatOptions,
  within?: Span,
): Edit[] {
  const steps: readonly ((step: RegulationDocument) => Iterable<Edit>)[] = [
    (step) => residueEdits(library, step),
    joined,
    lostNumberEdits,
    (step) => format(step, options, undefined),
  ];
  let current = document;
  let range = within && linesAround(document.text, within);
  let map = TextMap.same(document.characters.length);
  for (const step of steps) {
    const { text } = current;
    const edits = inOrder(text, step(current)).filter(
      ({ span }) => !range || (span.start >= range.start && span.end <= range.end),
    );
    if (edits.length === 0) continue;
    const done = applied(text, edits);
    map = map.then(done.map);
    if (range) range = { start: range.start, end: range.end + done.text.length - text.length };
    current = RegulationDocument.of(document.uri, done.text);
  }
  return editsOf(map, document.text, current.text);
}

/** What is left in a text by a conversion and can be taken away without a loss. */
function* residueEdits(library: Library, document: RegulationDocument): Generator<Edit> {
  const { text } = document;
  const fixes = [...residue.run({ document, library })].flatMap((finding) => finding.fixes ?? []);
  const found = fixes.flatMap(({ edits }) => edits);
  const marks = inOrder(text, found);
  yield* marks;
  let at = 0;
  for (const { index, 0: written } of text.matchAll(INVISIBLE)) {
    const span = { start: index, end: index + written.length };
    while ((marks[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    const isTaken = (marks[at]?.span.start ?? Number.POSITIVE_INFINITY) < span.end;
    if (!isTaken && !(index === 0 && written === '\ufeff')) yield { span, newText: visible(written) };
  }
}

/** The text with its broken lines joined, if that leaves all its numbers where they are. */
function joined(document: RegulationDocument): Edit[] {
  const text = new FormattedText(document);
  const edits = [...hardBreakEdits(text)];
  return isSameStructure(text, edits, MARKED) ? edits : [];
}

/** What has a number; the paragraphs are what joining lines changes. */
const MARKED = (kind: string): boolean => kind !== 'paragraph' && kind !== 'preamble';

/** The numbers of items that stand in a list without them. */
function* lostNumberEdits({ tree }: RegulationDocument): Generator<Edit> {
  for (const sequence of sequencesOf(tree)) {
    for (const where of ['at the front', 'behind an item'] as const) {
      for (const { fixes } of lostMarks(sequence, where)) for (const { edits } of fixes ?? []) yield* edits;
    }
  }
}

function linesAround(text: string, { start, end }: Span): Span {
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const length = text.slice(end).search(/[\r\n]/);
  return { start: from, end: length < 0 ? text.length : end + length };
}

/** The edits between two versions of a text of which the kept stretches are known. */
function editsOf({ kept }: TextMap, before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let to = 0;
  for (const piece of [...kept, { before: before.length, after: after.length, length: 0 }]) {
    if (piece.before > from || piece.after > to) {
      edits.push({ span: { start: from, end: piece.before }, newText: after.slice(to, piece.after) });
    }
    from = piece.before + piece.length;
    to = piece.after + piece.length;
  }
  return inOrder(before, edits);
}
