import { pathToFileURL } from 'node:url';
import { factsOf } from '../facts.js';
import type { Stamp } from '../files.js';
import { textOf } from '../readText.js';
import type { FolderToIndex } from '../textIndex.js';
import { UnreadableError } from '../unreadable.js';
import { compare, plainError, type PlainError, type Wanted } from './comparing.js';
import { readFileNow } from './files.js';
import { IndexFile } from './indexFile.js';
import { identityOf, type CitationsRecord, type Origin, type TextRecord } from './indexFormat.js';
import { IndexFileWriter } from './indexWriter.js';
import { decodeUtf8 } from './utf8.js';

/** What there is to do for one folder. Plain data: it may be sent to another thread. */
export interface IndexingTask {
  readonly folder: FolderToIndex;
  readonly origin: Origin;
  /** Paths of the folder's index files, the newest first. */
  readonly earlier: readonly string[];
  /** Path of the file to be written. */
  readonly target: string;
}

/** What happened in a step of the work. Plain data. */
export type IndexingEvent =
  | { readonly kind: 'gone'; readonly names: readonly string[] }
  /** Texts whose bytes can be read from the file at that path. */
  | { readonly kind: 'texts'; readonly path: string; readonly records: readonly TextRecord[] }
  | { readonly kind: 'progress'; readonly read: number; readonly all: number }
  | { readonly kind: 'unreadable'; readonly uri: string; readonly error: PlainError }
  /** The path of the index that counts now. */
  | { readonly kind: 'finished'; readonly path: string }
  | { readonly kind: 'failed'; readonly error: { readonly code: string; readonly message: string } };

/** A file that was changed so shortly before it was looked at may change again within the same tick of its clock. */
const CLOCK_TICK = 2000;
/** How many texts are told of at once: who hears of them has other work as well. */
const MOST_AT_ONCE = 200;
/** The time of no file: what carries it is compared by its content. */
const UNCERTAIN = -1;

/**
 * Brings the index of a folder up to date, step by step. Only what has changed is read; where nothing has, nothing is
 * written.
 *
 * @param isCancelled ends the reading; what has been read is kept
 */
export async function* indexFolder(
  task: IndexingTask,
  isCancelled: () => boolean,
): AsyncGenerator<IndexingEvent, void> {
  let writer: IndexFileWriter | undefined;
  const earlier = openFirst(task);
  try {
    const known = new Map(earlier?.records.map((record) => [record.name, record]));
    const { unchanged, wanted, gone, problems } = compare(task.folder, known);
    for (const { uri, error } of problems) yield { kind: 'unreadable', uri, error };
    if (gone.length > 0) yield { kind: 'gone', names: gone };
    if (earlier && wanted.length === 0 && gone.length === 0) {
      yield { kind: 'finished', path: earlier.path };
      return;
    }
    writer = new IndexFileWriter(task.target, task.origin);
    const records = yield* readAll(task.folder, wanted, known, writer, isCancelled);
    for (const { record, stamp } of [
      ...unchanged.map((record) => ({ record, stamp: record.stamp })),
      ...records.same,
    ]) {
      const copy = earlier && copied(record, earlier, writer, stamp);
      if (copy) records.read.push(copy);
      if (writer.isFull) writer.flush();
    }
    writer.finish(records.read);
    yield { kind: 'finished', path: task.target };
  } catch (error) {
    writer?.abandon();
    const { code = '', message } = error as NodeJS.ErrnoException;
    yield { kind: 'failed', error: { code, message } };
  } finally {
    earlier?.close();
  }
}

function openFirst({ earlier, origin }: IndexingTask): IndexFile | undefined {
  for (const file of earlier) {
    const index = IndexFile.open(file, origin);
    if (index) return index;
  }
  return undefined;
}

async function* readAll(
  folder: FolderToIndex,
  wanted: readonly Wanted[],
  known: ReadonlyMap<string, TextRecord>,
  writer: IndexFileWriter,
  isCancelled: () => boolean,
): AsyncGenerator<IndexingEvent, { read: TextRecord[]; same: { record: TextRecord; stamp: Stamp }[] }> {
  const read: TextRecord[] = [];
  const same: { record: TextRecord; stamp: Stamp }[] = [];
  let told = 0;
  for (const [index, file] of wanted.entries()) {
    if (isCancelled()) break;
    try {
      const bytes = readFileNow(file.path);
      const identity = identityOf(bytes);
      const isCertain = Date.now() - file.stamp.modified > CLOCK_TICK;
      const stamp = isCertain ? file.stamp : { ...file.stamp, modified: UNCERTAIN };
      const record = known.get(file.name);
      if (record?.identity === identity) same.push({ record, stamp });
      else read.push({ ...(await readRecord(folder, file, bytes, writer)), stamp, identity });
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield { kind: 'unreadable', uri: pathToFileURL(file.path).href, error: plainError(error) };
    }
    if (!writer.isFull && read.length - told < MOST_AT_ONCE && index + 1 < wanted.length) continue;
    writer.flush();
    yield { kind: 'texts', path: writer.temporary, records: read.slice(told) };
    yield { kind: 'progress', read: index + 1, all: wanted.length };
    told = read.length;
  }
  return { read, same };
}

async function readRecord(
  folder: FolderToIndex,
  { name }: Wanted,
  bytes: Buffer,
  writer: IndexFileWriter,
): Promise<Omit<TextRecord, 'stamp' | 'identity'>> {
  const { text, encoding } = await textOf(bytes, name, folder.encoding, undefined, decodeUtf8);
  const facts = factsOf(text, `${folder.uri}/${name}`);
  const kept = encoding === undefined ? Buffer.from(text) : bytes;
  return {
    name,
    encoding: encoding ?? 'utf-8',
    slice: writer.add(kept),
    check: identityOf(kept),
    facts,
    citations: undefined,
  };
}

/**
 * A record with its bytes in the new file; undefined where they can't be had any more: the file is read at another time.
 *
 * @param stamp of the file now, which has the same bytes
 */
export function copied(
  record: TextRecord,
  from: IndexFile,
  writer: IndexFileWriter,
  stamp = record.stamp,
): TextRecord | undefined {
  const bytes = from.bytesOf(record);
  if (!bytes) return undefined;
  const { name, identity, encoding, check, facts } = record;
  const citations = copiedCitations(record.citations, from, writer);
  return { name, stamp, identity, encoding, slice: writer.add(bytes), check, facts, citations };
}

function copiedCitations(
  citations: CitationsRecord | undefined,
  from: IndexFile,
  writer: IndexFileWriter,
): CitationsRecord | undefined {
  const bytes = citations && from.bytes(citations.slice, citations.check);
  return bytes && { ...citations, slice: writer.add(bytes) };
}
