import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, show } from './editor';
import { until } from './until';

describe('folding', () => {
  it('follows chapters and articles of several lines', async () => {
    const draft = await show(fileUri(DRAFT));
    const folds = await until('the folding ranges', () =>
      vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', draft.uri),
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [draft.lineAt(start).text.slice(0, 3), draft.lineAt(end).text.slice(0, 3)]),
      [
        ['第一章', '第三条'],
        ['第二条', '违反前'],
        ['第二章', '第一十'],
        ['第四条', '（三）'],
      ],
    );
  });
});
