import type { Encoding } from './library/decode.js';
import { isRegulationFile, isTextFile } from './library/files.js';
import type { FolderToIndex } from './library/textIndex.js';
import { folderKey, isWithin, uriKey } from './uris.js';

/** Where texts are taken from, by the URIs of folders. */
export interface Sources {
  /** Of the workspace only files named as regulations are taken: it holds other texts as well. */
  readonly workspaceFolders: readonly string[];
  /** Of the library's folders every text is taken. */
  readonly libraryFolders: readonly string[];
  readonly encoding: Encoding | 'auto';
}

/** A folder that texts are taken from. */
export interface SourceFolder extends FolderToIndex {
  /** See `folderKey`. */
  readonly key: string;
}

/** Folders that are no part of a workspace's texts; the file accesses leave them out as well. */
const SKIPPED_FOLDER = /\/(?:node_modules|\.[^/]+)(?:\/|$)/;

/** Which files belong to sources, by their keys. */
export class SourceFolders {
  readonly folders: readonly SourceFolder[];

  constructor(sources: Sources) {
    const { encoding } = sources;
    const folders = (uris: readonly string[], regulationsOnly: boolean): SourceFolder[] =>
      uris.map((uri) => ({ uri: uri.replace(/\/$/, ''), key: folderKey(uri), encoding, regulationsOnly }));
    const all = [...folders(sources.workspaceFolders, true), ...folders(sources.libraryFolders, false)];
    this.folders = [...new Map(all.map((folder) => [JSON.stringify(folder), folder])).values()];
  }

  /** Whether a file or folder of that key lies in a source, and not in a part of it that is left out. */
  has(key: string): boolean {
    return this.folders.some((folder) => {
      if (!isWithin(key, folder.key)) return false;
      const path = key.slice(folder.key.length);
      return !SKIPPED_FOLDER.test(isTextFile(key) ? path.slice(0, path.lastIndexOf('/')) : path);
    });
  }

  /** Whether the file of that URI is a text of a source. */
  takes(uri: string): boolean {
    const key = uriKey(uri);
    return isTextFile(key) && this.folders.some((folder) => isIn(key, folder));
  }

  /** Whether the file of that key is a regulation of the workspace. */
  isOfWorkspace(key: string): boolean {
    return this.folders.some((folder) => folder.regulationsOnly && isIn(key, folder));
  }
}

function isIn(key: string, folder: SourceFolder): boolean {
  return isWithin(key, folder.key) && (!folder.regulationsOnly || isRegulationFile(key));
}
