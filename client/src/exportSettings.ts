import * as vscode from 'vscode';
import { nameOf } from './nameOf';

/** A file system takes 255 bytes, and a character of Chinese three of them. */
const LONGEST_NAME = 60;

/** The settings below `tiaowen.export`. As VS Code gives them they are a proxy, which no message to a worker can hold. */
export function exportSettings(document: vscode.TextDocument): unknown {
  const settings = vscode.workspace.getConfiguration('tiaowen', document).get('export');
  return JSON.parse(JSON.stringify(settings ?? {})) as unknown;
}

/**
 * Where a file that is made of a text would be put: beside it; of a text that has no file, in the workspace, named by the
 * title, as VS Code names such a text when it is saved.
 *
 * @param rename gives the name of the file from that of the text without its extension
 */
export function placeBeside(text: vscode.TextDocument, rename: (name: string) => string): vscode.Uri | undefined {
  const { uri } = text;
  const isSaved = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
  const folder = isSaved ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = (text.isUntitled && firstWords(text)) || nameOf(uri).replace(/(?:\.law)?\.[^.]*$/, '');
  return folder && vscode.Uri.joinPath(folder, rename(name));
}

/** The first line with words, without what no file may have in its name. */
function firstWords(text: vscode.TextDocument): string {
  const line =
    text
      .getText()
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  return line
    .replace(/[\\/:*?"<>|]/g, '')
    .slice(0, LONGEST_NAME)
    .trim();
}
