import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, MARKET_RULES, show, writeFile } from './editor';
import { until } from './until';

describe('activation', () => {
  it('a text that is no regulation leaves the extension alone', async () => {
    const uri = await writeFile('README.txt', '供水工程的说明\n\n使用方法见下。\n');
    try {
      const document = await show(uri);
      assert.equal(document.languageId, 'plaintext');
      // It is answered once all extensions that the language asks for are active.
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
      assert.equal(vscode.extensions.getExtension('tiaowen.tiaowen')?.isActive, false);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('a text named …办法.txt is regulation text, and opening it starts the extension', async () => {
    const extension = vscode.extensions.getExtension('tiaowen.tiaowen');
    assert.ok(extension, 'the extension under test is not installed');

    const document = await show(fileUri(MARKET_RULES));

    assert.equal(document.languageId, 'regulation');
    await until('the extension is active', () => extension.isActive);
  });
});
