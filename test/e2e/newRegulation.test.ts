import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

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
});
