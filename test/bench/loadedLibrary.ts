import { pathToFileURL } from 'node:url';
import { CancellationToken } from 'vscode-languageserver';
import { Library } from '../../server/src/library/library';
import { NodeFiles } from '../../server/src/library/node/files';
import { Spellings } from '../../server/src/uris';
import { WorkspaceFiles } from '../../server/src/workspaceFiles';

/** A library with the texts of a folder, loaded as the server loads them. */
export async function loadedLibrary(folder: string): Promise<Library> {
  const library = new Library();
  const fail = (uri: string, error: unknown): never => {
    throw new Error(`${uri} can't be read`, { cause: error });
  };
  const files = new WorkspaceFiles(library, new Spellings(), new NodeFiles(fail), fail);
  const sources = { workspaceFolders: [], libraryFolders: [pathToFileURL(folder).href], encoding: 'auto' as const };
  await files.load(sources, () => undefined, CancellationToken.None);
  return library;
}
