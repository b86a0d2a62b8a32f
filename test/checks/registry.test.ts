import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Check } from '../../server/src/checks/check.js';
import { CHECKS, runChecks, severitiesOf } from '../../server/src/checks/registry.js';
import { fixture } from '../support/fixture.js';

const TEXT = '条例\n第一条 甲[bookmark: _GoBack]。\n第三条 依照本条例第九条执行。';

describe('the registry of checks', () => {
  it('has every check once, named by group and rule', () => {
    const codes = CHECKS.map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], codes);
    for (const code of codes) assert.match(code, /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('has the checks that the settings name, and no others', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { properties?: Record<string, unknown> }> } };
    };
    const named = manifest.contributes.configuration.properties['tiaowen.checks.severity']?.properties ?? {};
    assert.deepEqual(
      Object.keys(named)
        .filter((name) => name.includes('/'))
        .sort(),
      CHECKS.map(({ code }) => code).sort(),
    );
  });

  it('describes every check in both languages', () => {
    for (const { description } of CHECKS) {
      assert.match(description.zh, /[\u4e00-\u9fff].*。$/);
      assert.match(description.en, /^(?:[A-Z]|[\u4e00-\u9fff]).*\.$/);
    }
  });
});

describe('runChecks', () => {
  it('gives the findings of all checks by their place', () => {
    const found = runChecks(fixture(TEXT));
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [
        ['text/residue', 'warning'],
        ['numbering/gap', 'error'],
        ['citation/dangling', 'error'],
      ],
    );
  });

  it('takes the severities of settings, by code before group', () => {
    const severityOf = severitiesOf({
      numbering: 'hint',
      'numbering/gap': 'information',
      citation: 'off',
      text: 'error',
    });
    assert.deepEqual(
      runChecks(fixture(TEXT), { severityOf }).map(({ code, severity }) => [code, severity]),
      [
        ['text/residue', 'error'],
        ['numbering/gap', 'information'],
      ],
    );
  });

  const failing: Check = {
    code: 'test/failing',
    severity: 'hint',
    description: { zh: '出错。', en: 'Fails.' },
    *run() {
      yield { span: { start: 0, end: 2 }, message: { zh: '先找到的', en: 'Found before' } };
      throw new Error('broken');
    },
  };

  it('gives what a check throws to the caller, and goes on', () => {
    const errors: unknown[] = [];
    const found = runChecks(fixture(TEXT), {
      onError: (error, { code }) => errors.push([code, (error as Error).message]),
      checks: [failing, ...CHECKS],
    });
    assert.deepEqual(errors, [['test/failing', 'broken']]);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['test/failing', 'text/residue', 'numbering/gap', 'citation/dangling'],
    );
  });

  it('throws where nobody takes the error', () => {
    assert.throws(() => runChecks(fixture(TEXT), { checks: [failing] }), /broken/);
  });
});
