import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { word } from '../support/word';
import { caretIn, fileUri, rangeOf, show, untilActive, writeFile } from './editor';
import { until, untilPasses } from './until';

const LAW = '示范县供水条例\n第一条　供水。\n第二条　排水。';

describe('the text of a Word document', () => {
  const file = fileUri('示范县供水条例.docx');
  const draft = fileUri('示范县供水办法.law.txt');

  before(async () => {
    await vscode.workspace.fs.writeFile(file, word(LAW));
    await writeFile('示范县供水办法.law.txt', '示范县供水办法\n第一条　依照《示范县供水条例》第二条办理。');
  });
  after(async () => {
    for (const uri of [file, draft]) await vscode.workspace.fs.delete(uri);
  });

  it('is where citations lead: regulation text that can only be read, and follows the file', async () => {
    const document = await show(draft);
    const place = caretIn(document, '第二条办理');
    const target = await until('a way into the Word document', async () => {
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        draft,
        place,
      );
      return links[0];
    });
    assert.equal(target.targetUri.scheme, 'tiaowen-text');
    const text = await show(target.targetUri);
    assert.equal(text.getText(), LAW);
    assert.equal(text.getText(target.targetRange), '第二条　排水。');
    await untilActive('regulation text', ({ document: { languageId } }) => languageId === 'regulation');
    await vscode.commands.executeCommand('type', { text: '改' });
    assert.equal(vscode.window.activeTextEditor?.document.getText(), LAW);
    await vscode.workspace.fs.writeFile(file, word(LAW.replace('排水', '用水')));
    await untilPasses(() => {
      const shown = vscode.window.activeTextEditor?.document;
      assert.ok(shown && rangeOf(shown, '第二条　用水。'));
    });
  });
});
