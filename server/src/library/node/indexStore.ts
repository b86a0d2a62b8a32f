import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import type { CancellationToken } from 'vscode-jsonrpc';
import type { CitationsToKeep, FolderToIndex, IndexListener, IndexStore, TextIndex } from '../textIndex.js';
import { Turns } from '../turns.js';
import { UnreadableError } from '../unreadable.js';
import { problemsIfUnchanged, type PlainError } from './comparing.js';
import { IndexFile } from './indexFile.js';
import { identityOf, type Origin, type TextRecord } from './indexFormat.js';
import { copied, indexFolder, type IndexingEvent, type IndexingTask } from './indexing.js';
import { runInWorker } from './indexWorker.js';
import { IndexFileWriter } from './indexWriter.js';

const EXTENSION = '.index';
const TEMPORARY = '.tmp';
/** Indexes that nobody has used for so long go, in milliseconds; their folders may be gone as well. */
const UNUSED = 90 * 24 * 3600 * 1000;
/** How often a folder is indexed again because another process has replaced the index before it could be opened. */
const MOST_ATTEMPTS = 3;
/** A file under a temporary name that is so old was left behind by a process that was killed. */
const ABANDONED = 24 * 3600 * 1000;

/**
 * Indexes in a folder of this machine. Each writing makes a file of a new name, and the newest whole one counts, so that
 * several processes may read and write at the same time.
 */
export class NodeIndexStore implements IndexStore {
  /** Shared with the indexing threads: changes with each edit. */
  private readonly edits = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /**
   * @param storage path of the folder, which is made when something is first written
   * @param code names the code that reads the texts
   * @param onFailure is told of an index that can't be written: where, and why
   * @param workerFile the script that runs the indexing in a thread of its own ({@link runInWorker}); without it
   * indexing gives way to other work between its steps
   */
  constructor(
    private readonly storage: string,
    private readonly code: string,
    private readonly onFailure: (storage: string, error: UnreadableError) => void,
    private readonly workerFile?: string,
  ) {}

  giveWay(): void {
    Atomics.add(this.edits, 0, 1);
  }

  identify(bytes: Uint8Array): string {
    return identityOf(bytes);
  }

  takes({ uri }: FolderToIndex): boolean {
    return uri.startsWith('file:');
  }

  open(folder: FolderToIndex): TextIndex | undefined {
    const origin = this.originOf(folder);
    for (const file of this.filesOf(origin)) {
      const index = IndexFile.open(file, origin);
      if (!index) continue;
      touch(file);
      return index;
    }
    return undefined;
  }

