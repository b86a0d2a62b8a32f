import type { FolderToIndex } from '../textIndex.js';
import { compare, type PlainError, type Wanted } from './comparing.js';
import { IndexFile } from './indexFile.js';
import type { CitationsRecord, Origin, TextRecord } from './indexFormat.js';
import { IndexFileWriter } from './indexWriter.js';
import { BatchReader, type ReadBatch } from './reading.js';

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
  /** The path of the index that counts now, and whether it has just the texts that were told of. */
  | { readonly kind: 'finished'; readonly path: string; readonly isTold: boolean }
  | { readonly kind: 'failed'; readonly error: { readonly code: string; readonly message: string } };

/**
 * Brings the index of a folder up to date, step by step. Only what has changed is read; where nothing has, nothing is
 * written.
 *
 * @param goesOn is asked before each file, and may make it wait; false ends the reading, and what has been read is kept
 */
export async function* indexFolder(task: IndexingTask, goesOn: () => boolean): AsyncGenerator<IndexingEvent, void> {
  let writer: IndexFileWriter | undefined;
  const earlier = openFirst(task);
  try {
    const known = new Map(earlier?.records.map((record) => [record.name, record]));
    const { unchanged, wanted, gone, problems } = compare(task.folder, known);
    for (const { uri, error } of problems) yield { kind: 'unreadable', uri, error };
    if (gone.length > 0) yield { kind: 'gone', names: gone };
    if (earlier && wanted.length === 0 && gone.length === 0) {
      yield { kind: 'finished', path: earlier.path, isTold: false };
      return;
    }
    writer = new IndexFileWriter(task.target, task.origin);
    const batches = yield* readAll(task.folder, wanted, writer, goesOn);
    const records = batches.flatMap((batch) => batch.records);
    const told = records.length;
    const same = batches.flatMap((batch) => batch.same);
    for (const { name, stamp } of [...unchanged, ...same]) {
      const record = known.get(name);
      const copy = record && earlier && copied(record, earlier, writer, stamp);
      if (copy) records.push(copy);
    }
    writer.finish(records);
    yield { kind: 'finished', path: task.target, isTold: records.length === told };
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
  writer: IndexFileWriter,
  goesOn: () => boolean,
): AsyncGenerator<IndexingEvent, ReadBatch[]> {
  const batches: ReadBatch[] = [];
  const left = wanted.values();
  const next = (): Wanted | undefined => (goesOn() ? left.next().value : undefined);
  const reader = new BatchReader(folder, next, writer);
  let read = 0;
  for (let batch = await reader.read(); batch; batch = await reader.read()) {
    batches.push(batch);
    read += batch.count;
    yield* told(batch, writer, { read, all: wanted.length });
  }
  return batches;
}

function* told(
  { records, problems }: ReadBatch,
  { temporary }: IndexFileWriter,
  progress: { read: number; all: number },
): Generator<IndexingEvent> {
  for (const { uri, error } of problems) yield { kind: 'unreadable', uri, error };
  if (records.length > 0) yield { kind: 'texts', path: temporary, records };
  yield { kind: 'progress', ...progress };
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
