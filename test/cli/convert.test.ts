import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { tiaowen } from './commandLine.js';

const TEXT = '某市供水条例\n第一条　依照本条例第二条第一款办理。\n第二条　甲。\n';

describe('tiaowen convert', () => {
  const folder = new TemporaryFolder();

  it('writes Akoma Ntoso and reads it back', async () => {
    const file = folder.write('供水条例.txt', TEXT);
    const xml = path.join(path.dirname(file), '供水条例.akn');
    const back = path.join(path.dirname(file), '又.txt');
    assert.deepEqual(await tiaowen(['convert', file, xml]), { code: 0, stdout: '', stderr: '' });
    assert.match(readFileSync(xml, 'utf8'), /<ref href="#art_2__para_1">第二条第一款<\/ref>/);
    assert.deepEqual(await tiaowen(['convert', xml, back]), { code: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(back, 'utf8'), TEXT);
  });

  it('writes HTML, and says that it is not read', async () => {
    const file = folder.write('供水条例.txt', TEXT);
    const page = path.join(path.dirname(file), '供水条例.html');
    assert.equal((await tiaowen(['convert', file, page])).code, 0);
    assert.match(readFileSync(page, 'utf8'), /^<!DOCTYPE html>/);
    const { code, stderr } = await tiaowen(['convert', page, `${page}.txt`]);
    assert.deepEqual([code, stderr], [2, `tiaowen: ${page}：这种格式只能写出，不能读取\n`]);
  });

  it('says what is no Akoma Ntoso', async () => {
    const file = folder.write('坏.xml', '<a/>');
    const { code, stderr } = await tiaowen(['convert', file, `${file}.txt`]);
    assert.deepEqual([code, stderr], [2, `tiaowen: ${file}：不是 Akoma Ntoso 3.0 文档，或者已经损坏\n`]);
  });
});
