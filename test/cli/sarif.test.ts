import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { tiaowen } from './commandLine.js';

/** The schema of SARIF 2.1.0, as OASIS published it. */
const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** Has a number in another form, which has a fix, a gap, and a list that begins at （二）. */
const FAULTY = '某市供水条例\n第一条　供水。\n第二条　供水。\n第一十条　供水：\n（二）水质；\n（三）水压。\n';
const FINE = '某市排水条例\n第一条　排水单位应当遵守本条例。\n第二条　本条例自2020年1月1日起施行。\n';

describe('tiaowen check --format sarif', function () {
  // Many short runs of the command line.
  this.timeout(60_000);
  const folder = new TemporaryFolder();
  // One of its patterns is none in the mode for Unicode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

  /** Runs the check, and reads its log, which has to be valid. */
  async function logOf(
    ...args: string[]
  ): Promise<{ log: Log; results: Result[]; code: number | null; stderr: string }> {
    const { code, stdout, stderr } = await tiaowen(['check', '--format', 'sarif', ...args], folder.path);
    const log = JSON.parse(stdout) as Log;
    assert.ok(isValid(log), JSON.stringify(isValid.errors, undefined, 1));
    return { log, results: log.runs[0]?.results ?? [], code, stderr };
  }

  const urisOf = (results: readonly Result[]): (string | undefined)[] => [
    ...new Set(results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)),
  ];

  it('is told from what is not SARIF', () => {
    assert.ok(!isValid({ version: '2.1.0', runs: [{ results: [] }] }));
    const uri = '供 水.txt';
    const results = [{ message: { text: '甲' }, locations: [{ physicalLocation: { artifactLocation: { uri } } }] }];
    assert.ok(!isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: '乙' } }, results }] }));
  });

  it('is valid without findings, and without texts', async () => {
    folder.write('排水.txt', FINE);
    folder.write('空.txt', '');
    folder.write('无/表.csv', '');
    assert.deepEqual((await logOf('排水.txt', '空.txt')).results, []);
    assert.deepEqual((await logOf('无')).results, []);
  });

  it('is valid with findings and fixes, in both languages', async () => {
    folder.write('供水.txt', FAULTY);
    for (const lang of ['zh', 'en']) {
      const { results, code } = await logOf('供水.txt', '--lang', lang);
      assert.equal(code, 1);
      const { fixes } = results.find(({ ruleId }) => ruleId === 'numbering/non-canonical') ?? {};
      const [change] = fixes?.[0]?.artifactChanges ?? [];
      assert.deepEqual(change?.replacements[0]?.deletedRegion, {
        startLine: 4,
        startColumn: 2,
        endLine: 4,
        endColumn: 4,
      });
      assert.match(change.replacements[0]?.insertedContent?.text ?? '', /十/);
    }
  });

  it('is valid for several files, in folders, with Chinese, spaces and signs in their names', async () => {
    const names = ['法 规/供水 100%.txt', '法 规/地方#1/排水?.txt', '法 规/[旧]^供“热”.md'];
    for (const name of names) folder.write(name, FAULTY);
    const { results } = await logOf('法 规');
    const files = urisOf(results).map((uri) => decodeURIComponent(uri ?? ''));
    assert.deepEqual(files.sort(), [...names].sort());
    const absolute = await logOf(path.join(folder.path, names[0] ?? ''));
    assert.match(urisOf(absolute.results)[0] ?? '', /^file:\/\/\/.*%20100%25\.txt$/);
  });

  it('is valid for a file above the working directory', async () => {
    folder.write('上.txt', FAULTY);
    folder.write('下/空.txt', '');
    const { stdout } = await tiaowen(
      ['check', '--format', 'sarif', path.join('..', '上.txt')],
      path.join(folder.path, '下'),
    );
    const log = JSON.parse(stdout) as Log;
    assert.ok(isValid(log), JSON.stringify(isValid.errors));
    assert.deepEqual(urisOf(log.runs[0]?.results ?? []), [`../${encodeURIComponent('上.txt')}`]);
  });

  it('is valid where a configuration has errors, and where a file cannot be read', async () => {
    folder.write('.tiaowen.json', '{ "severity": { "numbering/gap": "fatal" }, "profile": 3 }');
    folder.write('供水.txt', FAULTY);
    const wrong = await logOf('供水.txt');
    assert.match(wrong.stderr, /\.tiaowen\.json：/);
    assert.ok(wrong.results.length > 0);
    folder.write('.tiaowen.json', '{');
    assert.match((await logOf('供水.txt')).stderr, /\.tiaowen\.json：/);
    const missing = await logOf('供水.txt', '没有.txt');
    assert.equal(missing.code, 2);
    assert.ok(missing.results.length > 0);
  });
});
