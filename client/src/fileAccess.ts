import * as vscode from 'vscode';
import { ErrorCodes, LSPErrorCodes, ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST_FILES,
  READ_FILE,
  toBase64,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/protocol';
import { CORPUS_ROOT } from './corpusFileSystem';
import { localized, reasonOf } from './l10n';
import { readFile } from './readFile';
import { libraryFolders, type FolderOfPath } from './libraryFolders';
import { isBelow, pathsBelow } from './uriScope';

/** Folders that hold no regulation text but very many files. Those with a leading dot are left out as well. */
const SKIPPED_FOLDER = 'node_modules';

/**
 * Answers the server's requests for files. It gets what is below the workspace's folders, the library's folders and the
 * bundled corpus; anything else is refused with an error, so that no text and no fault of the server reaches further.
 */
export function serveFiles(client: BaseLanguageClient, folderOfPath: FolderOfPath): void {
  const served = (uri: string): vscode.Uri => servedUri(uri, servedFolders(folderOfPath));
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams) => {
    const file = served(uri);
    await refuseLinks(file, libraryFolders(folderOfPath));
    return contentOf(file);
  });
  client.onRequest(LIST_FILES, ({ folders, extensions }: ListFilesParams, token: vscode.CancellationToken) =>
    listFiles(folders.map(served), extensions, token),
  );
}

/**
 * In a workspace a link may be anybody's, and where it leads can't be told here; in a library's folder links are its
 * owner's.
 *
 * @throws ResponseError where a file, or a folder that it is in, is a link
 */
async function refuseLinks(file: vscode.Uri, ofLibrary: readonly vscode.Uri[]): Promise<void> {
  const folder = (vscode.workspace.workspaceFolders ?? []).find(({ uri }) => isBelow(file, uri));
  if (!folder || ofLibrary.some((each) => isBelow(file, each))) return;
  const isLink = async (path: string): Promise<boolean> => {
    try {
      return ((await vscode.workspace.fs.stat(file.with({ path }))).type & vscode.FileType.SymbolicLink) !== 0;
    } catch {
      // What is not there is said when it is read.
      return false;
    }
  };
  const links = await Promise.all(pathsBelow(file, folder.uri).map(isLink));
  if (links.includes(true)) throw new ResponseError(ErrorCodes.InvalidRequest, localized('linkRefused', file.path));
}

async function contentOf(file: vscode.Uri): Promise<ReadFileResult> {
  try {
    return { content: toBase64(await readFile(file)) };
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * Walks the folders one after the other, so that a large tree costs time and not memory. A folder below them that can't
 * be read is left out. A linked folder is not entered: it could lead out of the tree, or back into it for ever.
 *
 * @throws ResponseError where one of the folders themselves can't be read
 */
async function listFiles(
  folders: readonly vscode.Uri[],
  extensions: readonly string[],
  token: vscode.CancellationToken,
): Promise<ListFilesResult> {
  const pending = [...folders].reverse();
  const uris: string[] = [];
  for (let folder; (folder = pending.pop()) !== undefined && !token.isCancellationRequested;) {
    for (const [name, type] of await entriesOf(folder, folders.includes(folder))) {
      if (type === vscode.FileType.Directory) {
        if (name !== SKIPPED_FOLDER && !name.startsWith('.')) pending.push(vscode.Uri.joinPath(folder, name));
      } else if ((type & vscode.FileType.File) !== 0 && hasExtension(name, extensions)) {
        uris.push(vscode.Uri.joinPath(folder, name).toString());
      }
    }
  }
  return { uris };
}

async function entriesOf(folder: vscode.Uri, isWanted: boolean): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isWanted) throw unreadable(folder, error);
    return [];
  }
}

function unreadable(uri: vscode.Uri, error: unknown): ResponseError<void> {
  return new ResponseError(
    LSPErrorCodes.RequestFailed,
    localized('fileUnreadable', uri.toString(true), reasonOf(error)),
  );
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lowerCase = name.toLowerCase();
  return extensions.some((extension) => lowerCase.endsWith(extension.toLowerCase()));
}

/** @throws ResponseError where the URI is malformed or not below a folder that is served */
function servedUri(uri: string, folders: readonly vscode.Uri[]): vscode.Uri {
  const parsed = parseUri(uri);
  if (parsed && folders.some((folder) => isBelow(parsed, folder))) return parsed;
  throw new ResponseError(ErrorCodes.InvalidRequest, localized('fileRefused', uri));
}

function parseUri(uri: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}

function servedFolders(folderOfPath: FolderOfPath): vscode.Uri[] {
  const workspaceFolders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  return [...workspaceFolders, ...libraryFolders(folderOfPath), CORPUS_ROOT];
}
