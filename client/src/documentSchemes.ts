import * as vscode from 'vscode';
import { CORPUS_SCHEME, LANGUAGE_ID, WORD_TEXT_SCHEME } from '../../server/src/protocol';
import { libraryFolders, onThisMachine } from './libraryFolders';
import { isOnKnownMachine } from './uriScope';

/**
 * Whether URIs of a scheme name documents that a link may open: files, the bundled corpus, the texts of Word documents,
 * whatever the workspace is made of, and what is already open.
 *
 * @param scheme in lower case
 */
export function isDocumentScheme(scheme: string): boolean {
  return (
    scheme === 'file' ||
    scheme === CORPUS_SCHEME ||
    scheme === WORD_TEXT_SCHEME ||
    (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme) ||
    vscode.workspace.textDocuments.some((document) => document.uri.scheme === scheme)
  );
}

/** Whether a URI names a document that a link may open, and no machine that nothing else here is on. */
export function isDocumentUri(uri: vscode.Uri): boolean {
  const folders = [
    ...(vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri),
    ...libraryFolders(onThisMachine),
    ...vscode.workspace.textDocuments.map((document) => document.uri),
  ];
  return isDocumentScheme(uri.scheme) && isOnKnownMachine(uri, folders);
}

/**
 * Makes every document of a scheme regulation text. The user's own `files.associations` for `*.txt` would win over the
 * file name patterns of the manifest.
 */
export function treatAsRegulation(scheme: string): vscode.Disposable {
  return vscode.workspace.onDidOpenTextDocument((document) => {
    if (document.uri.scheme === scheme && document.languageId !== LANGUAGE_ID) {
      void vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
    }
  });
}
