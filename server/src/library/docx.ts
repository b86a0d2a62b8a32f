import type { ChangesTaken } from './docx/changes.js';
import { DocumentReader, type NoteText, type ReadingOptions } from './docx/document.js';
import { NOTES, withoutMarks, type Note } from './docx/notes.js';
import { Numbering } from './docx/numbering.js';
import { WordPackage } from './docx/package.js';
import { Styles } from './docx/styles.js';
import type { Pause } from './docx/xml.js';

/** What a Word document holds. */
export interface WordContent {
  readonly text: string;
  /** Footnotes, endnotes and comments, in the order in which the text refers to them. */
  readonly notes: readonly Note[];
  /** How many tracked changes there are. */
  readonly changes: number;
}

/**
 * The text of a Word document (.docx): a line a paragraph, as it reads with all tracked changes accepted, with the
 * numbers that Word gives by itself. In time linear in what the file unpacks to.
 *
 * @param pause is waited for between pieces of the work
 * @throws UnreadableError where the bytes are no such document, are damaged, or unpack to too much
 */
export async function readDocx(bytes: Uint8Array, pause: Pause = noPause): Promise<string> {
  const word = await WordPackage.open(bytes, pause);
  return (await readerOf(word, pause)({})).result;
}

/**
 * The text of a Word document as {@link readDocx} has it, with all tracked changes accepted or rejected, and what stands
 * beside it.
 */
export async function readWord(bytes: Uint8Array, changes: ChangesTaken, pause: Pause = noPause): Promise<WordContent> {
  const word = await WordPackage.open(bytes, pause);
  const read = readerOf(word, pause);
  const document = await read({ changes, marksReferences: true });
  const { text, places } = withoutMarks(document.result);
  const noteTexts = new Map<string, NoteText>();
  for (const { kind, root, relationship } of Object.values(NOTES)) {
    if (!document.references.some((reference) => reference.kind === kind)) continue;
    const part = await read({ changes, root }, relationship);
    for (const [id, note] of part.notes) noteTexts.set(`${kind} ${id}`, note);
  }
  const notes = places.flatMap(({ index, offset }): Note[] => {
    const reference = document.references[index];
    const note = reference && noteTexts.get(`${reference.kind} ${reference.id}`);
    return note && note.text !== '' ? [{ kind: reference.kind, offset, ...note }] : [];
  });
  return { text, notes, changes: document.changes.count };
}

/** Reads parts of a package; the definitions of styles and lists once. */
function readerOf(
  word: WordPackage,
  pause: Pause,
): (options: ReadingOptions, relationship?: string) => Promise<DocumentReader> {
  let definitions: Promise<[Styles, Numbering]> | undefined;
  const readDefinitions = async (): Promise<[Styles, Numbering]> => {
    const styles = new Styles();
    await word.readRelated('styles', styles, pause);
    const numbering = new Numbering(styles);
    await word.readRelated('numbering', numbering, pause);
    return [styles, numbering];
  };
  return async (options, relationship) => {
    const [styles, numbering] = await (definitions ??= readDefinitions());
    const reader = new DocumentReader(styles, numbering, options);
    if (relationship === undefined) await word.readDocument(reader, pause);
    else await word.readRelated(relationship, reader, pause);
    return reader;
  };
}

function noPause(): Promise<void> {
  return Promise.resolve();
}
