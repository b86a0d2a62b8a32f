import type { Encoding } from '../library/decode.js';
import type { ChangesTaken } from '../library/docx/changes.js';
import type { NoteKind } from '../library/docx/notes.js';
import type { Pause } from '../library/docx/xml.js';
import type { Library } from '../library/library.js';
import { markdown } from './markdown.js';
import { plainText } from './plainText.js';
import { akomaNtoso } from './akomaNtoso/akomaNtoso.js';
import { html } from './html/html.js';
import type { ExportOptions } from './word/exportOptions.js';

export interface ReadOptions {
  /** How a text is decoded; formats that state it by themselves don't ask. */
  readonly encoding?: Encoding | 'auto';
  /** What becomes of tracked changes. */
  readonly changes?: ChangesTaken;
  readonly pause?: Pause;
}

export interface WriteOptions {
  readonly word?: ExportOptions;
  /** The URI of the text: a text without a title is called by it. */
  readonly uri?: string;
  /** Where what the text cites is looked for; it need not hold the text itself. */
  readonly library?: Library;
}

/** A text that was read, with what the format holds beside it. */
export interface Converted {
  readonly text: string;
  readonly notes: readonly ConvertedNote[];
  /** How many tracked changes were accepted or rejected. */
  readonly changes: number;
}

export interface ConvertedNote {
  readonly kind: NoteKind;
  /** The provision that it is on: 第三条; the heading or the title where it is on none. */
  readonly place: string;
  readonly text: string;
  readonly author?: string | undefined;
}

/** A format that regulation text is read from and written in. */
export interface Format {
  /** Whether what is written says where citations lead. */
  readonly isLinked?: boolean;
  /** @throws UnreadableError where the bytes are of no such file, or files of the format are not read */
  read(bytes: Uint8Array, options: ReadOptions): string | Converted | Promise<string | Converted>;
  write(text: string, options: WriteOptions): Uint8Array | Promise<Uint8Array>;
}

/** A table that is a document of its own: a title, notes on the whole, rows below heads. */
export interface TableDocument {
  readonly title: string;
  readonly notes: readonly string[];
  /** The heads, and how much of the width each column takes, in shares of the whole. */
  readonly columns: readonly { readonly head: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** What the script of `main.convert.ts` gives: it is loaded when a Word document is to be written or read, and not before. */
export interface Converter {
  readonly word: Format;
  /** Writes a table as a Word document. */
  readonly exportTable: (table: TableDocument, options?: ExportOptions) => Promise<Uint8Array>;
}

/** The extension of Word documents, whose format is the {@link Converter}'s. */
export const WORD = '.docx';

/** The other formats by the extensions of their files. */
export const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': plainText,
  '.fagui': plainText,
  '.md': markdown,
  '.akn': akomaNtoso,
  '.xml': akomaNtoso,
  '.html': html,
  '.htm': html,
};
