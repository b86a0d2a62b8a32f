import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REPORT, type ReportParams, type ReportResult } from '../../server/src/protocol';

/**
 * Makes a report on the regulation in the active editor, and opens it as a Markdown document whose links lead to the
 * provisions.
 */
export async function showReport(
  client: BaseLanguageClient,
  name: ReportParams['name'],
  subject?: string,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const { markdown } = await client.sendRequest<ReportResult>(REPORT, {
    uri,
    name,
    ...(subject !== undefined && { subject }),
  } satisfies ReportParams);
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}
