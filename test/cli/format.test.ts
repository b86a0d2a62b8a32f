import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { tiaowen } from './commandLine.js';

const BEFORE = '某市供水条例\r\n第一条 甲:\r\n(一)乙。 \r\n';
const AFTER = '某市供水条例\r\n第一条　甲：\r\n（一）乙。\r\n';

describe('tiaowen format', () => {
  const folder = new TemporaryFolder();

  it('prints the text', async () => {
    const file = folder.write('供水条例.txt', BEFORE);
    assert.deepEqual(await tiaowen(['format', file]), { code: 0, stdout: AFTER, stderr: '' });
    assert.equal(readFileSync(file, 'utf8'), BEFORE);
  });

  it('--check names the files that would change, and changes none', async () => {
    const wrong = folder.write('供水条例.txt', BEFORE);
    const right = folder.write('排水条例.txt', AFTER);
    const { code, stdout } = await tiaowen(['format', '--check', wrong, right]);
    assert.deepEqual([code, stdout], [1, `${wrong}：版式需要改动\n`]);
    assert.equal(readFileSync(wrong, 'utf8'), BEFORE);
    assert.equal((await tiaowen(['format', '--check', right])).code, 0);
  });

  it('--write writes the files, in their encoding', async () => {
    // 供水条例 / 第一条 甲
    const file = folder.write('供水条例.txt', Buffer.from('b9a9cbaeccf5c0fd0ab5dad2bbccf520bcd7a1a3', 'hex'));
    assert.deepEqual(await tiaowen(['format', '--write', file]), { code: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(file).toString('hex'), 'b9a9cbaeccf5c0fd0ab5dad2bbccf5a1a1bcd7a1a3');
  });

  it('takes the options that the settings have', async () => {
    const file = folder.write('供水条例.txt', '第一章　总　　则\n第一条 甲。');
    const { stdout } = await tiaowen(['format', '--indent', 'two', '--headings', 'kept', '--no-contents', file]);
    assert.equal(stdout, '第一章　总　　则\n　　第一条　甲。');
  });

  it('refuses what is wrong usage, and goes on behind a file that is not there', async () => {
    const file = folder.write('供水条例.txt', BEFORE);
    assert.equal((await tiaowen(['format', '--write', '--check', file])).code, 2);
    assert.equal((await tiaowen(['format', '--indent', 'four', file])).code, 2);
    assert.equal((await tiaowen(['format'])).code, 2);
    const { code, stdout, stderr } = await tiaowen(['format', '--check', `${file}.missing`, file]);
    assert.deepEqual([code, stdout], [2, `${file}：版式需要改动\n`]);
    assert.match(stderr, /missing/);
  });
});
