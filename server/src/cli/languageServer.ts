import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import type { Locale } from '../features/locale.js';
import type { Encoding } from '../library/decode.js';
import { corpusFolder } from '../library/node/corpusFolder.js';
import { NodeFiles } from '../library/node/files.js';
import { createServer } from '../server.js';
import { VERSION } from '../version.js';

/** What the command line may ask of the server, below the editor's settings. */
export interface LanguageServerOptions {
  /** Paths. */
  readonly libraryFolders?: readonly string[];
  readonly encoding?: Encoding | 'auto';
  readonly locale?: Locale;
}

/** Serves a client in this process, which the connection ends with its client. */
export function startLanguageServer(
  connection: Connection,
  { libraryFolders = [], ...options }: LanguageServerOptions = {},
): void {
  const corpus = corpusFolder();
  createServer(connection, {
    version: VERSION,
    localFiles: (onUnreadable) => new NodeFiles(onUnreadable),
    ...(corpus !== undefined && { corpusFolder: pathToFileURL(corpus).href }),
    libraryFolders: libraryFolders.map((folder) => pathToFileURL(path.resolve(folder)).href),
    ...options,
  });
  connection.listen();
}
