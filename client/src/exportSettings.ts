import * as vscode from 'vscode';
import { nameOf } from './nameOf';

/** The settings below `tiaowen.export`. As VS Code gives them they are a proxy, which no message to a worker can hold. */
export function exportSettings(document: vscode.TextDocument): unknown {
  const settings = vscode.workspace.getConfiguration('tiaowen', document).get('export');
  return JSON.parse(JSON.stringify(settings ?? {})) as unknown;
}

/**
 * Where a file that is made of a text would be put: beside it; of a text that has no file, in the workspace.
 *
 * @param rename gives the name of the file from that of the text without its extension
 */
export function placeBeside(text: vscode.Uri, rename: (name: string) => string): vscode.Uri | undefined {
  const name = nameOf(text).replace(/(?:\.law)?\.[^.]*$/, '');
  const isSaved = vscode.workspace.fs.isWritableFileSystem(text.scheme) === true;
  const folder = isSaved ? vscode.Uri.joinPath(text, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, rename(name));
}
