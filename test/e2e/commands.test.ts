import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, untilCaret, untilShown } from './editor';
import { untilPasses } from './until';

const REGULATION = 'tiaowen-corpus:/内蒙古自治区促进边境地区高质量发展条例.txt';

describe('commands', () => {
  before(async () => {
    await vscode.commands.executeCommand('tiaowen.openCorpus');
  });

  it('of the manifest, of links and of code lenses are there', async () => {
    const commands = await vscode.commands.getCommands(true);
    const own = commands.filter((command) => command.startsWith('tiaowen.')).sort();
    for (const name of [
      'insertArticle',
      'openCorpus',
      'openProvision',
      'preview',
      'renumber',
      'restartServer',
      'showOutput',
      'showReferences',
      'treatAsRegulation',
    ]) {
      assert.ok(own.includes(`tiaowen.${name}`), `tiaowen.${name} is not among ${own.join(', ')}`);
    }
  });

  it('a link opens a provision, the cursor at its start', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(REGULATION));
    const offset = document.getText().indexOf('第十二条');
    const start = document.positionAt(offset);
    await closeAll();

    await vscode.commands.executeCommand('tiaowen.openProvision', REGULATION, {
      line: start.line,
      character: start.character,
    });

    const editor = await untilShown(document.uri);
    await untilCaret(editor, start);
    await untilPasses(() => assert.ok(editor.visibleRanges.some((range) => range.contains(start))));
  });

  it('a link that leads to no document opens nothing', async () => {
    await closeAll();
    for (const args of [[], ['https://example.com/'], ['untitled'], [REGULATION, { line: -1, character: 0 }]]) {
      await vscode.commands.executeCommand('tiaowen.openProvision', ...args);
      assert.equal(vscode.window.activeTextEditor, undefined);
    }
  });
});
