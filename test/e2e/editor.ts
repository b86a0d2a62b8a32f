import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, untilPasses } from './until';

/** Implementing rules of the fixture workspace, with slips in its last article. */
export const DRAFT = '内蒙古自治区边境口岸管理实施细则.law.txt';
/** The other file of the fixture workspace, which the draft cites by its title and by a short name. */
export const MARKET_RULES = '示范县农贸市场管理办法.txt';
/** The bundled regulation. */
export const REGULATION = vscode.Uri.parse('tiaowen-corpus:/内蒙古自治区促进边境地区高质量发展条例.txt');

/** A file at the top of the workspace, which need not exist. */
export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite runs in a workspace');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file at the top of the workspace. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file and makes its editor the active one. */
export async function show(uri: vscode.Uri, viewColumn?: vscode.ViewColumn): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await showDocument(document, viewColumn);
  return document;
}

/** Opens a text that is not saved and makes its editor the active one. */
export async function showText(content: string, language = 'regulation'): Promise<vscode.TextEditor> {
  return showDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Makes an editor of a document the active one. Which one is active VS Code tells by an event of its own. */
export async function showDocument(
  document: vscode.TextDocument,
  viewColumn?: vscode.ViewColumn,
): Promise<vscode.TextEditor> {
  await vscode.window.showTextDocument(document, viewColumn);
  return untilShown(document.uri, viewColumn);
}

/** Waits until the active editor is one of a file, and returns it. */
export function untilShown(uri: vscode.Uri, viewColumn?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  return untilActive(
    `an editor of ${nameOf(uri)}`,
    (editor) => editor.document.uri.toString() === uri.toString() && (!viewColumn || editor.viewColumn === viewColumn),
  );
}

/** Waits until the active editor is the one that is meant, and returns it. */
export function untilActive(what: string, isMeant: (editor: vscode.TextEditor) => boolean): Promise<vscode.TextEditor> {
  return until(what, () => {
    const { activeTextEditor: editor } = vscode.window;
    return editor && isMeant(editor) ? editor : undefined;
  });
}

/** Waits until a document has a text. */
export function untilText(document: vscode.TextDocument, expected: string): Promise<void> {
  return untilPasses(() => assert.equal(document.getText(), expected));
}

/** Waits until the caret stands at a place: selections are told by an event of their own, behind that of the text. */
export function untilCaret(editor: vscode.TextEditor, expected: vscode.Position): Promise<void> {
  return untilPasses(() => assert.deepEqual(editor.selection, new vscode.Selection(expected, expected)));
}

/** Closes all editors, and waits until none is left. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('no editor', () => {
    return !vscode.window.activeTextEditor && vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0);
  });
}

/** Where words stand in a document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, `no “${words}” in the text`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + words.length));
}

/** A caret in words of a document: behind their first character. */
export function caretIn(document: vscode.TextDocument, words: string): vscode.Position {
  return rangeOf(document, words).start.translate(0, 1);
}

/** The text of a range, in a file that need not be open. */
export async function textAt({ uri, range }: vscode.Location): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText(range);
}

/** The name of the file that a URI leads to. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The texts that documents had before {@link apply} changed them. */
const before = new Map<vscode.TextDocument, string>();

/** Applies an edit to documents in their editors. */
export async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  for (const [uri] of edit.entries()) {
    const document = await vscode.workspace.openTextDocument(uri);
    if (!before.has(document)) before.set(document, document.getText());
  }
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
}

/** Replaces a range of a document in its editor. */
export async function replace({ uri }: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, text);
  await apply(edit);
}

/** Gives all documents that were edited the texts they had. They are saved: some hosts of VS Code save by themselves. */
export async function restoreAll(): Promise<void> {
  for (const [document, text] of before) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was not undone');
    await document.save();
    assert.equal(document.getText(), text);
  }
  before.clear();
}
