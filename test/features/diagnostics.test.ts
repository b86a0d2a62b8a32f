import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Problem } from '../../server/src/checks/check.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { fixture } from '../support/fixture.js';

const AT = fixture(`
  === 细则.txt
  第一条　甲。$$
  第一十二条　乙。
  === 条例.txt
  第一条　丙。
`);

/** A problem at the words of the draft. */
function problem(words: string, more: Partial<Problem> = {}): Problem {
  const start = AT.document.text.indexOf(words);
  return {
    span: { start, end: start + words.length },
    code: 'numbering/non-canonical',
    severity: 'warning',
    message: { zh: '序号写法不规范。', en: 'The numeral is not canonical.' },
    ...more,
  };
}

const RELATED = [
  { uri: AT.file('条例.txt').uri, span: { start: 0, end: 3 }, message: { zh: '见此处', en: 'See here' } },
  { uri: 'file:///gone.txt', span: { start: 0, end: 3 }, message: { zh: '见此处', en: 'See here' } },
];

describe('diagnostics', () => {
  it('carry range, severity, code, source and message', () => {
    const options = { locale: 'zh', relatedInformation: true } as const;
    assert.deepEqual(diagnostics(AT.library, AT.document, [problem('第一十二条')], options), [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
        severity: DiagnosticSeverity.Warning,
        code: 'numbering/non-canonical',
        source: '条文',
        message: '序号写法不规范。',
      },
    ]);
  });

  it('have every severity', () => {
    const problems = (['error', 'warning', 'information', 'hint'] as const).map((severity) =>
      problem('第一条', { severity }),
    );
    const found = diagnostics(AT.library, AT.document, problems, { locale: 'en', relatedInformation: false });
    assert.deepEqual(
      found.map(({ severity, message }) => [severity, message]),
      [1, 2, 3, 4].map((severity) => [severity, 'The numeral is not canonical.']),
    );
  });

  it('lead to the other places of a message, in whatever document, where the client shows them', () => {
    const problems = [problem('第一条', { related: RELATED })];
    const [shown] = diagnostics(AT.library, AT.document, problems, { locale: 'en', relatedInformation: true });
    assert.deepEqual(shown?.relatedInformation, [
      {
        location: {
          uri: AT.file('条例.txt').uri,
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
        },
        message: 'See here',
      },
    ]);
    const [bare] = diagnostics(AT.library, AT.document, problems, { locale: 'en', relatedInformation: false });
    assert.equal(bare?.relatedInformation, undefined);
  });
});
