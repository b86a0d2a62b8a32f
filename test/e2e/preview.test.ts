import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { showText, untilShown } from './editor';
import { until } from './until';

const TEXT = '某市试验条例\n第一条　甲。\n第二条　依照第一条办理。\n';

/** The tabs that show previews. */
function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('tiaowen.preview'));
}

describe('the print preview', () => {
  afterEach(async () => {
    await vscode.window.tabGroups.close(previews());
    await until('no preview', () => previews().length === 0);
  });

  it('opens beside the editor, once, and follows what is typed', async () => {
    const editor = await showText(TEXT);
    const { document } = editor;
    await vscode.commands.executeCommand('tiaowen.preview');
    const label = (title: string): Promise<boolean> =>
      until(`a preview of ${title}`, () => previews().some((tab) => tab.label.endsWith(title)));
    await label('某市试验条例');
    assert.notEqual(previews()[0]?.group.viewColumn, editor.viewColumn);
    assert.equal((await untilShown(document.uri)).document, document, 'the editor keeps the focus');

    await vscode.commands.executeCommand('tiaowen.preview');
    assert.equal(previews().length, 1);

    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 0, 6), '某市供水条例'));
    await label('某市供水条例');
  });

  it('is of no other texts', async () => {
    await showText(TEXT, 'markdown');
    await vscode.commands.executeCommand('tiaowen.preview');
    assert.deepEqual(previews(), []);
  });
});
