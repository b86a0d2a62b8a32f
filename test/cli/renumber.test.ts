import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { tiaowen } from './commandLine.js';

const TEXT = '某市试验条例\r\n第一条　甲。\r\n第×条　新。\r\n第二条　依照前条、第一条办理。\r\n';
const RIGHT = '某市试验条例\r\n第一条　甲。\r\n第二条　新。\r\n第三条　依照本条例第一条、第一条办理。\r\n';

describe('tiaowen renumber', () => {
  const folder = new TemporaryFolder();

  it('prints the text with its numbers and citations right, and leaves the file alone', async () => {
    const file = folder.write('条例.txt', TEXT);
    assert.deepEqual(await tiaowen(['renumber', file]), { code: 0, stdout: RIGHT, stderr: '' });
    assert.equal(readFileSync(file, 'utf8'), TEXT);
  });

  for (const [encoding, mark] of [
    ['utf8', ''],
    ['utf8', '\ufeff'],
    ['utf16le', '\ufeff'],
    ['gb18030', ''],
  ] as const) {
    it(`writes the file as it was encoded: ${encoding}${mark ? ' with a byte order mark' : ''}`, async () => {
      const file = folder.write('条例.txt', iconv.encode(mark + TEXT, encoding));
      assert.deepEqual(await tiaowen(['renumber', '--write', file]), { code: 0, stdout: '', stderr: '' });
      assert.deepEqual(readFileSync(file), iconv.encode(mark + RIGHT, encoding));
    });
  }

  it('renumbers several files as one workspace', async () => {
    const law = folder.write('条例.txt', TEXT);
    const rules = folder.write('细则.txt', '某市试验条例实施细则\n第一条　根据《某市试验条例》第二条制定。\n');
    const { code, stderr } = await tiaowen(['renumber', '--write', law, rules]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(readFileSync(rules, 'utf8'), /《某市试验条例》第三条制定/);
  });

  it('refuses where two articles have a number that is cited, and says where', async () => {
    const file = folder.write('条例.txt', '某市试验条例\n第一条　甲。\n第一条　乙。\n第二条　依照第一条办理。\n');
    const { code, stdout, stderr } = await tiaowen(['renumber', '--write', file]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /条例\.txt:4:7：“第一条”可能指两个第一条中的任何一个/);
    assert.match(stderr, /没有整理/);
    assert.match(readFileSync(file, 'utf8'), /第一条　乙/);
  });

  it('never edits a text of the library, and says what cites the provisions there', async () => {
    const file = folder.write('条例.txt', TEXT);
    const other = folder.write('库/细则.txt', '某市试验条例实施细则\n第一条　根据《某市试验条例》第二条制定。\n');
    const { code, stderr } = await tiaowen(['renumber', '--write', '--library', `${folder.path}/库`, file]);
    assert.equal(code, 1);
    assert.match(stderr, /细则\.txt:2:15：“第二条”现应指第三条，但所在文本不能改动/);
    assert.match(readFileSync(other, 'utf8'), /第二条制定/);
  });

  it('names a file that it cannot read, and goes on', async () => {
    const file = folder.write('条例.txt', TEXT);
    const { code, stdout, stderr } = await tiaowen(['renumber', file, `${folder.path}/没有.txt`]);
    assert.deepEqual([code, stdout], [2, RIGHT]);
    assert.match(stderr, /没有\.txt/);
  });

  it('prints its edits and reports as JSON', async () => {
    const file = folder.write('条例.txt', TEXT);
    const { stdout } = await tiaowen(['renumber', '--json', file]);
    const [result] = JSON.parse(stdout) as { file: string; text: string; edits: unknown[]; reports: unknown[] }[];
    assert.equal(result?.text, RIGHT);
    assert.deepEqual(result?.edits[0], {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
      newText: '第二条',
    });
    assert.deepEqual(result?.reports, []);
  });
});
