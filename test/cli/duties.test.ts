import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { json, tiaowen } from './commandLine.js';

const TEXT = '某市供水条例\n第一条　供水单位应当供水。用户不得排水。\n第二条　本条例自公布之日起施行。\n';
const SILENT = { code: 0, stdout: '', stderr: '' };

describe('tiaowen duties', function () {
  // Many short runs of the command line.
  this.timeout(60_000);
  const folder = new TemporaryFolder();
  const read = (name: string): string => readFileSync(path.join(folder.path, name), 'utf8');

  it('prints the list as Markdown whose links lead to the file', async () => {
    folder.write('供水.txt', TEXT);
    const { code, stdout, stderr } = await tiaowen(['duties', '供水.txt'], folder.path);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /^# 责任清单：某市供水条例\n/);
    assert.ok(stdout.includes(`(${encodeURI('供水.txt')}#L2)`), stdout);
  });

  it('prints a table and JSON, of one subject if asked', async () => {
    folder.write('供水.txt', TEXT);
    const csv = await tiaowen(['duties', '供水.txt', '--format', 'csv', '--subject', '用户'], folder.path);
    assert.equal(
      csv.stdout,
      '\uFEFF条款,主体,主体出处,类别,用语,内容,原文,行\r\n第一条,用户,写明,禁止,不得,排水,用户不得排水,2\r\n',
    );
    const rows = await json(['duties', '供水.txt', '--format', 'json', '--subject', '供水'], folder.path);
    assert.deepEqual(rows, [
      {
        provision: '第一条',
        subject: '供水单位',
        source: 'written',
        kind: 'duty',
        modal: '应当',
        action: '供水',
        text: '供水单位应当供水',
        range: { start: { line: 1, character: 4 }, end: { line: 1, character: 12 } },
      },
    ]);
  });

  it('writes a file in the format of its extension, whole or of one subject', async () => {
    folder.write('供水.txt', TEXT);
    folder.write('清单/有.txt', '');
    for (const out of ['清单.csv', '清单.DOCX', '清单/清单.md', '清单.json']) {
      assert.deepEqual(await tiaowen(['duties', '供水.txt', '--out', out], folder.path), SILENT, out);
    }
    assert.match(read('清单.csv'), /^\uFEFF条款,[^]*第二条,,,无/);
    assert.ok(read('清单/清单.md').includes(`(../${encodeURI('供水.txt')}#L2)`));
    assert.equal((JSON.parse(read('清单.json')) as unknown[]).length, 2);
    assert.deepEqual(await tiaowen(['duties', '供水.txt', '-o', '二.docx', '--subject', '用户'], folder.path), SILENT);
    for (const [file, has] of [
      ['清单.DOCX', true],
      ['二.docx', false],
    ] as const) {
      assert.deepEqual(await tiaowen(['convert', file, '回.txt'], folder.path), SILENT);
      assert.equal(read('回.txt').includes('供水单位\t应当\t供水'), has, file);
      assert.ok(read('回.txt').includes('用户\t不得\t排水'), file);
    }
  });

  it('says what is wrong with its usage, and where', async () => {
    folder.write('供水.txt', TEXT);
    for (const [args, said] of [
      [['供水.txt', '--format', 'xls'], '选项 --format 的值 xls 不可用，应为 md、csv、docx、json'],
      [['供水.txt', '--format', 'docx'], 'Word 文档不能输出到终端，请用 --out 写明文件'],
      [['供水.txt', '--out', '清单.xls'], '清单.xls：扩展名应为 .md、.csv、.docx、.json，或者用 --format 写明格式'],
      [['供水.txt', '--out', './供水.txt', '--format', 'md'], './供水.txt：与输入是同一个文件，不予覆盖'],
      [['没有.txt'], '没有.txt：不存在'],
      [['.'], '.：是文件夹，这里需要文件'],
      [['供水.txt', '-o', '没有/清单.csv'], '没有/清单.csv：无法写入（ENOENT）'],
    ] as const) {
      const { code, stdout, stderr } = await tiaowen(['duties', ...args], folder.path);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: `tiaowen: ${said}\n` });
    }
    assert.equal(existsSync(path.join(folder.path, '清单.xls')), false);
    assert.equal(read('供水.txt'), TEXT);
  });
});
