import * as vscode from 'vscode';
import type { Exports } from '../../client/src/client';
import { untilActive } from './editor';
import { until } from './until';

/** The tab of the report that is shown, in a group of its own. */
export function pageTab(): vscode.Tab | undefined {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  return activeTab?.input instanceof vscode.TabInputWebview && activeTab.input.viewType.endsWith('tiaowen.report')
    ? activeTab
    : undefined;
}

/** Waits until a report is shown, and gives its page. */
export function shownPage(): Promise<string> {
  const extension = vscode.extensions.getExtension<Exports>('tiaowen.tiaowen');
  return until('the page', () => pageTab() && extension?.exports.reports.activePage);
}

/** The Markdown of the report that is shown. */
export async function sourceOfPage(): Promise<vscode.TextDocument> {
  await shownPage();
  const before = new Set(vscode.workspace.textDocuments);
  await vscode.commands.executeCommand('tiaowen.reportSource');
  const { document } = await untilActive(
    'the source of the report',
    (editor) => editor.document.languageId === 'markdown' && !before.has(editor.document),
  );
  return document;
}
