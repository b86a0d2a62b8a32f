import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, DRAFT, fileUri, rangeOf, replace, restoreAll, show, untilText, writeFile } from './editor';
import { untilAction } from './codeActions';
import { DANGLING, NOTHING_BEFORE, untilProblems } from './problems';

describe('a quick fix', () => {
  afterEach(restoreAll);

  it('mends the text, and the problem goes', async () => {
    const draft = await show(fileUri(DRAFT));
    const before = draft.getText();
    const quickFix = vscode.CodeActionKind.QuickFix.value;
    const fix = await untilAction(draft, rangeOf(draft, '第一十五条'), quickFix, ({ title }) => title.includes('十五'));
    assert.equal(fix.kind?.value, vscode.CodeActionKind.QuickFix.value);
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit);

    await apply(fix.edit);
    await untilText(draft, before.replace('第一十五条', '第十五条'));
    await untilProblems(draft, [['numbering/gap', 'Error', '第十五条'], NOTHING_BEFORE, DANGLING]);
  });
});

describe('source actions', () => {
  afterEach(restoreAll);

  /** The text that the actions of a kind make of another one. */
  async function fixed(content: string, kind: string): Promise<string> {
    const document = await vscode.workspace.openTextDocument({ language: 'regulation', content });
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const action = await untilAction(document, whole, kind, (each) => Boolean(each.edit && each.kind?.value === kind));
    assert.ok(action.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    return document.getText();
  }

  it('fix what can be fixed safely', async () => {
    assert.equal(
      await fixed('某市试验条例\n第一条　甲。\n第2条　乙。\n第三条　丙。\n', 'source.fixAll.tiaowen'),
      '某市试验条例\n第一条　甲。\n第二条　乙。\n第三条　丙。\n',
    );
  });

  it('clear what pasting has left', async () => {
    assert.equal(
      await fixed('某市试验条例\n第一条 甲乙。\n[bookmark: _GoBack]第二条 乙,丙。\n', 'source.fixAll.residue'),
      '某市试验条例\n第一条　甲乙。\n第二条　乙，丙。\n',
    );
  });

  it('run when a text is saved, where the settings ask for it', async () => {
    const setting = vscode.workspace.getConfiguration('editor', { languageId: 'regulation' });
    const uri = await writeFile('某乡试验办法.txt', '某乡试验办法\n第一条　甲。\n');
    const draft = await show(uri);
    try {
      await setting.update(
        'codeActionsOnSave',
        { 'source.fixAll.numbering': 'explicit' },
        vscode.ConfigurationTarget.Workspace,
        true,
      );
      await replace(draft, new vscode.Range(2, 0, 2, 0), '第三条　乙。\n');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await untilText(draft, '某乡试验办法\n第一条　甲。\n第二条　乙。\n');
    } finally {
      await setting.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
      await draft.save();
      await vscode.workspace.fs.delete(uri);
    }
  });
});
