import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exports } from '../../client/src/client';
import {
  caretIn,
  closeAll,
  fileUri,
  MARKET_RULES,
  nameOf,
  restoreAll,
  show,
  showDocument,
  showText,
  untilShown,
  writeFile,
} from './editor';
import { until, untilPasses } from './until';

const TEXT = '某市试验条例\n第一条　甲。\n第二条　乙。\n第三条　依照第二条办理。\n';
const RULES = `示范县农贸市场管理办法实施细则
第一条　根据《示范县农贸市场管理办法》，制定本细则。
第二条　《示范县农贸市场管理办法》第二条所称市场，包括临时市场。
`;

async function viewsOf(): Promise<Exports['views']> {
  const extension = vscode.extensions.getExtension<Exports>('tiaowen.tiaowen');
  assert.ok(extension);
  return (await extension.activate()).views;
}

describe('the views', () => {
  let views: Exports['views'];
  const labels = (): string[] => views.structure.rows().map(({ node }) => node.label);
  before(async () => {
    views = await viewsOf();
    await vscode.commands.executeCommand('tiaowen.structure.focus');
  });
  afterEach(restoreAll);

  /** Opens a text that is not saved, and waits until the views speak of it and of none before. */
  async function open(content: string): Promise<vscode.TextEditor> {
    const editor = await showText(content);
    await until('the views of the text', () => views.editor.document === editor.document);
    await views.structure.refresh();
    return editor;
  }

  it('show the structure of the regulation in the active editor, and follow edits', async () => {
    const editor = await open(TEXT);
    await untilPasses(() => assert.deepEqual(labels(), ['第一条', '第二条', '第三条']));
    await untilPasses(() => assert.equal(views.structure.rows()[1]?.node.citedBy, 1));
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), '第四条　丙。\n'));
    await untilPasses(() => assert.deepEqual(labels(), ['第一条', '第二条', '第三条', '第四条']));
  });

  it('are brought up to date when they are seen again', async () => {
    const editor = await open(TEXT);
    await untilPasses(() => assert.equal(labels().length, 3));
    await vscode.commands.executeCommand('workbench.view.explorer');
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), '第四条　丙。\n'));
    assert.equal(labels().length, 3);
    await vscode.commands.executeCommand('tiaowen.structure.focus');
    await untilPasses(() => assert.equal(labels().length, 4));
  });

  it('select the article at the caret', async () => {
    const editor = await open(TEXT);
    await untilPasses(() => assert.equal(labels().length, 3));
    editor.selection = new vscode.Selection(2, 5, 2, 5);
    await untilPasses(() => assert.equal(views.structure.selected?.node.label, '第二条'));
  });

  it('show only the articles that a filter lets through', async () => {
    await open(TEXT);
    await vscode.commands.executeCommand('tiaowen.filterStructure', '办理');
    await untilPasses(() => assert.deepEqual(labels(), ['第三条']));
    await vscode.commands.executeCommand('tiaowen.clearStructureFilter');
    await untilPasses(() => assert.equal(labels().length, 3));
  });

  it('move an article that is dropped, with its citations', async () => {
    const { document } = await open(TEXT);
    await untilPasses(() => assert.equal(labels().length, 3));
    const [first, second] = views.structure.rows();
    assert.ok(first && second);
    const data = new vscode.DataTransfer();
    views.structure.handleDrag([second], data);
    await views.structure.handleDrop(first, data);
    const expected = '某市试验条例\n第一条　乙。\n第二条　甲。\n第三条　依照第一条办理。\n';
    await untilPasses(() => assert.equal(document.getText(), expected));
  });

  it('refuse an article of another text', async () => {
    await open(TEXT);
    await untilPasses(() => assert.equal(labels().length, 3));
    const [row] = views.structure.rows();
    assert.ok(row);
    const data = new vscode.DataTransfer();
    views.structure.handleDrag([row], data);
    const { document } = await open(TEXT.replaceAll('试验', '供水'));
    await views.structure.handleDrop(views.structure.rows()[2], data);
    assert.equal(document.getText(), TEXT.replaceAll('试验', '供水'));
  });

  it('move nothing in a text that has come to the front while they still show the one beside it', async () => {
    const other = TEXT.replaceAll('试验', '供水');
    const { document } = await showText(other);
    const beside = await vscode.workspace.openTextDocument({ language: 'regulation', content: TEXT });
    await showDocument(beside, vscode.ViewColumn.Two);
    await until('the views of the text beside', () => views.editor.document === beside);
    await views.structure.refresh();
    const [first, second] = views.structure.rows();
    assert.ok(first && second);
    const data = new vscode.DataTransfer();
    views.structure.handleDrag([second], data);
    const dropped = new Promise<void>((resolve, reject) => {
      const subscription = views.editor.onDidChange(() => {
        subscription.dispose();
        views.structure.handleDrop(first, data).then(resolve, reject);
      });
    });
    await showDocument(document, vscode.ViewColumn.One);
    await dropped;
    assert.equal(document.getText(), other);
    assert.equal(beside.getText(), TEXT);
    await closeAll();
  });

  it('show what the article at the caret cites, and what cites it', async () => {
    await vscode.commands.executeCommand('tiaowen.citations.focus');
    const editor = await open(TEXT);
    const shown = (direction: 'cites' | 'citedBy'): string[] =>
      views.citations.citations[direction].flatMap(({ provisions }) => provisions.map(({ label }) => label));
    editor.selection = new vscode.Selection(2, 5, 2, 5);
    await untilPasses(() => assert.deepEqual([shown('cites'), shown('citedBy')], [[], ['第三条']]));
    editor.selection = new vscode.Selection(3, 5, 3, 5);
    await untilPasses(() => assert.deepEqual([shown('cites'), shown('citedBy')], [['第二条'], []]));
  });

  it('follow the texts that come into the library and go again', async () => {
    await vscode.commands.executeCommand('tiaowen.citations.focus');
    const document = await show(fileUri(MARKET_RULES));
    const article = caretIn(document, '第二条');
    const editor = await untilShown(document.uri);
    await until('the views of the text', () => views.editor.document === document);
    editor.selection = new vscode.Selection(article, article);
    const citing = (): string[] => views.citations.citations.citedBy.map(({ title }) => title);
    await untilPasses(() => assert.equal(views.citations.citations.article, '第二条'));
    assert.ok(!citing().includes('《示范县农贸市场管理办法实施细则》'));
    const rules = await writeFile('示范县农贸市场管理办法实施细则.law.txt', RULES);
    await untilPasses(() => assert.ok(citing().includes('《示范县农贸市场管理办法实施细则》')));
    await vscode.workspace.fs.delete(rules);
    await untilPasses(() => assert.ok(!citing().includes('《示范县农贸市场管理办法实施细则》')));
  });

  it('show the parent law beside, and what the caret’s article cites of it, without taking the focus', async () => {
    const uri = await writeFile('示范县农贸市场管理办法实施细则.txt', RULES);
    try {
      const document = await show(uri);
      const editor = await untilShown(uri);
      await until('the views of the text', () => views.editor.document === document);
      await vscode.commands.executeCommand('tiaowen.compareParent');
      await untilPasses(() => assert.equal(nameOf(views.besideParent.shown?.uri ?? uri), MARKET_RULES));
      assert.equal((await untilShown(uri)).document, document);
      const caret = caretIn(document, '所称市场');
      editor.selection = new vscode.Selection(caret, caret);
      await untilPasses(() => {
        const [range] = views.besideParent.highlighted;
        assert.ok(range && views.besideParent.shown?.getText(range).startsWith('第二条'));
      });
      assert.equal((await untilShown(uri)).document, document);
      await untilPasses(() => assert.equal(views.editor.document, document));
      await vscode.commands.executeCommand('tiaowen.stopComparingParent');
      await until('no parent law', () => !views.besideParent.shown);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });
});
