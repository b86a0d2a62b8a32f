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
  await showRange(uri, new vscode.Range(start.line, start.character, end.line, end.character));
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
