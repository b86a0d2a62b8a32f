import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { CONFIG_FILE } from './checks/folderConfig.js';
import { TEXT_EXTENSIONS } from './library/files.js';

const TEXTS = `**/*.{${TEXT_EXTENSIONS.map((extension) => extension.slice(1)).join(',')}}`;

/** A folder that comes or goes is told of by its own name only, not by those of the files in it. */
const ANYTHING = { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete };

/**
 * Asks the client to tell of changes of texts, and of folders that come or go.
 *
 * @param folders URIs of folders outside the workspace that are watched as well
 * @returns what ends the watching
 */
export function watchFiles(connection: Connection, folders: readonly string[]): Promise<{ dispose(): void }> {
  const watchers: FileSystemWatcher[] = [{ globPattern: TEXTS }, { globPattern: `**/${CONFIG_FILE}` }, ANYTHING];
  for (const baseUri of folders) {
    watchers.push({ globPattern: { baseUri, pattern: TEXTS } });
    watchers.push({ ...ANYTHING, globPattern: { baseUri, pattern: ANYTHING.globPattern } });
  }
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
