import * as vscode from 'vscode';
import { isDocumentUri } from './documentSchemes';
import { localized, reasonOf } from './l10n';
import { readProvisionArguments } from './provisionLinks';

/**
 * The command {@link OPEN_PROVISION}: opens a document and shows a range of it, the cursor at its start. Links run it,
 * so that it checks what it is given; what it can't open it says in a message.
 */
export async function openProvision(...args: unknown[]): Promise<void> {
  const provision = readProvisionArguments(args);
  const uri = provision && vscode.Uri.parse(provision[0]);
  if (!provision || !uri || !isDocumentUri(uri)) {
    void vscode.window.showErrorMessage(localized('provisionUnknown'));
    return;
  }
  const [, start = { line: 0, character: 0 }, end = start] = provision;
  await showRange(uri, new vscode.Range(start.line, start.character, end.line, end.character), besidePage(uri));
}

/** Where what a link of a page leads to is opened: beside the page, and not on top of it; where it is open, there. */
function besidePage(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  if (!(activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview)) return undefined;
  const others = all.filter((group) => group !== activeTabGroup);
  const holds = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return (others.find(({ tabs }) => tabs.some(holds)) ?? others[0])?.viewColumn ?? vscode.ViewColumn.Beside;
}

/**
 * Opens a document and shows a range of it, the cursor at its start; what it can't open it says in a message.
 *
 * @param viewColumn where, by default in the active group
 */
export async function showRange(uri: vscode.Uri, range: vscode.Range, viewColumn?: vscode.ViewColumn): Promise<void> {
  try {
    const selection = new vscode.Range(range.start, range.start);
    const editor = await vscode.window.showTextDocument(uri, { selection, ...(viewColumn && { viewColumn }) });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (error) {
    void vscode.window.showErrorMessage(localized('provisionUnreadable', uri.path, reasonOf(error)));
  }
}
