import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import type { Locale } from '../features/locale.js';
import type { Encoding } from '../library/decode.js';
import { packageFolder } from '../library/node/packageFolder.js';
import { NodeFiles } from '../library/node/files.js';
import { Reach } from '../library/node/reach.js';
import { NodeIndexStore } from '../library/node/indexStore.js';
import { indexerScript } from '../library/node/indexWorker.js';
import { createServer } from '../server.js';
import { CODE, VERSION } from '../version.js';
import { cacheFolder } from './cacheFolder.js';
import { loadConverter } from './converter.js';

/** What the command line may ask of the server, below the editor's settings. */
export interface LanguageServerOptions {
  /** Paths. */
  readonly libraryFolders?: readonly string[];
  readonly encoding?: Encoding | 'auto';
  readonly locale?: Locale;
  /** See `ServerHost`. */
  readonly takesWritten?: boolean;
}

/** The folder for indexes in the one that the client gives us, by its URI. */
function indexFolderIn(storage: string): string {
  return path.join(fileURLToPath(storage), 'library');
}

/** Serves a client in this process, which the connection ends with its client. */
export function startLanguageServer(
  connection: Connection,
  { libraryFolders = [], ...options }: LanguageServerOptions = {},
): void {
  const corpus = packageFolder('corpus');
  const pages = packageFolder('docs/checks');
  createServer(connection, {
    version: VERSION,
    converter: loadConverter,
    localFiles: (onUnreadable, reach) => new NodeFiles(onUnreadable, new Reach(reach)),
    indexes: (storage, onFailure) =>
      new NodeIndexStore(
        storage?.startsWith('file:') ? indexFolderIn(storage) : cacheFolder(),
        CODE,
        onFailure,
        indexerScript(),
      ),
    ...(corpus !== undefined && { corpusFolder: pathToFileURL(corpus).href }),
    ...(pages !== undefined && { pagesFolder: pathToFileURL(pages).href }),
    libraryFolders: libraryFolders.map((folder) => pathToFileURL(path.resolve(folder)).href),
    ...options,
  });
  connection.listen();
}
