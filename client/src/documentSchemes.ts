import * as vscode from 'vscode';
import { CORPUS_SCHEME } from '../../server/src/protocol';

/**
 * Whether URIs of a scheme name documents that a link may open: files, the bundled corpus, whatever the workspace is
 * made of, and what is already open.
 *
 * @param scheme in lower case
 */
export function isDocumentScheme(scheme: string): boolean {
  return (
    scheme === 'file' ||
    scheme === CORPUS_SCHEME ||
    (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme) ||
    vscode.workspace.textDocuments.some((document) => document.uri.scheme === scheme)
  );
}
