import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, untilPasses } from './until';

describe('a new regulation', () => {
  it('begins with the title, and with the purpose and the law under it in 第一条; its gaps are filled one after the other', async () => {
    await vscode.commands.executeCommand('tiaowen.newRegulation');
    const editor = await until('the new text', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.languageId, 'regulation');
    assert.ok(editor.document.isUntitled);
    assert.equal(editor.document.getText(editor.selection), '某某办法');
    await vscode.commands.executeCommand('type', { text: '示范县边境管理办法' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: '加强边境管理' });
    const text = '示范县边境管理办法\n\n第一条　为了加强边境管理，根据《某某条例》，制定本办法。\n\n第二条　\n';
    assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), text);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('goes on to the next gap behind a title that was chosen from the list', async () => {
    await vscode.commands.executeCommand('tiaowen.newRegulation');
    const editor = await until('the new text', () => vscode.window.activeTextEditor);
    for (let gap = 1; gap < 3; gap++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(editor.document.getText(editor.selection), '某某条例');
    await vscode.commands.executeCommand('type', { text: '内蒙古自治区促进边境' });
    await untilPasses(async () => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      assert.ok(editor.document.getText().includes('根据《内蒙古自治区促进边境地区高质量发展条例》，制定'));
    });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(editor.document.getText(editor.selection), '办法');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
