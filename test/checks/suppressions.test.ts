import assert from 'node:assert/strict';
import { mergeConfigs, NO_CONFIG, readFolderConfig, withSuppression } from '../../server/src/checks/folderConfig.js';
import { CHECK_NAMES, runChecks } from '../../server/src/checks/registry.js';
import { SuppressedProblems, type Suppression } from '../../server/src/checks/suppressions.js';
import { fixture } from '../support/fixture.js';

const TEXT = '某市供水规定\n第一条 供水单位应该保证水质。\n第二条 供水单位应该公开水价，其它单位应该协助。';
const FILE = '草案.law.txt';

const shown = (ignore: readonly Suppression[], text = TEXT): unknown => {
  const { library, document } = fixture(text);
  return runChecks({ library, document }, { ignore }).map(
    ({ code, span }) =>
      `${code} ${document.text.slice(span.start, span.end)} ${String(document.rangeOf(span).start.line)}`,
  );
};

describe('what is not to be reported', () => {
  it('may be a rule, a group, in a folder or a file', () => {
    const all = ['wording/yinggai 应该 1', 'wording/yinggai 应该 2', 'wording/qita 其它 2', 'wording/yinggai 应该 2'];
    assert.deepEqual(shown([]), all);
    assert.deepEqual(shown([{ code: 'wording' }]), []);
    assert.deepEqual(shown([{ code: 'wording/yinggai', file: FILE }]), ['wording/qita 其它 2']);
    assert.deepEqual(shown([{ code: 'wording/yinggai', file: '别的.txt' }]), all);
  });

  it('may be one place, named by its article and its words', () => {
    assert.deepEqual(shown([{ code: 'wording/yinggai', file: FILE, article: '第一条', text: '应该' }]), [
      'wording/yinggai 应该 2',
      'wording/qita 其它 2',
      'wording/yinggai 应该 2',
    ]);
    assert.deepEqual(shown([{ code: 'wording', file: FILE, article: '第二条' }]), ['wording/yinggai 应该 1']);
  });

  it('is reported where nothing is left of it', () => {
    const gone = '某市供水规定\n第一条 供水单位应当保证水质。';
    const { library, document } = fixture(gone);
    const messages = (ignore: readonly Suppression[], severities: Record<string, 'off'> = {}): string[] =>
      runChecks(
        { library, document },
        { ignore, severityOf: ({ code, severity }) => severities[code] ?? severity },
      ).map(({ message }) => message.zh);
    const suppression = { code: 'wording/yinggai', file: FILE, article: '第一条', text: '应该' };
    assert.deepEqual(messages([suppression]), [
      '“.tiaowen.json”中的不再报告已不需要：wording/yinggai（第一条“应该”）。',
    ]);
    // A folder's is one of many texts, and of a check that was not asked nothing is known.
    assert.deepEqual(messages([{ code: 'wording/yinggai' }]), []);
    assert.deepEqual(messages([suppression], { 'wording/yinggai': 'off' }), []);
  });
});

describe('.tiaowen.json', () => {
  const read = (value: unknown): unknown => {
    const complaints: string[] = [];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const config = readFolderConfig(text, CHECK_NAMES, ({ zh }) => complaints.push(zh));
    return { config, complaints };
  };

  it('is taken as it is where it is right', () => {
    const config = {
      profile: 'law',
      severity: { 'numbering/gap': 'hint', wording: 'off' },
      ignore: [{ code: 'wording/yinggai', file: FILE, article: '第一条', text: '应该', reason: '引文' }],
    };
    assert.deepEqual(read(config), { config, complaints: [] });
  });

  it('is said to be wrong where it is, and counts otherwise', () => {
    assert.deepEqual(read('[]'), { config: NO_CONFIG, complaints: ['应为一个对象'] });
    assert.deepEqual(read({ profile: '法律', severity: { style: 'off' }, ignore: [{ code: 'x' }], ignores: [] }), {
      config: NO_CONFIG,
      complaints: [
        '没有“ignores”这一项',
        'profile 应为 auto、law、administrative-regulation、departmental-rule、local-regulation、local-government-rule、amending-decision',
        'severity 中的“style”不可用',
        'ignore 中的 {"code":"x"} 没有可用的 code',
      ],
    });
  });

  it('of an inner folder wins, and what outer ones suppress stays so', () => {
    const outer = {
      profile: 'law',
      severity: { toc: 'off' },
      ignore: [{ code: 'toc' }, { code: 'text', file: '甲' }],
    } as const;
    const inner = { severity: { toc: 'error' }, ignore: [{ code: 'wording' }] } as const;
    assert.deepEqual(mergeConfigs([outer, inner]), {
      profile: 'law',
      severity: { toc: 'error' },
      ignore: [{ code: 'toc' }, { code: 'wording' }],
    });
  });

  it('takes one more suppression and keeps the rest', () => {
    const more = { code: 'wording/yinggai', file: FILE };
    const withMore = (text?: string): unknown => JSON.parse(withSuppression(text, more) ?? 'null');
    for (const nothing of [undefined, '', ' \n']) assert.deepEqual(withMore(nothing), { ignore: [more] });
    assert.deepEqual(withMore('{"profile":"law","ignore":[{"code":"toc"}]}'), {
      profile: 'law',
      ignore: [{ code: 'toc' }, more],
    });
  });

  it('is not written anew where it can not be read', () => {
    const deep = `{"ignore":${'['.repeat(30)}${']'.repeat(30)}}`;
    for (const text of [deep, '{"ignore":[{"code":"toc"},]}', '// 说明\n{}', '[]', '"toc"', '{"ignore":"toc"}']) {
      assert.equal(withSuppression(text, { code: 'wording/yinggai' }), undefined, text);
    }
  });

  it('is asked in time, where it has as many suppressions as a text has problems', () => {
    const problems = 30_000;
    const text = `某市供水条例\n${'第一条　应该供水。'.repeat(problems)}`;
    const words = Array.from({ length: problems }, (_, index) => ({ code: 'wording', text: `应${String(index)}` }));
    const { document } = fixture(text);
    const found = SuppressedProblems.of(document, [...words, { code: 'wording', text: '应该' }], CHECK_NAMES);
    const starts = [...text.matchAll(/应该/g)].map(({ index }) => index);
    const spans = starts.map((start) => ({ start, end: start + '应该'.length }));
    assert.ok(spans.every((span) => found?.isSuppressed({ code: 'wording/yinggai', span })));
    assert.ok(!spans.some((span) => found?.isSuppressed({ code: 'text/halfwidth', span })));
  });
});
