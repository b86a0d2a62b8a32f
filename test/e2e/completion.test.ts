import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, replace, restoreAll, show } from './editor';
import { until, untilPasses } from './until';

describe('completion', () => {
  const TAIL = '执行。';
  let draft: vscode.TextDocument;
  beforeEach(async () => {
    draft = await show(fileUri(DRAFT));
  });
  afterEach(restoreAll);

  /** Puts words behind the last citation of the draft, and the caret behind them. */
  async function write(words: string): Promise<vscode.Position> {
    const last = draft.positionAt(draft.getText().lastIndexOf(TAIL));
    await replace(draft, new vscode.Range(last, last), words);
    const caret = last.translate(0, words.length);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(caret, caret);
    return caret;
  }

  async function labelsAt(caret: vscode.Position): Promise<string[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      draft.uri,
      caret,
      '第',
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('behind the title of another file offers its articles', async () => {
    const caret = await write('，依照《示范县农贸市场管理办法》第');
    await untilPasses(async () => {
      assert.deepEqual(await labelsAt(caret), ['第一条', '第二条', '第三条', '第四条', '第五条', '第一章', '第二章']);
    });
  });

  /** Types words as a user does, a character a time, and takes what the list then has on top. */
  async function typeAndTake(words: string, expected: string): Promise<void> {
    for (const text of words) await vscode.commands.executeCommand('type', { text });
    await until(expected, async () => {
      if (draft.getText().includes(expected)) return true;
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      // A slow host may have closed the list before it had anything to show.
      if (!draft.getText().includes(expected)) await vscode.commands.executeCommand('editor.action.triggerSuggest');
      return false;
    });
  }

  it('finds an article by the digits of its number while it is typed', async () => {
    await write('，依照《条例》');
    await typeAndTake('第12', '，依照《条例》第十二条执行。');
  });

  it('finds an article by the beginning of its Chinese number', async () => {
    await write('，依照《条例》');
    await typeAndTake('第七十', '，依照《条例》第七十条执行。');
  });

  it('finds a title by a part of it, and closes the bracket once', async () => {
    await write('，依照');
    await typeAndTake('《农贸', '，依照《示范县农贸市场管理办法》执行。');
  });
});
