import * as vscode from 'vscode';
import {
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  type BaseLanguageClient,
  type DiagnosticPullOptions,
} from 'vscode-languageclient';

/**
 * When the language client asks for problems. An edit in one document has it ask for those of the others a moment later,
 * but not for those of the document that has come to the front by then: it asks when that comes.
 */
export const DIAGNOSTIC_PULL_OPTIONS: DiagnosticPullOptions = { onChange: true, onFocus: true };

/**
 * Has the problems of all open documents asked for anew when one is edited that is not in front, as an edit of several
 * files does, or a file that becomes another one on disk. The language client by itself asks for all but the one in front.
 */
export function followEditsBehind(client: BaseLanguageClient): vscode.Disposable {
  const edits = client.getFeature(DidChangeTextDocumentNotification.method);
  const problems = client.getFeature(DocumentDiagnosticRequest.method);
  return edits.onNotificationSent(({ textDocument }) => {
    if (textDocument !== vscode.window.activeTextEditor?.document) problems.refresh();
  });
}
