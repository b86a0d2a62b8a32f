import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, show, untilShown, writeFile } from './editor';
import { until, untilPasses } from './until';

const RULES = `示范县摊位管理细则
第一条　根据《示范县摊位条例》，制定本细则。
第二条　违反本细则的，依照《示范县摊位条例》第二条办理。
`;
const NAME = '示范县摊位管理细则.txt';
const LAW = '示范县摊位条例.txt';
const PICTURE = '引用关系图.svg';

/** The tabs that show the map. */
function maps(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('tiaowen.citationMap'));
}

/** The picture as it is exported now. */
async function exported(): Promise<string> {
  const file = fileUri(PICTURE);
  await vscode.commands.executeCommand('tiaowen.exportCitationMap', file);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

describe('the map of citations', () => {
  after(async () => {
    await vscode.window.tabGroups.close(maps());
    // A text that is still open stays in the library for the tests behind.
    await closeAll();
    for (const name of [NAME, LAW, PICTURE]) await vscode.workspace.fs.delete(fileUri(name));
  });

  it('opens beside the editor, once, shows who cites whom, and is exported as a picture', async () => {
    await writeFile(LAW, '示范县摊位条例\n第一条　甲。\n第二条　乙。\n');
    const document = await show(await writeFile(NAME, RULES));
    const column = vscode.window.activeTextEditor?.viewColumn;
    await vscode.commands.executeCommand('tiaowen.citationMap');
    await until('the map', maps);
    assert.notEqual(maps()[0]?.group.viewColumn, column);
    assert.equal((await untilShown(document.uri)).document, document, 'the editor keeps the focus');
    await vscode.commands.executeCommand('tiaowen.citationMap');
    assert.equal(maps().length, 1);

    let picture = '';
    await untilPasses(async () => {
      picture = await exported();
      assert.match(picture, /class="node workspace centre"[^>]*><title>示范县摊位管理细则<\/title>/);
    });
    assert.match(picture, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(picture, /<title>示范县摊位管理细则 (?:根据|is made under) 示范县摊位条例 .*2 /);
  });

  it('follows what is typed', async () => {
    const editor = await untilShown(fileUri(NAME));
    await editor.edit((edit) =>
      edit.insert(editor.document.positionAt(RULES.length), '第三条　依照《某市新办法》办理。\n'),
    );
    await untilPasses(async () => assert.ok((await exported()).includes('<title>某市新办法</title>')));
    await editor.document.save();
  });
});
