import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretIn, DRAFT, fileUri, rangeOf, REGULATION, show, untilCaret, untilShown, writeFile } from './editor';
import { follow, hoverAt } from './hovers';
import { diagnosticsOf } from './problems';
import { until, untilPasses } from './until';

describe('a hover', () => {
  let draft: vscode.TextDocument;
  beforeEach(async () => {
    draft = await show(fileUri(DRAFT));
  });

  /** The hover at words, once it says something: what it speaks of may still be read when the first test begins. */
  function hoverSaying(document: vscode.TextDocument, words: string, said: RegExp): Promise<vscode.MarkdownString> {
    return until(`a hover at ${words} that says ${String(said)}`, async () => {
      const content = await hoverAt(document, caretIn(document, words));
      return said.test(content.value) ? content : undefined;
    });
  }

  /** Waits until a file is in the active editor, with the caret at a place that one sees. */
  async function untilThere(uri: vscode.Uri, position: vscode.Position): Promise<void> {
    const editor = await untilShown(uri);
    await untilCaret(editor, position);
    await untilPasses(() => assert.ok(editor.visibleRanges.some((range) => range.contains(position))));
  }

  it('shows the paragraph that is cited, and its link opens the regulation there', async () => {
    const content = await hoverSaying(draft, '第十二条第二款', /第二章 › 第十二条第二款/);
    assert.match(content.value, /《内蒙古自治区促进边境地区高质量发展条例》/);
    assert.match(content.value, /推动边境地区打造各民族共同团结奋斗/);
    assert.doesNotMatch(content.value, /铸牢中华民族共同体意识/);

    await follow(content, /^(打开|Open)$/);
    const regulation = await vscode.workspace.openTextDocument(REGULATION);
    await untilThere(REGULATION, rangeOf(regulation, '旗县级以上人民政府及其有关部门应当推动边境地区打造').start);
  });

  it('shows the opening of each article of a range', async () => {
    const { value } = await hoverSaying(draft, '第二条至第四条管理', /农贸市场管理办法/);
    for (const article of ['第二条　本县行政区域', '第三条　市场开办者', '第四条　违反本办法']) {
      assert.ok(value.includes(article), value);
    }
  });

  it('on a citation that leads nowhere says what there is, and nothing that the problem beside it says', async () => {
    const { value } = await hoverSaying(draft, '第八十条', /共 73 条|73 articles/);
    assert.match(value, /\[第七十三条\]/);
    const problem = diagnosticsOf(draft).find(({ range }) => draft.getText(range) === '第八十条');
    assert.ok(!problem || !value.includes(problem.message));
  });

  it('on the number of an article of the regulation names the draft that cites it, and leads there', async () => {
    const regulation = await show(REGULATION);
    const content = await hoverSaying(regulation, '第十二条　', /边境口岸管理实施细则/);
    await follow(content, /^第二条第一款$/);
    await untilThere(draft.uri, rangeOf(draft, '第十二条第二款').start);
  });

  it('leads into a file whose name has characters with a meaning in URIs', async () => {
    const name = '50% 消防#2办法.txt';
    const uri = await writeFile(name, '示范县消防办法\n第一条　甲。\n第二条　依照前条办理。\n');
    try {
      const document = await show(uri);
      const content = await hoverSaying(document, '前条', /甲/);
      await show(draft.uri);
      await follow(content, /^(打开|Open)$/);
      await untilThere(uri, rangeOf(document, '第一条').start);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
  });
});
