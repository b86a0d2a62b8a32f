import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { restoreAll } from './editor';
import { until } from './until';

describe('writing', () => {
  afterEach(restoreAll);

  async function open(content: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ language: 'regulation', content });
    return vscode.window.showTextDocument(document);
  }

  const untilText = (editor: vscode.TextEditor, expected: string): Promise<unknown> =>
    until(`the text ${expected}`, () => Promise.resolve(editor.document.getText() === expected || undefined));

  it('is formatted by the command of the editor', async () => {
    const editor = await open('某市试验条例\n第一条 甲,乙。\n( 一 ) 丙。\n');
    const expected = '某市试验条例\n第一条　甲，乙。\n（一）丙。\n';
    // As long as the server has not started there is no formatter.
    await until('the text with its layout', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return editor.document.getText() === expected || undefined;
    });
  });

  it('goes on with the next number behind Enter, with the caret behind it; Enter once more takes it away', async () => {
    const text = '某市试验条例\n第一条　甲。';
    const editor = await open(text);
    editor.selection = new vscode.Selection(1, 6, 1, 6);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await untilText(editor, `${text}\n第二条　`);
    await until('the caret behind the number', () =>
      Promise.resolve(editor.selection.active.isEqual(new vscode.Position(2, 4)) || undefined),
    );
    await vscode.commands.executeCommand('type', { text: '\n' });
    await untilText(editor, `${text}\n`);
    assert.deepEqual(editor.selection.active, new vscode.Position(2, 0));
  });
});
