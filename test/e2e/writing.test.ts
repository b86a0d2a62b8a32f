import * as vscode from 'vscode';
import { restoreAll, showText, untilCaret, untilText } from './editor';
import { until } from './until';

describe('writing', () => {
  afterEach(restoreAll);

  it('is formatted by the command of the editor', async () => {
    const editor = await showText('某市试验条例\n第一条 甲,乙。\n( 一 ) 丙。\n');
    const expected = '某市试验条例\n第一条　甲，乙。\n（一）丙。\n';
    // As long as the server has not started there is no formatter.
    await until('the text with its layout', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return editor.document.getText() === expected;
    });
  });

  it('goes on with the next number behind Enter, with the caret behind it; Enter once more takes it away', async () => {
    const text = '某市试验条例\n第一条　甲。';
    const editor = await showText(text);
    editor.selection = new vscode.Selection(1, 6, 1, 6);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await untilText(editor.document, `${text}\n第二条　`);
    await untilCaret(editor, new vscode.Position(2, 4));
    await vscode.commands.executeCommand('type', { text: '\n' });
    await untilText(editor.document, `${text}\n`);
    await untilCaret(editor, new vscode.Position(2, 0));
  });
});
