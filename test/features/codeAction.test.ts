import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver';
import type { Problem } from '../../server/src/checks/check.js';
import { codeActions } from '../../server/src/features/codeAction.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import type { Span } from '../../server/src/syntax/tree.js';
import { fixture } from '../support/fixture.js';

const AT = fixture('第一条　甲。\n第一十二条　乙。');

/** A problem at the words of the draft. */
function problem(words: string, more: Partial<Problem> = {}): Problem {
  return {
    span: spanOf(words),
    code: 'numbering/non-canonical',
    severity: 'warning',
    message: { zh: '序号写法不规范。', en: 'The numeral is not canonical.' },
    ...more,
  };
}

function spanOf(words: string): Span {
  const start = AT.document.text.indexOf(words);
  return { start, end: start + words.length };
}

describe('code actions', () => {
  const options = { locale: 'zh', relatedInformation: true } as const;
  const fix = {
    title: { zh: '改为“第十二条”', en: 'Change to 第十二条' },
    edits: [{ span: spanOf('一十二'), newText: '十二' }],
  };
  const problems = [problem('第一条'), problem('第一十二条', { fixes: [fix] })];
  function inLine(line: number, from: number, to = from): Range {
    return { start: { line, character: from }, end: { line, character: to } };
  }

  it('are the fixes of the problem at the caret', () => {
    assert.deepEqual(codeActions(AT.library, AT.document, problems, inLine(1, 5), {}, options), [
      {
        title: '改为“第十二条”',
        kind: 'quickfix',
        diagnostics: diagnostics(AT.library, AT.document, problems.slice(1), options),
        isPreferred: true,
        edit: { changes: { [AT.document.uri]: [{ range: inLine(1, 1, 4), newText: '十二' }] } },
      },
    ]);
  });

  it('are none elsewhere', () => {
    assert.deepEqual(codeActions(AT.library, AT.document, problems, inLine(0, 0, 7), {}, options), []);
    assert.deepEqual(codeActions(AT.library, AT.document, problems, inLine(1, 6), {}, options), []);
  });

  it('are preferred only where there is no choice', () => {
    const choice = [problem('第一十二条', { fixes: [fix, fix] })];
    const preferred = codeActions(AT.library, AT.document, choice, inLine(1, 0), {}, options).map(
      ({ isPreferred }) => isPreferred,
    );
    assert.deepEqual(preferred, [undefined, undefined]);
  });

  for (const [only, count] of [
    [['quickfix'], 1],
    [[''], 1],
    [['refactor', 'quickfix'], 1],
    [['refactor'], 0],
    [['quickfix.other'], 0],
    [[], 0],
  ] as const) {
    it(`asked for ${JSON.stringify(only)}: ${String(count)}`, () => {
      const context = { only: [...only] };
      assert.equal(codeActions(AT.library, AT.document, problems, inLine(1, 0), context, options).length, count);
    });
  }
});
