import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, DRAFT, fileUri, rangeOf, restoreAll, show } from './editor';
import { DANGLING, NOTHING_BEFORE, untilProblems } from './problems';
import { until } from './until';

describe('a quick fix', () => {
  afterEach(restoreAll);

  it('mends the text, and the problem goes', async () => {
    const draft = await show(fileUri(DRAFT));
    const before = draft.getText();
    const fix = await until('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        draft.uri,
        rangeOf(draft, '第一十五条'),
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title.includes('十五'));
    });
    assert.equal(fix.kind?.value, vscode.CodeActionKind.QuickFix.value);
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit);

    await apply(fix.edit);
    assert.equal(draft.getText(), before.replace('第一十五条', '第十五条'));
    await untilProblems(draft, [['numbering/gap', 'Error', '第十五条'], NOTHING_BEFORE, DANGLING]);
  });
});
