import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess, Stamp } from '../files.js';
import { Turns } from '../turns.js';
import { MAX_FILE_BYTES, UnreadableError } from '../unreadable.js';
import type { Reach } from './reach.js';

/** Folders that hold no regulation text but very many files. Those with a leading dot are left out as well. */
const SKIPPED_FOLDER = 'node_modules';

/** Files and folders of this machine, by `file:` URIs. */
export class NodeFiles implements FileAccess {
  /**
   * @param onUnreadable is told of each folder that could not be read, and each link that was not followed: its URI, and why
   * @param reach outside of which nothing is read; absent where files are read that somebody named who sits before us
   */
  constructor(
    private readonly onUnreadable: (uri: string, error: UnreadableError) => void,
    private readonly reach?: Reach,
  ) {}

  async list(folder: string, extensions: readonly string[], isFound = false): Promise<string[]> {
    const found: string[] = [];
    const root = fileURLToPath(folder);
    if (!(await this.isReached(root)) || (isFound && isLink(root))) return found;
    const turns = new Turns();
    for (const { directory, files } of walk(root, extensions, this.onUnreadable)) {
      for (const { name, isFile } of files) {
        const file = pathBelow(directory, name);
        if (isFile || (leadsToFile(file) && (await this.isReached(file)))) found.push(pathToFileURL(file).href);
      }
      await turns.pause();
    }
    return found;
  }

  private async isReached(file: string): Promise<boolean> {
    try {
      await this.reach?.check(file);
      return true;
    } catch (error) {
      this.onUnreadable(pathToFileURL(file).href, unreadable(error));
      return false;
    }
  }

  /** @throws UnreadableError in every case where the bytes can't be had */
  async read(uri: string): Promise<Uint8Array> {
    try {
      const file = fileURLToPath(uri);
      await this.reach?.check(file);
      checkReadable(await stat(file));
      return await readFile(file);
    } catch (error) {
      throw unreadableFile(error);
    }
  }
}

/** A directory with what was found in it. */
export interface WalkedDirectory {
  /** Its path. */
  readonly directory: string;
  /** A link is no file: it is not known yet whether it leads to one. */
  readonly files: readonly { readonly name: string; readonly isFile: boolean }[];
}

/**
 * Walks a folder, one directory after the other, so that a large tree costs time and not memory. A linked file is found;
 * a linked folder below is not entered: it could lead out of the tree, or back into it for ever.
 *
 * @param folder path
 * @param extensions with the dot; of any case
 * @param onUnreadable is told of each folder that can't be read, by its URI
 * @returns the directories that hold files, these in the order of their names
 */
export function* walk(
  folder: string,
  extensions: readonly string[],
  onUnreadable: (uri: string, error: UnreadableError) => void,
): Generator<WalkedDirectory> {
  const pending = [folder];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    const folders: string[] = [];
    const files: WalkedDirectory['files'][number][] = [];
    for (const entry of entriesOf(directory, onUnreadable)) {
      if (entry.isDirectory()) {
        if (entry.name !== SKIPPED_FOLDER && !entry.name.startsWith('.'))
          folders.push(pathBelow(directory, entry.name));
      } else if (hasExtension(entry.name, extensions) && (entry.isFile() || entry.isSymbolicLink())) {
        files.push({ name: entry.name, isFile: entry.isFile() });
      }
    }
    for (const below of folders.reverse()) pending.push(below);
    if (files.length > 0) yield { directory, files };
  }
}

/** The path of something in a directory; both are in normal form, so that nothing has to be looked for in them. */
export function pathBelow(directory: string, name: string): string {
  return directory.endsWith(path.sep) ? directory + name : directory + path.sep + name;
}

/** The entries of a directory, in the order of their names. */
function entriesOf(directory: string, onUnreadable: (uri: string, error: UnreadableError) => void): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    onUnreadable(pathToFileURL(directory).href, unreadable(error));
    return [];
  }
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lowerCase = name.toLowerCase();
  return extensions.some((extension) => lowerCase.endsWith(extension));
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Whether a link leads to a file; it may lead nowhere, round in a circle, or to where we may not look. */
function leadsToFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The state of a file now.
 *
 * @throws UnreadableError where it can't be read as a file
 */
export function stampOf(file: string): Stamp {
  try {
    const status = statSync(file);
    checkReadable(status);
    return { size: status.size, modified: status.mtimeMs };
  } catch (error) {
    throw unreadableFile(error);
  }
}

/** Reads files, one after the other, into the same memory. */
export class FileReader {
  private memory = Buffer.allocUnsafeSlow(256 * 1024);

  /**
   * The bytes of a file, until the next one is read, and the state that it was in before they were.
   *
   * @throws UnreadableError in every case where the bytes can't be had
   */
  read(file: string): { bytes: Buffer; stamp: Stamp } {
    try {
      // The opening of a pipe would wait for somebody to write into it.
      const fd = openSync(file, constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0));
      try {
        const status = fstatSync(fd);
        checkReadable(status);
        return { bytes: this.readAll(fd, status.size), stamp: { size: status.size, modified: status.mtimeMs } };
      } finally {
        closeSync(fd);
      }
    } catch (error) {
      throw unreadableFile(error);
    }
  }

  private readAll(fd: number, size: number): Buffer {
    if (size > this.memory.length) this.memory = Buffer.allocUnsafeSlow(2 * size);
    let length = 0;
    while (length < size) {
      const count = readSync(fd, this.memory, length, size - length, length);
      // It has been cut off meanwhile.
      if (count === 0) break;
      length += count;
    }
    return this.memory.subarray(0, length);
  }
}

/** @throws UnreadableError */
function checkReadable(status: Stats): void {
  if (status.isDirectory()) throw new UnreadableError('folder');
  // A pipe or a device may have no end.
  if (!status.isFile()) throw new UnreadableError('not-a-file');
  if (status.size > MAX_FILE_BYTES) throw new UnreadableError('too-large');
}

function unreadableFile(error: unknown): UnreadableError {
  // ENOTDIR of a file's path: something above it is a file, so this one is not there.
  return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? new UnreadableError('missing') : unreadable(error);
}

/** What the system says of a file, in words for people. */
function unreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UnreadableError('missing');
  if (code === 'EACCES' || code === 'EPERM') return new UnreadableError('denied');
  if (code === 'ENOTDIR') return new UnreadableError('not-a-folder');
  const detail = code || message;
  return new UnreadableError('failed', { zh: detail, en: detail });
}
