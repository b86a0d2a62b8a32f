import { realpath } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReachableFolders } from '../files.js';
import { UnreadableError } from '../unreadable.js';

/**
 * Which files of this machine are read at all. What a request, a document or a workspace names is no reason to read it:
 * a folder that somebody was sent may hold links to what is none of its business, and an address may name another
 * machine, which on some systems is greeted with the user's name as soon as it is asked for.
 */
export class Reach {
  /** @param folders those of now */
  constructor(private readonly folders: () => ReachableFolders) {}

  /**
   * Looks at nothing outside of the folders; links count by where they lead.
   *
   * @param file path of a file or folder
   * @throws UnreadableError where it lies outside; what the system says where it is not there
   */
  async check(file: string): Promise<void> {
    const { workspaceFolders, libraryFolders } = this.folders();
    const [ofWorkspace, ofLibrary] = [workspaceFolders, libraryFolders].map(pathsOf);
    // Where a library is, and what in it are links, is what its reader has decided.
    if (isInAny(file, ofLibrary)) return;
    if (!isInAny(file, ofWorkspace)) throw new UnreadableError('outside');
    const real = await realpath(file);
    const folders = await Promise.all([...(ofWorkspace ?? []), ...(ofLibrary ?? [])].map(realFolder));
    if (!isInAny(real, folders)) throw new UnreadableError('outside');
  }
}

/** Whether a link leads to something that is not in a folder; one that leads nowhere does not. */
export function leadsOutside(folder: string, link: string): boolean {
  try {
    return !isIn(realpathSync.native(link), realpathSync.native(folder));
  } catch {
    return false;
  }
}

/** A folder that is not there has nothing in it either. */
function realFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder);
}

function pathsOf(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => {
    try {
      return uri.startsWith('file:') ? [fileURLToPath(uri)] : [];
    } catch {
      // It names a machine, where files are not named so.
      return [];
    }
  });
}

function isInAny(file: string, folders: readonly string[] = []): boolean {
  return folders.some((folder) => isIn(file, folder));
}

function isIn(file: string, folder: string): boolean {
  const below = path.relative(folder, file);
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
}
