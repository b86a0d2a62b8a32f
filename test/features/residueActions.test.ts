import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../../server/src/checks/check.js';
import { residue } from '../../server/src/checks/text/residue.js';
import { DEFAULT_FORMAT } from '../../server/src/drafting/format/options.js';
import { residueActions, residueEdit } from '../../server/src/features/residueActions.js';
import { fixture } from '../support/fixture.js';

function actionsAt(text: string, only?: string[]): { actions: CodeAction[]; after: string | undefined } {
  const { library, document, position } = fixture(text);
  const problems = [...residue.run({ library, document })].map((finding): Problem => ({
    ...finding,
    code: residue.code,
    severity: 'warning',
  }));
  const range = { start: position, end: position };
  const actions = residueActions(library, document, problems, range, only ? { only } : {}, DEFAULT_FORMAT, 'zh');
  const edits = actions[0]?.edit?.changes?.[document.uri];
  return { actions, after: edits && TextDocument.applyEdits(document.textDocument, edits) };
}

describe('the action that clears residue', () => {
  const text = '第一条 供水$$\u00ad。\n第二条 排水\u00ad。';
  const clear = '第一条　供水。\n第二条　排水。';

  it('is a quick fix at what is left', () => {
    const { actions, after } = actionsAt(text);
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind]),
      [['清理粘贴残留', 'quickfix']],
    );
    assert.equal(after, clear);
  });

  it('is a quick fix on a line that a page has broken', () => {
    const line = '　供水单位应当保证供水的水质和水压都符合国家规定的标准并且';
    assert.equal(
      actionsAt(`第一条${line}$$\n保证水量。\n第二条${line}\n保证。\n第三条${line}\n排水。`).actions.length,
      1,
    );
  });

  it('is a source action where one is asked for', () => {
    for (const only of ['source', 'source.fixAll', 'source.fixAll.residue']) {
      const { actions, after } = actionsAt(text.replace('$$', ''), [only]);
      assert.deepEqual([actions[0]?.kind, after], ['source.fixAll.residue', clear]);
    }
  });

  it('of which the edit is made when it runs, where the client asks for it then', () => {
    const { library, document } = fixture(text.replace('$$', ''));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { only: ['source.fixAll'] };
    const [action, ...others] = residueActions(library, document, [], range, context, DEFAULT_FORMAT, 'zh', true);
    assert.deepEqual(others, []);
    assert.deepEqual([action?.edit, action?.data], [undefined, { uri: document.uri, range }]);
    const edits = residueEdit(library, document, range, DEFAULT_FORMAT)?.changes?.[document.uri] ?? [];
    assert.equal(TextDocument.applyEdits(document.textDocument, edits), clear);
  });

  it('is not there elsewhere', () => {
    assert.deepEqual(actionsAt('第一条　供水。$$\n第二条 排水\u00ad。').actions, []);
    assert.deepEqual(actionsAt(text, ['refactor']).actions, []);
    assert.deepEqual(actionsAt(clear, ['source.fixAll']).actions, []);
  });
});
