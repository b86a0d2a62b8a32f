import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { tiaowen } from './commandLine.js';

const FINE = '某市排水条例\n第一条　排水单位应当遵守本条例。\n第二条　本条例自2020年1月1日起施行。\n';
const FAULTY = '某市供水条例\n第一条　供水。\n第三条　排水。\n';

/** A folder that somebody has sent, which is to be checked. */
describe('a folder that nobody trusts', () => {
  const folder = new TemporaryFolder();
  const inFolder = (...names: string[]): string => path.join(folder.path, ...names);

  it('holds links that lead out of it: they are not followed, which is said', async () => {
    folder.write('外/某市机密条例.txt', FAULTY);
    folder.write('稿/某市排水条例.txt', FINE);
    symlinkSync(inFolder('外', '某市机密条例.txt'), inFolder('稿', '某市机密条例.txt'));
    symlinkSync(inFolder('稿', '某市排水条例.txt'), inFolder('稿', '又名.txt'));
    const { code, stdout, stderr } = await tiaowen(['check', '.', '--format', 'json'], inFolder('稿'));
    const files = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
    assert.deepEqual(files.sort(), ['又名.txt', '某市排水条例.txt'].sort());
    assert.match(stderr, /某市机密条例\.txt：在工作区和条文库文件夹之外/);
    assert.equal(code, 2);
    const named = await tiaowen(['check', inFolder('稿', '某市机密条例.txt')], inFolder('稿'));
    assert.match(named.stdout, /numbering\/gap/);
  });

  it('holds a .tiaowen.json that is no file, or another one by a link: it says nothing', async () => {
    const file = folder.write('甲/某市供水条例.txt', FAULTY);
    folder.write('外/密码.json', '{"password": 1');
    symlinkSync(inFolder('外', '密码.json'), inFolder('甲', '.tiaowen.json'));
    const linked = await tiaowen(['check', file]);
    assert.match(linked.stdout, /numbering\/gap/);
    assert.equal(linked.stderr, '');
    const other = folder.write('乙/某市供水条例.txt', FAULTY);
    if (process.platform !== 'win32') execFileSync('mkfifo', [inFolder('乙', '.tiaowen.json')]);
    const piped = await tiaowen(['check', other]);
    assert.match(piped.stdout, /numbering\/gap/);
  });

  it('holds a .tiaowen.json that has no end, or no depth: it is refused in a few lines', async function () {
    this.timeout(60_000);
    const file = folder.write('某市供水条例.txt', FAULTY);
    for (const [config, said] of [
      [
        `{"ignore":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        /\.tiaowen\.json：过长（超过 1000000 个字符）或者嵌套过深/,
      ],
      [`{"ignore":[${'{},'.repeat(400_000)}{}]}`, /\.tiaowen\.json：过长/],
      [`{"ignore":[${'{},'.repeat(100_000)}{}]}`, /还有其他不可用之处/],
      [`{"${'长'.repeat(100_000)}":1}`, /没有“长{100}…”这一项/],
    ] as const) {
      folder.write('.tiaowen.json', config);
      const { code, stdout, stderr } = await tiaowen(['check', file]);
      assert.match(stdout, /numbering\/gap/);
      assert.match(stderr, said);
      assert.ok(stderr.length < 5000);
      assert.equal(code, 1);
    }
  });

  it('says what terminals obey: none of it reaches a terminal', async function () {
    this.timeout(60_000);
    const obeyed = '\u001b]0;甲\u0007\u001b[2J\u009b31m\u202e';
    const file = folder.write(
      '\u001b[31m红.txt',
      FAULTY.replace('供水条例', `供水${obeyed}条例`).replace('排水。', `依照第九条${obeyed}。`),
    );
    folder.write('密.txt', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 1]));
    for (const args of [
      ['check', file],
      ['outline', file],
      ['refs', file],
      ['check', '--report', 'duties', file],
      ['check', `${file}${obeyed}`],
    ]) {
      const { stdout, stderr } = await tiaowen(args);
      assert.doesNotMatch(stdout + stderr, /[\u0007\u001b\u009b\u202e]/, args.join(' '));
      assert.match(stdout + stderr, /\ufffd/, args.join(' '));
    }
  });
});
