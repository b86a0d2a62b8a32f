import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { untilActive } from './editor';
import { until, untilPasses } from './until';

/** Makes a new regulation, and returns its editor. */
async function begin(): Promise<vscode.TextEditor> {
  const before = new Set(vscode.workspace.textDocuments);
  await vscode.commands.executeCommand('tiaowen.newRegulation');
  return untilActive('the new text', ({ document }) => document.isUntitled && !before.has(document));
}

/** Waits until a gap is selected. */
function untilSelected({ document }: vscode.TextEditor, words: string): Promise<void> {
  return untilPasses(() => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document === document);
    assert.equal(document.getText(editor.selection), words);
  });
}

describe('a new regulation', () => {
  it('begins with the title, and with the purpose and the law under it in 第一条; its gaps are filled one after the other', async () => {
    const editor = await begin();
    assert.equal(editor.document.languageId, 'regulation');
    await untilSelected(editor, '某某办法');
    await vscode.commands.executeCommand('type', { text: '示范县边境管理办法' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: '加强边境管理' });
    const text = '示范县边境管理办法\n\n第一条　为了加强边境管理，根据《某某条例》，制定本办法。\n\n第二条　\n';
    await untilPasses(() => assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), text));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('goes on to the next gap behind a title that was chosen from the list', async () => {
    const editor = await begin();
    for (let gap = 1; gap < 3; gap++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await untilSelected(editor, '某某条例');
    await vscode.commands.executeCommand('type', { text: '内蒙古自治区促进边境' });
    await until('the title from the list', async () => {
      const isTaken = (): boolean =>
        editor.document.getText().includes('根据《内蒙古自治区促进边境地区高质量发展条例》，制定');
      if (isTaken()) return true;
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return isTaken();
    });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await untilSelected(editor, '办法');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
