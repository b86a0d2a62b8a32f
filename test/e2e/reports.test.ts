import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OPEN_PROVISION } from '../../client/src/provisionLinks';
import { closeAll, DRAFT, fileUri, nameOf, rangeOf, REGULATION, show, showText, untilShown } from './editor';
import { pageTab, shownPage, sourceOfPage } from './reportPages';
import { untilPasses } from './until';

/** Runs the command of a report, and gives the page that it shows. */
async function pageOf(command: string): Promise<string> {
  await vscode.commands.executeCommand(command);
  return shownPage();
}

describe('reports', () => {
  afterEach(closeAll);

  for (const command of ['tiaowen.reportLiability', 'tiaowen.reportDelegations', 'tiaowen.reportCoverage']) {
    it(`${command} opens a page beside the text, and its Markdown`, async () => {
      await show(fileUri(DRAFT));
      const page = await pageOf(command);
      assert.match(page, /<h1[^>]*>.*内蒙古自治区边境口岸管理实施细则<\/h1>/);
      await untilPasses(() => assert.match(pageTab()?.label ?? '', /[：:].*内蒙古自治区边境口岸管理实施细则$/));
      assert.equal(vscode.window.tabGroups.activeTabGroup.viewColumn, vscode.ViewColumn.Two);
      assert.match((await sourceOfPage()).getText(), /^# .*内蒙古自治区边境口岸管理实施细则\n/);
    });
  }

  it('are shown in their place when they are made again', async () => {
    for (let time = 0; time < 2; time++) {
      await show(fileUri(DRAFT), vscode.ViewColumn.One);
      await pageOf('tiaowen.reportCoverage');
    }
    const pages = vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input }) => input instanceof vscode.TabInputWebview),
    );
    assert.equal(pages.length, 1);
  });

  it('have links on their page that lead to the provisions, beside it', async () => {
    for (const uri of [REGULATION, fileUri(DRAFT)]) {
      await show(fileUri(DRAFT), vscode.ViewColumn.One);
      const page = await pageOf('tiaowen.reportCoverage');
      assert.match(page, /default-src 'none'/);
      assert.doesNotMatch(page, /<script|script-src/);
      const links = [...page.matchAll(/<a href="command:([^?"]*)\?([^"]*)"[^>]*>(第[^<]*?条)[^<]*<\/a>/g)].map(
        ([, command, query = '', start = '']) => {
          assert.equal(command, OPEN_PROVISION);
          return { start, args: JSON.parse(decodeURIComponent(decodeURIComponent(query))) as unknown[] };
        },
      );
      const link = links.find(({ args: [target] }) => vscode.Uri.parse(String(target)).path === uri.path);
      assert.ok(link, `no link to ${nameOf(uri)} in ${page.slice(0, 500)}`);
      await vscode.commands.executeCommand(OPEN_PROVISION, ...link.args);
      const editor = await untilShown(uri, vscode.ViewColumn.One);
      await untilPasses(() =>
        assert.ok(editor.document.lineAt(editor.selection.active.line).text.startsWith(link.start)),
      );
    }
  });

  it('are made of a text that is not saved yet, with links into it', async () => {
    const content = '示范县井盖办法\n第一条　公民应当爱护井盖。\n第二条　任何人不得移动井盖。\n';
    const { document: draft } = await showText(content);
    const page = await pageOf('tiaowen.reportLiability');
    const [, query = ''] = new RegExp(`href="command:${OPEN_PROVISION}\\?([^"]*)"[^>]*>第二条`).exec(page) ?? [];
    const args = JSON.parse(decodeURIComponent(decodeURIComponent(query))) as unknown[];
    await vscode.commands.executeCommand(OPEN_PROVISION, ...args);
    const editor = await untilShown(draft.uri);
    assert.equal(editor.document, draft);
    await untilPasses(() => assert.equal(editor.selection.active.line, 2));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('have links in their Markdown that lead to the provisions, and can be read', async () => {
    await show(fileUri(DRAFT));
    await pageOf('tiaowen.reportCoverage');
    const document = await sourceOfPage();
    assert.doesNotMatch(document.getText(), /%E[0-9A-F]%/);
    let links: vscode.DocumentLink[] = [];
    await untilPasses(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        1000,
      );
      links = found.filter(({ target }) => target);
      assert.ok(links.length > 0, `of ${String(found.length)} links none leads anywhere`);
    });
    for (const uri of [REGULATION, fileUri(DRAFT)]) {
      const link = new RegExp(`\\[(第[^\\]]*?条)[^\\]]*\\]\\([^)]*${nameOf(uri)}#L`);
      const [words, start] = link.exec(document.getText()) ?? [];
      assert.ok(words && start, `no link to ${nameOf(uri)} in ${document.getText().slice(0, 500)}`);
      const { end } = rangeOf(document, words);
      const target = links.find(({ range }) => range.contains(end))?.target;
      assert.ok(target, `no link behind ${words}`);
      // The editor runs a command of its own, with the place that it leads to.
      const written = decodeURIComponent(decodeURIComponent(target.toString()));
      assert.ok(written.includes(nameOf(uri)), written);
      const line = Number(/L(\d+)/.exec(written)?.[1]);
      const cited = await vscode.workspace.openTextDocument(uri);
      assert.ok(cited.lineAt(line - 1).text.startsWith(start), written);
    }
  });
});
