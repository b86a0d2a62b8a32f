import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, MARKET_RULES, rangeOf, restoreAll, show, textAt } from './editor';
import { until } from './until';

/** A rename with nothing to be confirmed, as lines `where: old → new`. */
async function renamed(document: vscode.TextDocument, words: string, name: string): Promise<string[]> {
  const { start } = rangeOf(document, words);
  const edit = await until(`a rename of ${words}`, () =>
    vscode.commands
      .executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        start.translate(0, 1),
        name,
      )
      .then(
        (found) => found,
        () => undefined,
      ),
  );
  const lines: string[] = [];
  for (const [uri, edits] of edit.entries()) {
    for (const { range, newText } of edits) {
      const old = await textAt(new vscode.Location(uri, range));
      lines.push(`${decodeURIComponent(uri.path).split('/').at(-1) ?? ''}: ${old} → ${newText}`);
    }
  }
  return lines;
}

describe('rename', () => {
  afterEach(restoreAll);

  it('of an article gives it a number, and what cites it with it', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'regulation',
      content: '某市试验条例\n第一条　甲。\n第二条　依照第一条办理。\n',
    });
    const lines = await renamed(document, '第一条　', '第三条');
    assert.ok(lines.length >= 2, lines.join('\n'));
    assert.ok(
      lines.some((line) => line.includes('第一条 → ') || line.includes('一 → ')),
      lines.join('\n'),
    );
  });

  it('of a short name changes its definition and all its uses', async () => {
    const draft = await show(fileUri(DRAFT));
    const lines = await renamed(draft, '市场办法', '农贸办法');
    assert.deepEqual([...new Set(lines)], [`${DRAFT}: 市场办法 → 农贸办法`]);
    assert.equal(lines.length, draft.getText().split('市场办法').length - 1);
  });

  it('of a term changes its definition and all its uses', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'regulation',
      content: '某市试验条例\n第一条　本条例所称经营者，是指从事经营的单位。\n第二条　经营者应当登记。\n',
    });
    const lines = await renamed(document, '经营者，', '经营主体');
    assert.equal(lines.length, 2);
    assert.ok(
      lines.every((line) => line.endsWith('经营者 → 经营主体')),
      lines.join('\n'),
    );
  });

  it('of a title reaches the file that cites it', async () => {
    const rules = await show(fileUri(MARKET_RULES));
    const lines = await until('the other file', async () => {
      const found = await renamed(rules, '示范县农贸市场管理办法', '示范县集贸市场管理办法');
      return found.length > 1 ? found : undefined;
    });
    assert.deepEqual([...new Set(lines)].sort(), [
      `${DRAFT}: 示范县农贸市场管理办法 → 示范县集贸市场管理办法`,
      `${MARKET_RULES}: 示范县农贸市场管理办法 → 示范县集贸市场管理办法`,
    ]);
  });
});
