import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, showDocument } from './editor';
import { until } from './until';

describe('which files are regulation text', () => {
  const written: vscode.Uri[] = [];

  after(async () => {
    await closeAll();
    for (const uri of written) await vscode.workspace.fs.delete(uri);
  });

  /** Writes a file into the workspace and opens it. */
  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'the suite runs in a workspace');
    const uri = vscode.Uri.joinPath(folder.uri, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    written.push(uri);
    return vscode.workspace.openTextDocument(uri);
  }

  const ARTICLE = '第一条　为了加强管理，制定本办法。\n';
  for (const [name, text, language] of [
    ['某市供水条例.txt', ARTICLE, 'regulation'],
    ['某市供水管理办法（试行）(2020-01-01).txt', ARTICLE, 'regulation'],
    ['若干规定.txt', ARTICLE, 'regulation'],
    ['实施细则（草案）.txt', ARTICLE, 'regulation'],
    ['议事规则.txt', ARTICLE, 'regulation'],
    ['关于修改条文的决定.txt', ARTICLE, 'regulation'],
    ['若干问题的解释.txt', ARTICLE, 'regulation'],
    ['水法.txt', ARTICLE, 'regulation'],
    ['draft.law.txt', ARTICLE, 'regulation'],
    ['draft.fagui', ARTICLE, 'regulation'],
    ['draft', `某市供水条例\n${ARTICLE}`, 'regulation'],
    ['draft2', ARTICLE, 'regulation'],
    ['notes', '买菜\n', 'plaintext'],
    ['notes.txt', ARTICLE, 'plaintext'],
    ['某市供水条例.md', ARTICLE, 'markdown'],
  ] as const) {
    it(`${name}, beginning “${text.split('\n')[0]}”: ${language}`, async () => {
      assert.equal((await open(name, text)).languageId, language);
    });
  }

  it('any other by the command', async () => {
    const document = await open('起草.txt', ARTICLE);
    await showDocument(document);
    await vscode.commands.executeCommand('tiaowen.treatAsRegulation');
    const { uri } = document;
    await until('the document is regulation text', () =>
      vscode.workspace.textDocuments.some(
        (open) => open.uri.toString() === uri.toString() && open.languageId === 'regulation',
      ),
    );
  });
});
