import type { Settings } from './protocol.js';
import { folderKey, isWithin, uriKey } from './uris.js';

/** What the settings say on checks, by folder of the workspace: an editor may keep settings of its own for each. */
export class FolderSettings {
  /** The innermost folder first, where one lies in another. */
  private readonly folders: readonly { readonly key: string; readonly checks: Settings['checks'] }[];

  /** @param byFolder the settings that hold in a folder, by its URI */
  constructor(byFolder: ReadonlyMap<string, Settings>) {
    this.folders = [...byFolder]
      .map(([uri, { checks }]) => ({ key: folderKey(uri), checks }))
      .sort((a, b) => b.key.length - a.key.length);
  }

  /** What holds for a text; undefined where it lies in none of the folders. */
  checksOf(uri: string): Settings['checks'] | undefined {
    if (this.folders.length === 0) return undefined;
    const key = uriKey(uri);
    return this.folders.find((folder) => isWithin(key, folder.key))?.checks;
  }
}
