import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretIn, DRAFT, fileUri, rangeOf, show } from './editor';
import { untilPasses } from './until';

describe('expanding the selection', () => {
  it('goes from the words of an item to the item, the article, the chapter and the whole text', async () => {
    const draft = await show(fileUri(DRAFT));
    const start = new vscode.Position(0, 0);
    const end = draft.lineAt(draft.lineCount - 1).range.end;
    const article = new vscode.Range(rangeOf(draft, '第四条　口').start, rangeOf(draft, '管理口岸市场。').end);
    const expected = [
      rangeOf(draft, '公开服务事项；'),
      rangeOf(draft, '（一）公开服务事项；'),
      article,
      new vscode.Range(rangeOf(draft, '第二章').start, rangeOf(draft, '第八十条执行。').end),
      new vscode.Range(start, end),
    ];
    await untilPasses(async () => {
      const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        draft.uri,
        [caretIn(draft, '公开服务')],
      );
      const selections: vscode.Range[] = [];
      for (let at = innermost; at; at = at.parent as vscode.SelectionRange) selections.push(at.range);
      // The editor adds the word and the line, which it knows itself.
      const ours = selections.filter((selection) => expected.some((range) => range.isEqual(selection)));
      assert.deepEqual(ours, expected);
    });
  });
});
