import assert from 'node:assert/strict';
import { runChecks } from '../../server/src/checks/registry.js';
import type { Suppression } from '../../server/src/checks/suppressions.js';
import { codeActions } from '../../server/src/features/codeAction.js';
import { Library } from '../../server/src/library/library.js';
import { fixture } from '../support/fixture.js';
import { apply } from './findings.js';

const LINES = [
  '# 某市供水规定',
  '第一条　供水单位应该保证水质。',
  '第二条　供水单位应该公开水价，其它单位应该协助。',
] as const;
const [TITLE, FIRST, SECOND] = LINES;

/** What is reported: its code, the words that are marked, the line. */
const shown = (lines: readonly string[], name = '草案.md', ignore: readonly Suppression[] = []): unknown => {
  const { library, document } = fixture(`=== ${name}\n${lines.join('\n')}`);
  return runChecks({ library, document }, { ignore }).map(
    ({ code, span }) =>
      `${code} ${document.text.slice(span.start, span.end)} ${String(document.rangeOf(span).start.line)}`,
  );
};
const comment = (words: string): string => `<!-- tiaowen-disable-${words} -->`;

describe('comments in Markdown', () => {
  it('suppress in the next line that has text', () => {
    assert.deepEqual(shown([TITLE, comment('next-line wording/yinggai'), FIRST, SECOND]), [
      'wording/yinggai 应该 3',
      'wording/qita 其它 3',
      'wording/yinggai 应该 3',
    ]);
    const apart = [TITLE, FIRST, comment('next-line wording/yinggai wording/qita'), '', '<!-- 待议 -->', SECOND];
    assert.deepEqual(shown(apart), ['wording/yinggai 应该 1']);
  });

  it('suppress in the whole file, a rule or a group, with a reason', () => {
    assert.deepEqual(shown([TITLE, FIRST, SECOND, comment('file wording')]), []);
    assert.deepEqual(shown([comment('file wording/yinggai -- 引用 wording/qita 会议原话'), TITLE, FIRST, SECOND]), [
      'wording/qita 其它 3',
    ]);
  });

  it('are no part of the text, and go on beside .tiaowen.json', () => {
    const { document } = fixture(`=== 草案.md\n${[TITLE, FIRST, comment('file wording'), '违者罚款。'].join('\n')}`);
    assert.deepEqual(
      document.provisions.articles.map(({ children }) => children.map(({ text }) => text)),
      [['供水单位应该保证水质。', '违者罚款。']],
    );
    const lines = [TITLE, FIRST, comment('next-line wording/yinggai'), SECOND];
    assert.deepEqual(shown(lines, '草案.md', [{ code: 'wording/qita' }]), ['wording/yinggai 应该 1']);
  });

  it('suppress nothing in plain text, where they would be words of the text', () => {
    const found = shown([TITLE, comment('next-line wording/yinggai'), FIRST], '草案.law.txt');
    assert.deepEqual(found, ['wording/yinggai 应该 2']);
  });

  it('are reported where nothing is left for them, or no check has that name, and can be removed', () => {
    const lines = [
      TITLE,
      comment('next-line wording/yinggai wording/qita，toc/none -- 引文'),
      FIRST,
      comment('file toc'),
    ];
    const { library, document } = fixture(`=== 草案.md\n${lines.join('\n')}`);
    const problems = runChecks({ library, document });
    assert.deepEqual(
      problems.map(({ code, message, fixes }) => [code, message.zh, fixes?.[0] && apply(document.text, fixes[0])]),
      [
        ['suppression/unused', '不再报告已不需要：wording/qita。', document.text.replace('wording/qita，', '')],
        ['suppression/unused', '没有检查“toc/none”。', document.text.replace('，toc/none', '')],
        ['suppression/unused', '不再报告已不需要：toc。', document.text.replace(comment('file toc'), '')],
      ],
    );
    // Of a check that was not asked nothing is known.
    const severityOf = ({ code }: { code: string }): 'off' | 'warning' =>
      code.startsWith('wording/') || code === 'suppression/unused' ? 'warning' : 'off';
    assert.deepEqual(
      runChecks({ library, document }, { severityOf }).map(({ message }) => message.zh),
      ['不再报告已不需要：wording/qita。', '没有检查“toc/none”。'],
    );
  });

  it('are written by a code action, above the line of the problem', () => {
    for (const lineBreak of ['\n', '\r\n']) {
      const library = new Library();
      const uri = 'file:///draft.md';
      library.setFile(uri, [TITLE, FIRST].join(lineBreak));
      const draft = library.document(uri);
      assert.ok(draft);
      const problems = runChecks({ library, document: draft });
      const options = { locale: 'zh', relatedInformation: false } as const;
      const [problem] = problems;
      assert.ok(problem);
      const actions = codeActions(library, draft, problems, draft.rangeOf(problem.span), {}, options);
      const [edit] = actions.flatMap(({ title, edit: { changes = {} } = {} }) =>
        title === '用注释注明此处不再报告 wording/yinggai' ? (changes[draft.uri] ?? []) : [],
      );
      assert.ok(edit);
      const at = draft.offsetAt(edit.range.start);
      const text = draft.text.slice(0, at) + edit.newText + draft.text.slice(at);
      assert.equal(text, [TITLE, comment('next-line wording/yinggai'), FIRST].join(lineBreak));
      library.setFile(draft.uri, text);
      const suppressed = library.document(draft.uri);
      assert.ok(suppressed);
      assert.deepEqual(runChecks({ library, document: suppressed }), []);
    }
  });
});
