import { RegulationDocument } from '../library/document.js';
import { Library } from '../library/library.js';
import type { Pause } from '../library/docx/xml.js';
import { UnreadableError } from '../library/unreadable.js';
import { readAkomaNtoso } from './akomaNtoso/read.js';
import { writeAkomaNtoso } from './akomaNtoso/write.js';
import { writeHtml } from './html/write.js';

export interface ReadOptions {
  readonly pause?: Pause;
}

export interface WriteOptions {
  /** The URI of the text: a text without a title is called by it. */
  readonly uri?: string;
  /** Where what the text cites is looked for; it need not hold the text itself. */
  readonly library?: Library;
}

/** A format that regulation text is read from and written in. */
export interface Format {
  /** @throws UnreadableError where the bytes are of no such file, or files of the format are not read */
  read(bytes: Uint8Array, options: ReadOptions): string | Promise<string>;
  write(text: string, options: WriteOptions): Uint8Array | Promise<Uint8Array>;
}

const akomaNtoso: Format = {
  read: (bytes, { pause }) => readAkomaNtoso(bytes, pause),
  write: (text, options) => utf8(writeAkomaNtoso(...documentOf(text, options))),
};

const html: Format = {
  read: () => {
    throw new UnreadableError('write-only');
  },
  write: (text, options) => utf8(writeHtml(...documentOf(text, options))),
};

/** The formats by the extensions of their files. */
export const FORMATS: Readonly<Record<string, Format>> = {
  '.akn': akomaNtoso,
  '.xml': akomaNtoso,
  '.html': html,
  '.htm': html,
};

function documentOf(text: string, { uri = '', library = new Library() }: WriteOptions): [RegulationDocument, Library] {
  return [RegulationDocument.of(uri, text), library];
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
