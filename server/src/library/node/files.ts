import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess } from '../files.js';
import { MAX_FILE_BYTES, UnreadableError } from '../unreadable.js';

/** Folders that hold no regulation text but very many files. Those with a leading dot are left out as well. */
const SKIPPED_FOLDER = 'node_modules';

/** Files and folders of this machine, by `file:` URIs. */
export class NodeFiles implements FileAccess {
  /**
   * @param onUnreadable is told of each folder that could not be read: its URI, and why
   */
  constructor(private readonly onUnreadable: (uri: string, error: UnreadableError) => void) {}

  /**
   * Walks a folder, one directory after the other, so that a large tree costs time and not memory. A linked file is
   * listed; a linked folder below is not entered: it could lead out of the tree, or back into it for ever.
   */
  async list(folder: string, extensions: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    const pending = [fileURLToPath(folder)];
    for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
      const { folders, files } = await this.entriesOf(directory, extensions);
      pending.push(...folders.sort().reverse());
      found.push(...files.sort());
    }
    return found.map((file) => pathToFileURL(file).href);
  }

  /** @throws UnreadableError in every case where the bytes can't be had */
  async read(uri: string): Promise<Uint8Array> {
    const file = fileURLToPath(uri);
    try {
      const status = await stat(file);
      if (status.isDirectory()) throw new UnreadableError('folder');
      // A pipe or a device may have no end.
      if (!status.isFile()) throw new UnreadableError('not-a-file');
      if (status.size > MAX_FILE_BYTES) throw new UnreadableError('too-large');
      return await readFile(file);
    } catch (error) {
      // ENOTDIR of a file's path: something above it is a file, so this one is not there.
      throw (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? new UnreadableError('missing') : unreadable(error);
    }
  }

  private async entriesOf(
    directory: string,
    extensions: readonly string[],
  ): Promise<{ folders: string[]; files: string[] }> {
    const folders: string[] = [];
    const files: string[] = [];
    try {
      for (const entry of await readdir(directory, { withFileTypes: true })) {
        const name = path.join(directory, entry.name);
        if (entry.isDirectory()) {
          if (entry.name !== SKIPPED_FOLDER && !entry.name.startsWith('.')) folders.push(name);
        } else if (hasExtension(entry.name, extensions) && (entry.isFile() || (await isLinkedFile(name)))) {
          files.push(name);
        }
      }
    } catch (error) {
      this.onUnreadable(pathToFileURL(directory).href, unreadable(error));
    }
    return { folders, files };
  }
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lowerCase = name.toLowerCase();
  return extensions.some((extension) => lowerCase.endsWith(extension));
}

/** Whether a link leads to a file; one that leads nowhere does not. */
async function isLinkedFile(name: string): Promise<boolean> {
  try {
    return (await stat(name)).isFile();
  } catch {
    return false;
  }
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
