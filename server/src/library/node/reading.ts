import { pathToFileURL } from 'node:url';
import { factsOf } from '../facts.js';
import type { Stamp } from '../files.js';
import { textOf } from '../readText.js';
import type { FolderToIndex } from '../textIndex.js';
import { UnreadableError } from '../unreadable.js';
import { plainError, type Problem, type Wanted } from './comparing.js';
import { FileReader } from './files.js';
import { identityOf, type TextRecord } from './indexFormat.js';
import { CHUNK, type IndexFileWriter } from './indexWriter.js';
import { decodeUtf8 } from './utf8.js';

/** What became of some of the files whose texts have to be read. Plain data. */
export interface ReadBatch {
  /** How many files it was. */
  readonly count: number;
  /** Texts whose bytes are in the file that is being written. */
  readonly records: readonly TextRecord[];
  /** Files that have another time than before, and the same bytes. */
  readonly same: readonly { readonly name: string; readonly stamp: Stamp }[];
  readonly problems: readonly Problem[];
}

/** A file that was changed so shortly before it was looked at may change again within the same tick of its clock. */
const CLOCK_TICK = 2000;
/** The time of no file: what carries it is compared by its content. */
const UNCERTAIN = -1;
/** How many texts are told of at once: who hears of them has other work as well. */
const MOST_AT_ONCE = 100;

/** Reads texts into a file that is being written. */
export class BatchReader {
  private readonly files = new FileReader();

  /**
   * @param next the file to be read next; undefined where there is none any more
   */
  constructor(
    private readonly folder: FolderToIndex,
    private readonly next: () => Wanted | undefined,
    private readonly writer: IndexFileWriter,
  ) {}

  /**
   * Reads the next files.
   *
   * @returns undefined where none is left
   * @throws where it can't be written
   */
  async read(): Promise<ReadBatch | undefined> {
    const records: TextRecord[] = [];
    const same: ReadBatch['same'][number][] = [];
    const problems: Problem[] = [];
    let count = 0;
    let length = 0;
    while (length < CHUNK && count < MOST_AT_ONCE) {
      const file = this.next();
      if (!file) break;
      count++;
      try {
        const { bytes, stamp: seen } = this.files.read(file.path);
        const identity = identityOf(bytes);
        const isCertain = Date.now() - seen.modified > CLOCK_TICK;
        const stamp = isCertain ? seen : { ...seen, modified: UNCERTAIN };
        if (file.identity === identity) same.push({ name: file.name, stamp });
        else records.push(await this.record(file.name, bytes, stamp, identity));
        length += bytes.length;
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        problems.push({ uri: pathToFileURL(file.path).href, error: plainError(error) });
      }
    }
    if (records.length > 0) this.writer.flush();
    return count === 0 ? undefined : { count, records, same, problems };
  }

  private async record(name: string, bytes: Uint8Array, stamp: Stamp, identity: string): Promise<TextRecord> {
    const { text, encoding } = await textOf(bytes, name, this.folder.encoding, undefined, decodeUtf8);
    const facts = factsOf(text, `${this.folder.uri}/${name}`);
    const kept = encoding === undefined ? Buffer.from(text) : bytes;
    const check = encoding === undefined ? identityOf(kept) : identity;
    const slice = this.writer.add(kept);
    return { name, stamp, identity, encoding: encoding ?? 'utf-8', slice, check, facts, citations: undefined };
  }
}
