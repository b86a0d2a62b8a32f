import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { runChecks } from '../../server/src/checks/registry.js';
import { codeActions } from '../../server/src/features/codeAction.js';
import { diagnosticOf } from '../../server/src/features/diagnostics.js';
import { fixture } from '../support/fixture.js';

const OPTIONS = { locale: 'zh', relatedInformation: true } as const;
const AT = fixture('某市供水规定\n第一条 供水单位应该做出决定，建立台帐，不准污染水源，，处5万元以上3万元以下罚款。');
const PROBLEMS = runChecks(AT);
const ALL = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };

describe('source.fixAll', () => {
  const asked = (...only: string[]): CodeAction[] =>
    codeActions(AT.library, AT.document, PROBLEMS, ALL, { only }, OPTIONS);

  it('applies what changes no meaning, and nothing else', () => {
    const [action] = asked('source.fixAll');
    const edits = action?.edit?.changes?.[AT.document.uri];
    assert.ok(edits);
    assert.equal(
      TextDocument.applyEdits(AT.document.textDocument, edits),
      '某市供水规定\n第一条 供水单位应当作出决定，建立台账，不准污染水源，，处5万元以上3万元以下罚款。',
    );
  });

  it('is there for who asks for source actions, and for nobody else', () => {
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.tiaowen']) assert.equal(asked(kind).length, 1, kind);
    for (const kind of ['source.organizeImports', 'source.fixAll.eslint', 'refactor'])
      assert.equal(asked(kind).length, 0);
    const others = codeActions(AT.library, AT.document, PROBLEMS, ALL, {}, OPTIONS);
    assert.ok(others.every(({ kind }) => kind === 'quickfix'));
  });
});

describe('a problem', () => {
  const [problem] = PROBLEMS;
  assert.ok(problem);
  const inFile = (text: string | undefined): CodeAction[] =>
    codeActions(AT.library, AT.document, [problem], ALL, { only: ['quickfix'] }, OPTIONS, {
      uri: 'file:///.tiaowen.json',
      text,
    });

  it('can be left unreported, here or in the file', () => {
    const actions = inFile(undefined);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['改为“应当”', '此处不再报告 wording/yinggai', '本文件不再报告 wording/yinggai'],
    );
    assert.deepEqual(actions[1]?.edit?.documentChanges, [
      { kind: 'create', uri: 'file:///.tiaowen.json', options: { ignoreIfExists: true } },
      {
        textDocument: { uri: 'file:///.tiaowen.json', version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: `${JSON.stringify(
              { ignore: [{ code: 'wording/yinggai', file: '草案.law.txt', article: '第一条', text: '应该' }] },
              undefined,
              2,
            )}\n`,
          },
        ],
      },
    ]);
  });

  it('is added to what stands in the file', () => {
    const [edit] = inFile('{\n  "profile": "law"\n}\n')[2]?.edit?.documentChanges ?? [];
    const [change] = (edit as TextDocumentEdit).edits as TextEdit[];
    assert.deepEqual(JSON.parse(change?.newText ?? ''), {
      profile: 'law',
      ignore: [{ code: 'wording/yinggai', file: '草案.law.txt' }],
    });
    assert.deepEqual(change?.range.end, { line: 3, character: 0 });
  });

  it('names the norm it rests on, and links to its page', () => {
    const { message, codeDescription } = diagnosticOf(AT.library, AT.document, problem, {
      ...OPTIONS,
      pagesUri: 'file:///docs/checks',
    });
    assert.equal(message, '“应该”应当写作“应当”（《立法技术规范（试行）（一）》14）。');
    assert.deepEqual(codeDescription, { href: 'file:///docs/checks/wording/yinggai.md' });
  });
});
