import { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { applied, type Edit } from './edits.js';
import type { Change } from './operations/operation.js';
import { renumber, type Draft, type Renumbering } from './renumber.js';
import { TextMap } from './textMap.js';

/** What an operation does to the texts of a workspace; its reports tell of places in `text`, and in the other texts. */
export interface Performed extends Omit<Renumbering, 'edits'> {
  /** By URI; edits of the texts as they stand, in text order. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** The changed text with its numbers right. */
  readonly text: string;
  /** Where one goes on typing, in that text. */
  readonly caret: number;
}

/**
 * Changes the structure of a text, puts its numbers right, and every citation with them.
 *
 * @param draft the text as it stands, with the version in which its citations were last right
 * @param change what the operation makes of it; none to put only the numbers right
 */
export function perform(
  library: Library,
  draft: Draft,
  change: Change,
  isEditable: (document: RegulationDocument) => boolean,
): Performed {
  const standing = draft.after;
  const changed = applied(standing.text, change.edits);
  const after = change.edits.length > 0 ? RegulationDocument.of(standing.uri, changed.text) : standing;
  const kept = [...changed.map.kept, ...(change.moved ?? [])].sort((a, b) => a.before - b.before);
  const map = change.edits.length > 0 ? draft.map.then(new TextMap(kept)) : draft.map;
  const result = renumber(library.replacing([after]), [{ ...draft, after, map }], isEditable);
  const numbered = applied(changed.text, result.edits.get(standing.uri) ?? []);
  const own = editsBetween(numbered.text, changed.map.then(numbered.map), standing.text.length);
  const edits = new Map(result.edits);
  if (own.length > 0) edits.set(standing.uri, own);
  else edits.delete(standing.uri);
  const place = (offset: number): number => placeOf(offset, numbered.map, numbered.text.length);
  const reports = result.reports.map((report) =>
    report.uri === standing.uri
      ? { ...report, span: { start: place(report.span.start), end: place(report.span.end) } }
      : report,
  );
  return { ...result, edits, reports, text: numbered.text, caret: place(change.caret) };
}

/** The edits that make one text of another, where a map says what stays. */
function editsBetween(after: string, { kept }: TextMap, length: number): Edit[] {
  const edits: Edit[] = [];
  let [start, from] = [0, 0];
  const put = (end: number, to: number): void => {
    if (end > start || to > from) edits.push({ span: { start, end }, newText: after.slice(from, to) });
  };
  for (const piece of kept) {
    put(piece.before, piece.after);
    start = piece.before + piece.length;
    from = piece.after + piece.length;
  }
  put(length, after.length);
  return edits;
}

/** Where a place is in the later text; of a place in what was replaced, behind what replaces it. */
function placeOf(offset: number, { kept }: TextMap, length: number): number {
  const at = kept.findIndex(({ before, length: own }) => before + own >= offset);
  const piece = kept[at];
  if (!piece) return length;
  const next = kept[at + 1];
  if (piece.before + piece.length === offset && next?.before === offset) return next.after;
  return piece.after + Math.max(0, offset - piece.before);
}
