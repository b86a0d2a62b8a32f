import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, nameOf, show, writeFile } from './editor';
import { until } from './until';

const LAW = '示范县污水条例\n第一章　总则\n第一条　供水。\n第二条　排水。\n';

describe('Word documents', () => {
  const made: vscode.Uri[] = [];

  afterEach(async () => {
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  it('are written from the text in the editor, and become texts again', async () => {
    const draft = await writeFile('示范县污水条例.law.txt', LAW);
    const [document, again] = [fileUri('示范县污水条例.docx'), fileUri('示范县污水条例（二）.docx')];
    const imported = fileUri('示范县污水条例.txt');
    made.push(draft, document, again, imported);
    await show(draft);
    await vscode.commands.executeCommand('tiaowen.exportWord', undefined, document);
    await vscode.commands.executeCommand('tiaowen.importWord', document);
    const text = await until('the imported text in an editor', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown && nameOf(shown.uri) === nameOf(imported) ? shown : undefined;
    });
    assert.equal(text.getText(), LAW);
    await until('regulation text', () => vscode.window.activeTextEditor?.document.languageId === 'regulation');
    await vscode.commands.executeCommand('tiaowen.exportWord', undefined, again);
    for (const uri of [document, again]) {
      const bytes = await vscode.workspace.fs.readFile(uri);
      assert.deepEqual([...bytes.subarray(0, 2)], [0x50, 0x4b]);
    }
  });

  it('and tables are written from the list of duties', async () => {
    const draft = await writeFile('示范县污水条例.law.txt', `${LAW}第三条　供水单位应当供水。用户不得排水。\n`);
    const [word, table, other] = [fileUri('清单.docx'), fileUri('清单.csv'), fileUri('清单.xls')];
    made.push(draft, word, table);
    await show(draft);
    for (const file of [word, table, other]) {
      await vscode.commands.executeCommand('tiaowen.exportDuties', file, '用户');
    }
    const bytes = await vscode.workspace.fs.readFile(word);
    assert.deepEqual([...bytes.subarray(0, 2)], [0x50, 0x4b]);
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(table));
    assert.equal(csv[0], '\uFEFF');
    assert.match(csv, /\r\n第三条,用户,[^\r\n]*不得[^\r\n]*\r\n$/);
    assert.doesNotMatch(csv, /供水单位/);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(other)));
  });
});
