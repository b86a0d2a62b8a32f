import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  caretIn,
  DRAFT,
  fileUri,
  MARKET_RULES,
  nameOf,
  rangeOf,
  REGULATION,
  replace,
  restoreAll,
  show,
  writeFile,
} from './editor';
import { untilPasses } from './until';

describe('go to definition', () => {
  let draft: vscode.TextDocument;
  beforeEach(async () => {
    draft = await show(fileUri(DRAFT));
  });
  afterEach(restoreAll);

  /** Expects that words of the draft lead to one place: the whole of a provision, the caret in what names it. */
  async function leads(words: string, citation: string, uri: vscode.Uri, whole: string, naming: string): Promise<void> {
    const target = await vscode.workspace.openTextDocument(uri);
    const range = rangeOf(target, whole);
    const offset = target.offsetAt(range.start);
    const expected = {
      origin: citation,
      uri: uri.toString(),
      range,
      selection: new vscode.Range(range.start, target.positionAt(offset + naming.length)),
    };
    assert.ok(whole.startsWith(naming));
    await untilPasses(async () => {
      const links = await definitionsOf(words);
      assert.deepEqual(
        links.map(({ originSelectionRange, targetUri, targetRange, targetSelectionRange }) => ({
          origin: draft.getText(originSelectionRange),
          uri: targetUri.toString(),
          range: targetRange,
          selection: targetSelectionRange,
        })),
        [expected],
      );
    });
  }

  function definitionsOf(words: string): Thenable<vscode.LocationLink[]> {
    return vscode.commands.executeCommand('vscode.executeDefinitionProvider', draft.uri, caretIn(draft, words));
  }

  it('from 《条例》第十二条第二款: exactly that paragraph of the read-only regulation', async () => {
    assert.equal(REGULATION.scheme, 'tiaowen-corpus');
    const regulation = await vscode.workspace.openTextDocument(REGULATION);
    const paragraph = regulation.lineAt(rangeOf(regulation, '第十二条　').start.line + 1).text;
    assert.match(paragraph, /^旗县级以上人民政府及其有关部门应当推动边境地区打造.*示范典型。$/);
    await leads('第十二条第二款', '第十二条第二款', REGULATION, paragraph, paragraph);
  });

  it('from 前款: the paragraph before it', async () => {
    const paragraph = '口岸所在的旗市区应当落实《条例》第十二条第二款的规定。';
    await leads('前款规定', '前款', draft.uri, paragraph, paragraph);
  });

  it('from 本细则第二条: the article of the draft, both paragraphs', async () => {
    const article = '第二条　口岸所在的旗市区应当落实《条例》第十二条第二款的规定。\n违反前款规定的，责令改正。';
    await leads('第二条至第四条和', '第二条', draft.uri, article, '第二条');
  });

  it('from a title and an item: the item in another file of the workspace', async () => {
    await leads('第三条第一项', '第三条第一项', fileUri(MARKET_RULES), '（一）建立进货查验制度；', '（一）');
  });

  it('from a short name: the article of the other file', async () => {
    const article = '第四条　违反本办法第三条第二项规定的，由县市场监督管理部门责令改正。';
    await leads('第四条管理口岸市场', '第四条', fileUri(MARKET_RULES), article, '第四条');
  });

  it('from the short name itself: the title of the other file', async () => {
    await leads(
      '《市场办法》第二条',
      '《市场办法》',
      fileUri(MARKET_RULES),
      '示范县农贸市场管理办法',
      '示范县农贸市场管理办法',
    );
  });

  it('into a file made after the start; nowhere any more when it is deleted', async () => {
    const { end } = draft.lineAt(draft.lineCount - 1).range;
    await replace(draft, new vscode.Range(end, end), '\n第十六条　口岸消防依照《示范县消防办法》第二条执行。');
    // The file is not opened here: its text would count as long as an editor holds it.
    const leadsTo = async (expected: [file: string, line: number][]): Promise<void> => {
      const links = await definitionsOf('第二条执行');
      assert.deepEqual(
        links.map(({ targetUri, targetRange }) => [nameOf(targetUri), targetRange.start.line]),
        expected,
      );
    };
    await leadsTo([]);
    const uri = await writeFile('示范县消防办法.txt', '示范县消防办法\n第一条　甲。\n第二条　乙。\n');
    try {
      await untilPasses(() => leadsTo([['示范县消防办法.txt', 2]]));
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
    await untilPasses(() => leadsTo([]));
  });
});
