import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretIn, DRAFT, fileUri, nameOf, REGULATION, show } from './editor';
import { diagnosticsOf, SLIPS, untilProblems } from './problems';
import { untilPasses } from './until';

describe('restarting the server', () => {
  it('takes the problems away, and all comes back', async () => {
    const draft = await show(fileUri(DRAFT));
    await untilProblems(draft, SLIPS);
    let wereTakenAway = false;
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      wereTakenAway ||= diagnosticsOf(draft).length === 0;
    });
    try {
      await vscode.commands.executeCommand('tiaowen.restartServer');
      await untilProblems(draft, SLIPS);
    } finally {
      subscription.dispose();
    }
    assert.ok(wereTakenAway, 'the server was not restarted');

    await untilPasses(async () => {
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        draft.uri,
        caretIn(draft, '第十二条第二款'),
      );
      assert.deepEqual(
        links.map(({ targetUri }) => nameOf(targetUri)),
        [nameOf(REGULATION)],
      );
    });
  });
});
