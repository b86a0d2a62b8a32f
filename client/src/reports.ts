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
  const report = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: withReadableLinks(markdown),
  });
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

/** Links are read in the text: an editor takes Chinese in them as it stands. */
function withReadableLinks(markdown: string): string {
  return markdown.replace(/\]\(([^()\s]+)\)/g, (_, uri: string) => `](${decoded(uri) ?? uri})`);
}

/** A URI with its Chinese readable; undefined where it would be another one then, or end before its end. */
function decoded(uri: string): string | undefined {
  try {
    const text = decodeURI(uri);
    return /[\s()]/.test(text) || uri.includes('%25') ? undefined : text;
  } catch {
    return undefined;
  }
}