  async refresh(
    folder: FolderToIndex,
    current: TextIndex | undefined,
    listener: IndexListener,
    token: CancellationToken,
  ): Promise<TextIndex | undefined> {
    if (current instanceof IndexFile && (await this.isUpToDate(folder, current, listener))) return current;
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const result = await this.refreshOnce(folder, current, listener, token);
      if (result !== 'replaced') return result;
    }
    return undefined;
  }

  /** Whether that index is the newest of the folder and all files are still what they were, as far as can be told soon. */
  private async isUpToDate(folder: FolderToIndex, index: IndexFile, listener: IndexListener): Promise<boolean> {
    if (this.filesOf(this.originOf(folder))[0] !== index.path) return false;
    const problems = await problemsIfUnchanged(folder, new Map(index.records.map((record) => [record.name, record])));
    for (const { uri, error } of problems ?? []) listener.onUnreadable(uri, unreadable(error));
    return problems !== undefined;
  }

  private async refreshOnce(
    folder: FolderToIndex,
    current: TextIndex | undefined,
    listener: IndexListener,
    token: CancellationToken,
  ): Promise<TextIndex | 'replaced' | undefined> {
    const origin = this.originOf(folder);
    const task = { folder, origin, earlier: this.filesOf(origin), target: this.newFile(origin) };
    let finished: (IndexingEvent & { kind: 'finished' }) | undefined;
    const told: TextRecord[] = [];
    let unfinished: IndexFile | undefined;
    const hear = (event: IndexingEvent): void => {
      if (event.kind === 'gone') listener.onGone(event.names);
      else if (event.kind === 'progress') listener.onProgress(event.read, event.all);
      else if (event.kind === 'finished') finished = event;
      else if (event.kind === 'failed') this.failed(event.error);
      else if (event.kind === 'unreadable') {
        listener.onUnreadable(event.uri, unreadable(event.error));
      } else {
        for (const record of event.records) told.push(record);
        // They are in use while the rest is read; if the file has its name already, the finished index has them.
        unfinished ??= IndexFile.unfinished(event.path, folder.uri);
        if (unfinished) listener.onTexts(unfinished.textsOf(event.records));
      }
    };
    try {
      await this.run(task, hear, token);
    } catch (error) {
      this.failed(error as NodeJS.ErrnoException);
    }
    if (finished === undefined) return undefined;
    // Nothing has changed: what is open need not be read again.
    if (current instanceof IndexFile && finished.path === current.path) return current;
    let index: IndexFile | undefined;
    if (finished.isTold && unfinished) {
      // To read the manifest of a large library would hold up whoever is typing.
      index = unfinished.finished(finished.path, told);
    } else {
      index = IndexFile.open(finished.path, origin);
      if (index && unfinished) index.adopt(unfinished);
    }
    if (finished.path === task.target) this.clean(origin);
    return index ?? 'replaced';
  }

  async keepCitations(
    folder: FolderToIndex,
    index: TextIndex,
    citations: ReadonlyMap<string, CitationsToKeep>,
  ): Promise<TextIndex | undefined> {
    if (!(index instanceof IndexFile)) return undefined;
    const origin = this.originOf(folder);
    const target = this.newFile(origin);
    let writer: IndexFileWriter | undefined;
    try {
      writer = new IndexFileWriter(target, origin);
      const records: TextRecord[] = [];
      const turns = new Turns();
      for (const record of index.records) {
        const copy = copied(record, index, writer);
        const known = citations.get(record.name);
        if (copy) records.push(known ? { ...copy, citations: written(known, writer) } : copy);
        await turns.pause();
      }
      writer.finish(records);
      const result = IndexFile.open(target, origin);
      this.clean(origin);
      return result;
    } catch (error) {
      writer?.abandon();
      this.failed(error as NodeJS.ErrnoException);
      return undefined;
    }
  }

  private async run(task: IndexingTask, hear: (event: IndexingEvent) => void, token: CancellationToken): Promise<void> {
    if (this.workerFile !== undefined) return runInWorker(this.workerFile, task, hear, token, this.edits);
    const turns = new Turns();
    for await (const event of indexFolder(task, () => !token.isCancellationRequested)) {
      hear(event);
      await turns.pause();
    }
  }

  private failed({ code, message }: { readonly code?: string; readonly message: string }): void {
    this.onFailure(this.storage, unwritable(code ?? '', message));
  }

  private originOf({ uri, encoding, regulationsOnly }: FolderToIndex): Origin {
    return { folder: uri, encoding: regulationsOnly ? `${encoding} regulations` : encoding, code: this.code };
  }

  private newFile(origin: Origin): string {
    const prefix = prefixOf(origin);
    const [newest = ''] = this.filesOf(origin);
    const number = Number.parseInt(path.basename(newest).slice(prefix.length), 10) || 0;
    const name = `${String(number + 1).padStart(10, '0')}-${randomBytes(6).toString('hex')}`;
    return path.join(this.storage, `${prefix}${name}${EXTENSION}`);
  }

  /** The index files of an origin, the newest first: their names say the order in which they were begun. */
  private filesOf(origin: Origin): string[] {
    const names = this.list().map(({ name }) => name);
    const own = names.filter((name) => name.startsWith(prefixOf(origin)) && name.endsWith(EXTENSION));
    return own
      .sort()
      .reverse()
      .map((name) => path.join(this.storage, name));
  }

  /**
   * Takes away what a newer index has replaced, and what nobody uses any more. Another process may do so, too: of two
   * indexes that were written at the same time both leave the same one, and who has the other one open can read on.
   */
  private clean(origin: Origin): void {
    const now = Date.now();
    const replaced = new Set(this.filesOf(origin).slice(1));
    for (const { name, modified } of this.list()) {
      const file = path.join(this.storage, name);
      const isLeft = name.endsWith(TEMPORARY) ? now - modified > ABANDONED : now - modified > UNUSED;
      if (replaced.has(file) || isLeft) attempt(() => rmSync(file, { force: true }));
    }
  }

  private list(): { name: string; modified: number }[] {
    const names = attempt(() => readdirSync(this.storage)) ?? [];
    return names
      .filter((name) => name.endsWith(EXTENSION) || name.endsWith(TEMPORARY))
      .map((name) => ({
        name,
        modified: attempt(() => statSync(path.join(this.storage, name)).mtimeMs) ?? Date.now(),
      }));
  }
}

function written({ against, ...citations }: CitationsToKeep, writer: IndexFileWriter): TextRecord['citations'] {
  const bytes = Buffer.from(JSON.stringify(citations));
  return { slice: writer.add(bytes), check: identityOf(bytes), against };
}

/** An index that was used lately stays. */
function touch(file: string): void {
  const now = new Date();
  attempt(() => utimesSync(file, now, now));
}

/** What another process may have made impossible meanwhile, and what matters to nobody. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** What the names of an origin's index files begin with. */
function prefixOf({ folder, encoding }: Origin): string {
  return `${createHash('sha1').update(`${encoding} ${folder}`).digest('hex').slice(0, 20)}-`;
}

function unreadable({ kind, detail }: PlainError): UnreadableError {
  return new UnreadableError(kind, detail);
}

/** What the system says of a file that can't be written, in words for people. */
function unwritable(code: string, message: string): UnreadableError {
  if (code === 'ENOSPC' || code === 'EDQUOT') return new UnreadableError('disk-full');
  if (code === 'EROFS') return new UnreadableError('read-only');
  if (code === 'EACCES' || code === 'EPERM') return new UnreadableError('not-writable');
  // A file stands where the folder, or one above it, was to be made.
  if (code === 'ENOTDIR' || code === 'EEXIST') return new UnreadableError('not-a-folder');
  const detail = code || message;
  return new UnreadableError('not-written', { zh: detail, en: detail });
}
