import type { Encoding } from '../library/decode.js';
import type { ChangesTaken } from '../library/docx/changes.js';
import type { NoteKind } from '../library/docx/notes.js';
import type { Pause } from '../library/docx/xml.js';
import { markdown } from './markdown.js';
import { plainText } from './plainText.js';
import type { ExportOptions } from './word/exportOptions.js';
import { word } from './word/word.js';

export interface ReadOptions {
  /** How a text is decoded; formats that state it by themselves don't ask. */
  readonly encoding?: Encoding | 'auto';
  /** What becomes of tracked changes. */
  readonly changes?: ChangesTaken;
  readonly pause?: Pause;
}

export interface WriteOptions {
  readonly word?: ExportOptions;
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
  /** @throws UnreadableError where the bytes are of no such file */
  read(bytes: Uint8Array, options: ReadOptions): string | Converted | Promise<string | Converted>;
  write(text: string, options: WriteOptions): Uint8Array | Promise<Uint8Array>;
}

/** What the script of `main.convert.ts` gives: it is loaded when a file is to be converted, and not before. */
export interface Converter {
  readonly FORMATS: typeof FORMATS;
}

/** The formats by the extensions of their files. */
export const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': plainText,
  '.fagui': plainText,
  '.md': markdown,
  '.docx': word,
};
