import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, replace, restoreAll, show, untilShown } from './editor';
import { untilPasses } from './until';

function lastLineOf(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

describe('completion', () => {
  const TAIL = '执行。';
  /** How often taking an item is tried before the list is asked for. */
  const PATIENCE = 20;
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
    const editor = await untilShown(draft.uri);
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

  /**
   * Types words as a user does, a character a time, and takes what the list then has on top.
   *
   * While an editor waits for the answer to the last character it goes on showing the list for the one before, and takes
   * an item of that one. Hence a question of our own, which is answered behind that of the list; and where something
   * else was taken all the same, all is typed once more.
   */
  async function typeAndTake(words: string, expected: string): Promise<void> {
    const editor = await untilShown(draft.uri);
    const { selection } = editor;
    const blank = draft.getText();
    let typed = blank;
    let idle = 0;
    await untilPasses(async () => {
      if (typed === blank) {
        editor.selection = selection;
        for (const text of words) await vscode.commands.executeCommand('type', { text });
        typed = draft.getText();
        await labelsAt(editor.selection.active);
      }
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      const text = draft.getText();
      // A list that a slow host has closed before it had anything to show.
      if (text === typed && ++idle % PATIENCE === 0)
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
      if (text !== typed && !text.includes(expected)) {
        await replace(draft, new vscode.Range(0, 0, draft.lineCount, 0), blank);
        typed = blank;
      }
      assert.ok(text.includes(expected), `${expected} is not what there is: ${lastLineOf(text)}`);
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
