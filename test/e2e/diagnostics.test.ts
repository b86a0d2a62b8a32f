import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  DRAFT,
  fileUri,
  MARKET_RULES,
  nameOf,
  rangeOf,
  REGULATION,
  replace,
  restoreAll,
  show,
  textAt,
} from './editor';
import {
  codeOf,
  diagnosticsOf,
  GAP,
  NON_CANONICAL,
  NOTHING_BEFORE,
  SLIPS,
  untilProblems,
  type Problem,
} from './problems';
import { untilPassesOn } from './until';

describe('problems', () => {
  let draft: vscode.TextDocument;
  beforeEach(async () => {
    draft = await show(fileUri(DRAFT));
    await untilProblems(draft, SLIPS);
  });
  afterEach(restoreAll);

  it('name the place of each slip, and the other place it speaks of', async () => {
    const [gap, , , dangling] = diagnosticsOf(draft);
    assert.ok(gap && dangling);
    assert.deepEqual(
      diagnosticsOf(draft).map(({ range }) => [range.start.line, range.start.character, range.end.character]),
      [
        [12, 0, 5],
        [12, 0, 5],
        [12, 6, 8],
        [12, 19, 23],
      ],
    );
    assert.ok(diagnosticsOf(draft).every(({ source }) => source === '条文'));
    assert.match(dangling.message, /《条例》.*73/);
    const [before] = gap.relatedInformation ?? [];
    const [last] = dangling.relatedInformation ?? [];
    assert.ok(before && last);
    assert.equal(nameOf(before.location.uri), DRAFT);
    assert.equal(await textAt(before.location), '第四条');
    assert.equal(last.location.uri.toString(), REGULATION.toString());
    assert.equal(await textAt(last.location), '第七十三条');
  });

  it('have a code that leads to its page', async () => {
    const [gap] = diagnosticsOf(draft);
    const { target } = gap?.code as { target: vscode.Uri };
    assert.equal(target.path.split('/').slice(-4).join('/'), 'docs/checks/numbering/gap.md');
    const page = await vscode.workspace.openTextDocument(target);
    assert.match(page.getText(), /^# numbering\/gap\n/);
  });

  it('go when the slip is mended, one by one', async () => {
    await replace(draft, rangeOf(draft, '第八十条'), '第七十条');
    await untilProblems(draft, [GAP, NON_CANONICAL, NOTHING_BEFORE]);
    await replace(draft, rangeOf(draft, '前款所列'), '前条所列');
    await untilProblems(draft, [GAP, NON_CANONICAL]);
    await replace(draft, rangeOf(draft, '第一十五条'), '第五条');
    await untilProblems(draft, []);
  });

  it('come with a new slip, and those below it move', async () => {
    const start = rangeOf(draft, '第一十五条').start;
    await replace(draft, new vscode.Range(start, start), '第五条　依照前条第二款办理。\n');
    await untilProblems(draft, [['citation/dangling', 'Error', '前条第二款'], ...SLIPS]);
    const gap = diagnosticsOf(draft).find((problem) => codeOf(problem) === 'numbering/gap');
    const [before] = gap?.relatedInformation ?? [];
    assert.ok(gap && before);
    assert.equal(gap.range.start.line, 13);
    assert.equal(await textAt(before.location), '第五条');
  });

  describe('follow an edit of a file that is cited', () => {
    const UNCITED: Problem = ['citation/dangling', 'Error', '第三条第一项'];
    let rules: vscode.TextDocument;
    before(async () => {
      rules = await vscode.workspace.openTextDocument(fileUri(MARKET_RULES));
    });
    const removeItems = (): Promise<void> =>
      replace(rules, rangeOf(rules, '（一）建立进货查验制度；\n（二）公示本办法第二条规定的事项。'), '公示收费。');

    it('in front of the draft', async () => {
      await show(rules.uri);
      await removeItems();
      await untilProblems(draft, [UNCITED, ...SLIPS]);
    });

    it('before the draft comes to the front', async () => {
      await show(rules.uri);
      await removeItems();
      await show(draft.uri);
      await untilProblems(draft, [UNCITED, ...SLIPS]);
    });

    it('behind the draft', async () => {
      await removeItems();
      await untilProblems(draft, [UNCITED, ...SLIPS]);
    });
  });

  it('have the severity that the settings ask for', async () => {
    const setting = vscode.workspace.getConfiguration('tiaowen');
    const change = (severity?: object): Thenable<void> =>
      setting.update('checks.severity', severity, vscode.ConfigurationTarget.Workspace);
    try {
      await change({ numbering: 'off', citation: 'information', 'citation/dangling': 'hint' });
      await untilProblems(draft, [
        ['citation/nothing-before', 'Information', '前款'],
        ['citation/dangling', 'Hint', '第八十条'],
      ]);
    } finally {
      await change();
    }
    await untilProblems(draft, SLIPS);
  });

  it('of the read-only regulation: the residue of its conversion, as long as it is open', async () => {
    await untilProblems(await show(REGULATION), [['text/residue', 'Warning', '[bookmark: _GoBack]']]);
    await closeAll();
    await untilPassesOn(vscode.languages.onDidChangeDiagnostics, () =>
      assert.deepEqual(vscode.languages.getDiagnostics(REGULATION), []),
    );
    // Those of the workspace's own texts stay.
    await untilProblems(draft, SLIPS);
  });
});
