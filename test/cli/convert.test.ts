import assert from 'node:assert/strict';
import { existsSync, linkSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { paragraph, run, word } from '../support/word.js';
import { tiaowen } from './commandLine.js';

const TEXT = '某市供水条例\n第一条　供水。\n第二条　排水。\n';
const CITING = '某市供水条例\n第一条　依照本条例第二条第一款办理。\n第二条　甲。\n';
const SILENT = { code: 0, stdout: '', stderr: '' };

describe('tiaowen convert', function () {
  // Many short runs of the command line.
  this.timeout(60_000);
  const folder = new TemporaryFolder();

  it('converts by the extensions: text to Word, to Markdown, and back to text', async () => {
    folder.write('供水.txt', TEXT);
    for (const [from, to] of [
      ['供水.txt', '供水.docx'],
      ['供水.docx', '供水.MD'],
      ['供水.MD', '再来.docx'],
      ['再来.docx', '再来.txt'],
    ] as const) {
      assert.deepEqual(await tiaowen(['convert', from, to], folder.path), SILENT, to);
    }
    assert.equal(readFileSync(path.join(folder.path, '再来.txt'), 'utf8'), TEXT);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('reads and writes texts in the encoding given', async () => {
    const file = folder.write('供水.docx', word(TEXT));
    const output = path.join(folder.path, '供水.txt');
    assert.deepEqual(await tiaowen(['convert', '--encoding', 'gb18030', file, output]), SILENT);
    assert.equal(new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(output)), TEXT);
    const other = path.join(folder.path, '供水.fagui');
    assert.deepEqual(await tiaowen(['convert', output, other]), SILENT);
    assert.equal(readFileSync(other, 'utf8'), TEXT);
  });

  it('says what of a Word document is not in the text: tracked changes, notes and comments', async () => {
    const body =
      paragraph(run('第一条　供') + `<w:del w:id="1"><w:r><w:delText>热</w:delText></w:r></w:del>` + run('水。')) +
      paragraph(run('第二条　排水') + '<w:r><w:commentReference w:id="3"/></w:r>');
    const comments = `<w:comment w:id="3" w:author="张三">${paragraph(run('漏了'))}${paragraph(run('用水'))}</w:comment>`;
    const file = folder.write('a.docx', word({ body, comments }));
    const output = path.join(folder.path, 'a.txt');
    const accepted = await tiaowen(['convert', file, output]);
    assert.deepEqual(accepted, {
      code: 0,
      stdout: '',
      stderr: `tiaowen: ${file}：有 1 处修订，已接受\ntiaowen: ${file}：第二条批注（张三）：漏了 用水\n`,
    });
    assert.equal(readFileSync(output, 'utf8'), '第一条　供水。\n第二条　排水\n');
    assert.match((await tiaowen(['convert', '--changes', 'rejected', file, output])).stderr, /已拒绝/);
    assert.equal(readFileSync(output, 'utf8'), '第一条　供热水。\n第二条　排水\n');
  });

  it('never overwrites its input', async () => {
    const file = folder.write('供水.txt', TEXT);
    const link = path.join(folder.path, 'link.md');
    linkSync(file, link);
    for (const output of [file, path.join(folder.path, '.', 'x', '..', '供水.txt'), link]) {
      const { code, stderr } = await tiaowen(['convert', file, output]);
      assert.deepEqual([code, stderr], [2, `tiaowen: ${output}：与输入是同一个文件，不予覆盖\n`]);
    }
    assert.equal(readFileSync(file, 'utf8'), TEXT);
  });

  it('says which file is wrong and why, and writes nothing', async () => {
    folder.write('供水.txt', TEXT);
    folder.write('假.docx', TEXT);
    folder.write('旧.docx', Buffer.from('d0cf11e0a1b11ae100', 'hex'));
    folder.write('夹.txt/a', '');
    const formats = '\\.docx、\\.txt、\\.fagui、\\.md、\\.akn';
    for (const [input, output, message] of [
      ['没有.docx', 'a.txt', /^tiaowen: 没有\.docx：不存在\n$/],
      ['假.docx', 'a.txt', /^tiaowen: 假\.docx：不是 Word 文档（\.docx），或者已经损坏\n$/],
      ['旧.docx', 'a.txt', /^tiaowen: 旧\.docx：是旧版 Word（\.doc）或者加密的文件/],
      ['供水.txt', '没有/a.docx', /^tiaowen: 没有\/a\.docx：无法写入（ENOENT）\n$/],
      ['供水.txt', '夹.txt', /^tiaowen: 夹\.txt：是文件夹，这里需要文件\n$/],
      ['供水.txt', 'a.pdf', new RegExp(`^tiaowen: a\\.pdf：不能转换扩展名为 \\.pdf 的文件，应为 .*${formats}`)],
      ['供水', 'a.docx', /^tiaowen: 供水：不能转换没有扩展名的文件/],
    ] as const) {
      const { code, stdout, stderr } = await tiaowen(['convert', input, output], folder.path);
      assert.deepEqual([code, stdout], [2, ''], input);
      assert.match(stderr, message);
    }
    assert.equal(existsSync(path.join(folder.path, 'a.txt')), false);
    assert.equal((await tiaowen(['convert', '供水.txt'], folder.path)).code, 2);
    assert.equal((await tiaowen(['convert', '--changes', 'all', '供水.txt', 'a.md'], folder.path)).code, 2);
  });

  it('writes Akoma Ntoso and reads it back', async () => {
    const file = folder.write('供水条例.txt', CITING);
    const xml = path.join(path.dirname(file), '供水条例.akn');
    const back = path.join(path.dirname(file), '又.txt');
    assert.deepEqual(await tiaowen(['convert', file, xml]), { code: 0, stdout: '', stderr: '' });
    assert.match(readFileSync(xml, 'utf8'), /<ref href="#art_2__para_1">第二条第一款<\/ref>/);
    assert.deepEqual(await tiaowen(['convert', xml, back]), { code: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(back, 'utf8'), CITING);
  });

  it('writes HTML, and says that it is not read', async () => {
    const file = folder.write('供水条例.txt', CITING);
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
