import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

describe('activation', () => {
  it('a text named …办法.txt is regulation text, and opening it starts the extension', async () => {
    const extension = vscode.extensions.getExtension('tiaowen.tiaowen');
    assert.ok(extension, 'the extension under test is not installed');
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'the suite runs in a workspace');

    const uri = vscode.Uri.joinPath(folder.uri, '示范县农贸市场管理办法.txt');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);

    assert.equal(document.languageId, 'regulation');
    await until('the extension is active', () => extension.isActive);
  });
});
