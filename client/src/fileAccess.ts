import * as vscode from 'vscode';
import { ErrorCodes, LSPErrorCodes, ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST_FILES,
  READ_FILE,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/protocol';
import { toBase64 } from './base64';
import { CORPUS_ROOT } from './corpusFileSystem';
import { localized, reasonOf } from './l10n';
import { folderNameKind, isBelow } from './uriScope';

/** Folders that hold no regulation text but very many files. Those with a leading dot are left out as well. */
const SKIPPED_FOLDER = 'node_modules';

/**
 * Answers the server's requests for files. It gets what is below the workspace's folders, the library's folders and the
 * bundled corpus; anything else is refused with an error, so that no text and no fault of the server reaches further.
 */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => readFile(uri));
  client.onRequest(LIST_FILES, (params: ListFilesParams, token: vscode.CancellationToken) => listFiles(params, token));
}

async function readFile(uri: string): Promise<ReadFileResult> {
  const file = servedUri(uri);
  try {
    return { content: toBase64(await vscode.workspace.fs.readFile(file)) };
  } catch (error) {
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      localized('fileUnreadable', file.toString(true), reasonOf(error)),
    );
  }
}

/**
 * Walks the folders one after the other, so that a large tree costs time and not memory. A folder that can't be read
 * is left out. A linked folder is not entered: it could lead out of the tree, or back into it for ever.
 */
async function listFiles(params: ListFilesParams, token: vscode.CancellationToken): Promise<ListFilesResult> {
  const pending = params.folders.map(servedUri).reverse();
  const uris: string[] = [];
  for (let folder; (folder = pending.pop()) !== undefined && !token.isCancellationRequested;) {
    for (const [name, type] of await entriesOf(folder)) {
      if (type === vscode.FileType.Directory) {
        if (name !== SKIPPED_FOLDER && !name.startsWith('.')) pending.push(vscode.Uri.joinPath(folder, name));
      } else if ((type & vscode.FileType.File) !== 0 && hasExtension(name, params.extensions)) {
        uris.push(vscode.Uri.joinPath(folder, name).toString());
      }
    }
  }
  return { uris };
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lowerCase = name.toLowerCase();
  return extensions.some((extension) => lowerCase.endsWith(extension.toLowerCase()));
}

/** @throws ResponseError where the URI is malformed or not below a folder that is served */
function servedUri(uri: string): vscode.Uri {
  const parsed = parseUri(uri);
  if (parsed && servedFolders().some((folder) => isBelow(parsed, folder))) return parsed;
  throw new ResponseError(ErrorCodes.InvalidRequest, localized('fileRefused', uri));
}

function parseUri(uri: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}

function servedFolders(): vscode.Uri[] {
  const workspaceFolders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  return [...workspaceFolders, ...libraryFolders(), CORPUS_ROOT];
}

function libraryFolders(): vscode.Uri[] {
  const entries: unknown = vscode.workspace.getConfiguration('tiaowen').get('library.folders');
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'string') return [];
    const kind = folderNameKind(entry);
    if (kind === 'unusable') return [];
    // Joining with `.` takes the `..` out of a path that the user wrote so.
    return [vscode.Uri.joinPath(kind === 'uri' ? vscode.Uri.parse(entry) : vscode.Uri.file(entry), '.')];
  });
}
