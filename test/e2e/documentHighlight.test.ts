import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretIn, DRAFT, fileUri, show } from './editor';
import { untilPasses } from './until';

describe('highlights', () => {
  /** Expects what is highlighted with words of the draft: the texts, by kind. */
  async function highlights(words: string, expected: [kind: string, text: string][]): Promise<void> {
    const draft = await show(fileUri(DRAFT));
    await untilPasses(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        draft.uri,
        caretIn(draft, words),
      );
      assert.deepEqual(
        found.map(({ kind, range }) => [vscode.DocumentHighlightKind[kind ?? 0], draft.getText(range)]),
        expected,
      );
    });
  }

  it('of an article: its number and who cites it', async () => {
    await highlights('第三条　', [
      ['Write', '第三条'],
      ['Read', '第二条至第四条'],
    ]);
  });

  it('of a short name: the title, the definition, every use', async () => {
    await highlights('《市场办法》第二条', [
      ['Read', '《示范县农贸市场管理办法》'],
      ['Write', '市场办法'],
      ['Read', '《市场办法》'],
    ]);
  });
});
