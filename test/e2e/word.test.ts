import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { word } from '../support/word';
import { fileUri, show, untilActive, untilShown, writeFile } from './editor';
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
    const { document: text } = await untilShown(imported);
    assert.equal(text.getText(), LAW);
    await until('regulation text', () => vscode.window.activeTextEditor?.document.languageId === 'regulation');
    await vscode.commands.executeCommand('tiaowen.exportWord', undefined, again);
    for (const uri of [document, again]) {
      const bytes = await vscode.workspace.fs.readFile(uri);
      assert.deepEqual([...bytes.subarray(0, 2)], [0x50, 0x4b]);
    }
  });

  it('show their text when they are opened, and are imported from there', async () => {
    const [document, imported] = [fileUri('示范县绿化条例.docx'), fileUri('示范县绿化条例.txt')];
    made.push(document, imported);
    await vscode.workspace.fs.writeFile(document, word('示范县绿化条例\n第一条　绿化。'));
    await vscode.commands.executeCommand('vscode.open', document);
    const { document: text } = await untilActive('the text', ({ document: { uri } }) => uri.scheme === 'tiaowen-text');
    assert.equal(text.getText(), '示范县绿化条例\n第一条　绿化。');
    await until('no other tab of the document', () => tabsOf(document).length === 0);
    await vscode.commands.executeCommand('tiaowen.importWord', text.uri);
    await untilShown(imported);
  });

  it('that are too large are refused before they are read', async () => {
    const document = fileUri('示范县过长条例.docx');
    made.push(document);
    await vscode.workspace.fs.writeFile(document, new Uint8Array(33 * 1024 * 1024));
    const { authority, path, scheme } = document;
    const text = vscode.Uri.from({ scheme: 'tiaowen-text', authority, path: `${path}.txt`, query: scheme });
    await assert.rejects(Promise.resolve(vscode.workspace.openTextDocument(text)), /32 MB/);
  });

  it('that cannot be read have a page that says so', async () => {
    const document = fileUri('示范县残缺条例.docx');
    made.push(document);
    await vscode.workspace.fs.writeFile(document, word('示范县残缺条例\n第一条　供水。').subarray(0, 100));
    await vscode.commands.executeCommand('vscode.open', document);
    const tab = await until('the tab of the document', () => tabsOf(document)[0]);
    await until('the page in front', () => vscode.window.tabGroups.activeTabGroup.activeTab === tab);
    await vscode.window.tabGroups.close(tab);
  });

  it('and tables are written from the list of duties', async () => {
    const draft = await writeFile('示范县用水条例.law.txt', `${LAW}第三条　供水单位应当供水。用户不得排水。\n`);
    const [list, table, other] = [fileUri('清单.docx'), fileUri('清单.csv'), fileUri('清单.xls')];
    made.push(draft, list, table);
    await show(draft);
    for (const file of [list, table, other]) {
      await vscode.commands.executeCommand('tiaowen.exportDuties', file, '用户');
    }
    const bytes = await vscode.workspace.fs.readFile(list);
    assert.deepEqual([...bytes.subarray(0, 2)], [0x50, 0x4b]);
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(table));
    assert.equal(csv[0], '\uFEFF');
    assert.match(csv, /\r\n第三条,用户,[^\r\n]*不得[^\r\n]*\r\n$/);
    assert.doesNotMatch(csv, /供水单位/);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(other)));
  });
});

/** The tabs in which a Word document itself is shown. */
function tabsOf(document: vscode.Uri): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === document.toString());
}
