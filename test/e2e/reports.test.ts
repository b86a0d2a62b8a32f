import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, nameOf, rangeOf, REGULATION, show } from './editor';
import { until } from './until';

describe('reports', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const command of ['tiaowen.reportLiability', 'tiaowen.reportDelegations', 'tiaowen.reportCoverage']) {
    it(`${command} opens a document beside the text`, async () => {
      await show(fileUri(DRAFT));
      await vscode.commands.executeCommand(command);
      const report = vscode.window.activeTextEditor;
      assert.equal(report?.document.languageId, 'markdown');
      assert.match(report.document.getText(), /^# .*内蒙古自治区边境口岸管理实施细则\n/);
      assert.equal(report.viewColumn, vscode.ViewColumn.Two);
    });
  }

  it('have links that lead to the provisions, and can be read', async () => {
    await show(fileUri(DRAFT));
    await vscode.commands.executeCommand('tiaowen.reportCoverage');
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.ok(document);
    assert.doesNotMatch(document.getText(), /%E[0-9A-F]%/);
    const links = await until('the links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        1000,
      );
      return found.filter(({ target }) => target);
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
