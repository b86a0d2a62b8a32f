import { pathToFileURL } from 'node:url';
import { CancellationToken } from 'vscode-languageserver';
import { Library } from '../../server/src/library/library';
import { NodeFiles } from '../../server/src/library/node/files';
import { NodeIndexStore } from '../../server/src/library/node/indexStore';
import { Spellings } from '../../server/src/uris';
import { CODE } from '../../server/src/version';
import { WorkspaceFiles } from '../../server/src/workspaceFiles';
import path from 'node:path';

/** A library that is kept in step with a folder, as the server has it. */
export interface KeptLibrary {
  readonly library: Library;
  readonly files: WorkspaceFiles;
}

/**
 * Starts a library as the server does: when it resolves, every text is known by its title and by the titles it cites.
 *
 * @param storage path of the folder for the index; if it is there, only what has changed is read
 */
export async function startLibrary(folder: string, storage: string): Promise<KeptLibrary> {
  const library = new Library();
  const fail = (uri: string, error: unknown): never => {
    throw new Error(`${uri} can't be read or written`, { cause: error });
  };
  const indexes = new NodeIndexStore(storage, CODE, fail, path.resolve('dist/indexer.js'));
  const files = new WorkspaceFiles(library, new Spellings(), new NodeFiles(fail), fail, indexes);
  await files.use({ workspaceFolders: [], libraryFolders: [pathToFileURL(folder).href], encoding: 'auto' });
  await files.load(() => undefined, CancellationToken.None);
  return { library, files };
}

/** Finds and keeps the citations of all texts, which the server does in the background. */
export async function findCitations({ files }: KeptLibrary): Promise<void> {
  await files.prepare(CancellationToken.None, () => false);
  await files.keepCitations();
}

/** A library with the texts of a folder and their citations. */
export async function loadedLibrary(folder: string, storage: string): Promise<Library> {
  const kept = await startLibrary(folder, storage);
  await findCitations(kept);
  return kept.library;
}
