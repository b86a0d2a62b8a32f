import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decode } from '../decode.js';
import type { KnownCitations, StoredCitations } from '../document.js';
import type { Facts } from '../facts.js';
import type { IndexedText, TextIndex } from '../textIndex.js';
import { UnreadableError } from '../unreadable.js';
import {
  decodeManifest,
  FOOTER_LENGTH,
  identityOf,
  readFooter,
  type Origin,
  type Slice,
  type TextRecord,
} from './indexFormat.js';
import { decodeUtf8 } from './utf8.js';

/**
 * An index file, open for reading until it is closed, whoever replaces or deletes it meanwhile. It is read when something
 * of it is asked for, and not asynchronously: who needs a text needs it now, and the file is a local one of ours.
 */
export class IndexFile implements TextIndex {
  readonly texts: ReadonlyMap<string, IndexedText>;
  private alsoOpen: IndexFile | undefined;

  private constructor(
    readonly path: string,
    private readonly fd: number,
    readonly records: readonly TextRecord[],
    private readonly folder: string,
  ) {
    this.texts = new Map(this.textsOf(records).map((text) => [text.name, text]));
  }

  /**
   * Opens a file that is still being written.
   *
   * @returns undefined where it can't be read: it may have got its own name meanwhile
   */
  static unfinished(path: string, folder: string): IndexFile | undefined {
    try {
      return new IndexFile(path, openSync(path, 'r'), [], folder);
    } catch {
      return undefined;
    }
  }

  /**
   * Opens a file.
   *
   * @returns undefined where it can't be read, is no index of this origin, or a damaged one
   */
  static open(path: string, origin: Origin): IndexFile | undefined {
    let fd: number;
    try {
      fd = openSync(path, 'r');
    } catch {
      return undefined;
    }
    try {
      const { size } = fstatSync(fd);
      const footer = readFooter(readSlice(fd, { offset: size - FOOTER_LENGTH, length: FOOTER_LENGTH }), size);
      const records = footer && decodeManifest(readSlice(fd, footer), footer.checksum, origin);
      if (records) return new IndexFile(path, fd, records, origin.folder);
    } catch {
      // What can't be read is no index.
    }
    closeSync(fd);
    return undefined;
  }

  /**
   * The file with its own name, when all of it has been written. It stands in the place of this one, which is not closed.
   *
   * @param records all that the file has
   */
  finished(path: string, records: readonly TextRecord[]): IndexFile {
    return new IndexFile(path, this.fd, records, this.folder);
  }

  /** Texts whose bytes are in the file by now. */
  textsOf(records: readonly TextRecord[]): IndexedText[] {
    return records.map((record) => new TextOfFile(this, record));
  }

  /** The other file is closed with this one. */
  adopt(other: IndexFile): void {
    this.alsoOpen = other;
  }

  close(): void {
    closeSync(this.fd);
    this.alsoOpen?.close();
  }

  /** The bytes of a text; undefined where they can't be had any more. */
  bytesOf(record: TextRecord): Buffer | undefined {
    return this.bytes(record.slice, record.check) ?? readOrigin(record, this.folder);
  }

  /** Bytes of the file; undefined where they are not those that were written. */
  bytes(slice: Slice, check: string): Buffer | undefined {
    try {
      const bytes = readSlice(this.fd, slice);
      return identityOf(bytes) === check ? bytes : undefined;
    } catch {
      return undefined;
    }
  }
}

/** A text of an index file. */
class TextOfFile implements IndexedText {
  readonly name: string;
  readonly identity: string;

  constructor(
    private readonly file: IndexFile,
    private readonly record: TextRecord,
  ) {
    this.name = record.name;
    this.identity = record.identity;
  }

  get facts(): Facts {
    return this.record.facts;
  }

  get against(): KnownCitations['against'] | undefined {
    return this.record.citations?.against;
  }

  readText(): string {
    const bytes = this.file.bytesOf(this.record);
    if (!bytes) throw new UnreadableError('damaged-index');
    return decode(bytes, this.record.encoding, decodeUtf8).text;
  }

  readCitations(): StoredCitations | undefined {
    const { citations } = this.record;
    // Where they are damaged they are found again in the text.
    const bytes = citations && this.file.bytes(citations.slice, citations.check);
    return bytes && (JSON.parse(bytes.toString()) as StoredCitations);
  }
}

/** The file that the text was read from, if it is still the same and the text is simply in it. */
function readOrigin({ name, identity, check }: TextRecord, folder: string): Buffer | undefined {
  if (check !== identity) return undefined;
  try {
    const bytes = readFileSync(fileURLToPath(`${folder}/${name}`));
    return identityOf(bytes) === identity ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** @throws where there are not so many bytes */
function readSlice(fd: number, { offset, length }: Slice): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(0, length));
  if (offset < 0 || readSync(fd, bytes, 0, bytes.length, offset) !== length) throw new RangeError('cut off');
  return bytes;
}
