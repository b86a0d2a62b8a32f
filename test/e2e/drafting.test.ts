import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { restoreAll } from './editor';
import { until } from './until';

const TEXT = '某市试验条例\n第一条　甲。\n第二条　乙。\n第三条　依照第二条办理。\n';

describe('drafting', () => {
  afterEach(restoreAll);

  it('inserts an article at the caret, with the numbers and citations behind it; undo takes all of it back', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'regulation', content: TEXT });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 4, 1, 4);
    await vscode.commands.executeCommand('tiaowen.insertArticle');
    const expected = '某市试验条例\n第一条　甲。\n第二条　\n第三条　乙。\n第四条　依照第三条办理。\n';
    await until('the new article', () => Promise.resolve(document.getText() === expected || undefined));
    await until('the caret behind its number', () =>
      Promise.resolve(editor.selection.active.isEqual(new vscode.Position(2, 4)) || undefined),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT);
  });

  it('renumbers what was typed between two articles', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'regulation', content: TEXT });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '第二条　新。\n'));
    await vscode.commands.executeCommand('tiaowen.renumber');
    const expected = '某市试验条例\n第一条　甲。\n第二条　新。\n第三条　乙。\n第四条　依照第三条办理。\n';
    await until('the right numbers', () => Promise.resolve(document.getText() === expected || undefined));
  });
});
