import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fileName, isRegulationFile, isTextFile, isWordFile } from '../../server/src/library/files.js';
import { NodeFiles } from '../../server/src/library/node/files.js';
import { readText } from '../../server/src/library/readText.js';
import type { UnreadableError } from '../../server/src/library/unreadable.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { word } from '../support/word.js';

describe('files', () => {
  describe('of a workspace are regulations by their names', () => {
    for (const name of [
      '某市供水条例.txt',
      '草案.law.txt',
      '草案.fagui',
      '民法典.md',
      '实施细则（草案）.TXT',
      '某市供水条例.docx',
    ]) {
      it(name, () => assert.ok(isRegulationFile(`file:///${encodeURIComponent(name)}`)));
    }
    for (const name of ['README.md', '会议记录.txt', '会议记录.docx', '某市供水条例.doc']) {
      it(`not ${name}`, () => assert.ok(!isRegulationFile(`file:///${encodeURIComponent(name)}`)));
    }
  });

  it('may hold text by their extension, but for what Word keeps beside a document', () => {
    const texts = ['甲.txt', '甲.FAGUI', '甲.md', '甲.docx', '~$甲.docx', '甲.doc', '甲.pdf'].map(encodeURIComponent);
    assert.deepEqual(texts.map(isTextFile), [true, true, true, true, false, false, false]);
    assert.deepEqual(texts.map(isWordFile), [false, false, false, true, true, false, false]);
  });

  it('have the name that their URI ends with', () => {
    assert.equal(fileName('file:///a/%E6%B3%95.txt'), '法.txt');
    assert.equal(fileName('file:///a/100%.txt'), '100%.txt');
    assert.equal(fileName('untitled:草案.law.txt'), '草案.law.txt');
    assert.equal(fileName('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(fileName('tiaowen-corpus:/%E6%9D%A1%E4%BE%8B.txt'), '条例.txt');
    assert.equal(fileName('file:///a/第1:2号.txt'), '第1:2号.txt');
    assert.equal(fileName('file:///a/%E6%B3%95%20%E8%A7%84.txt'), '法 规.txt');
    assert.equal(fileName('memfs:/%E6%B3%95.txt'), '法.txt');
    assert.equal(fileName('file:///a/10:30.txt'), '10:30.txt');
  });

  describe('of this machine', () => {
    const folder = new TemporaryFolder();
    let unreadable: string[] = [];
    const files = new NodeFiles((uri, { kind }) => unreadable.push(`${nameBelow(uri)} ${kind}`));
    const nameBelow = (uri: string): string => path.relative(folder.path, fileURLToPath(uri));
    const uri = (name: string): string => pathToFileURL(path.join(folder.path, name)).href;

    beforeEach(() => (unreadable = []));

    it('are listed by their extensions, folder by folder', async () => {
      for (const name of ['乙.txt', '甲.TXT', '表.csv', '下/丙.md', '.git/丁.txt', 'node_modules/戊.txt']) {
        folder.write(name, '');
      }
      symlinkSync(path.join(folder.path, '表.csv'), path.join(folder.path, '连接.txt'));
      symlinkSync(folder.path, path.join(folder.path, '循环'));
      symlinkSync(path.join(folder.path, '没有'), path.join(folder.path, '断开.txt'));
      const found = (await files.list(uri(''), ['.txt', '.md'])).map(nameBelow);
      assert.deepEqual(found.sort(), ['乙.txt', '甲.TXT', '连接.txt', path.join('下', '丙.md')].sort());
      assert.deepEqual(await files.list(uri('循环'), ['.txt'], true), []);
      assert.equal((await files.list(uri('循环'), ['.md'])).length, 1);
      assert.deepEqual(unreadable, []);
    });

    it('are none where there is no folder, which is told', async () => {
      folder.write('甲.txt', '');
      assert.deepEqual(await files.list(uri('没有'), ['.txt']), []);
      assert.deepEqual(await files.list(uri('甲.txt'), ['.txt']), []);
      assert.deepEqual(unreadable, ['没有 missing', '甲.txt not-a-folder']);
    });

    it('are read and decoded', async () => {
      folder.write('供水 100%.txt', Buffer.from('b5dad2bbccf5a1a1b9a9cbaea1a3', 'hex'));
      assert.equal(await readText(files, uri('供水 100%.txt'), 'auto'), '第一条　供水。');
      assert.equal(await readText(files, uri('供水 100%.txt'), 'gb18030'), '第一条　供水。');
    });

    it('are read as Word documents by their extension, whatever the encoding', async () => {
      folder.write('供水.DOCX', word('第一条　供水。'));
      assert.equal(await readText(files, uri('供水.DOCX'), 'gb18030'), '第一条　供水。');
    });

    const refused: [name: string, kind: string][] = [
      ['没有.txt', 'missing'],
      ['甲.txt/乙.txt', 'missing'],
      ['下', 'folder'],
      ['图.txt', 'undecodable'],
      ['图.docx', 'damaged-word'],
    ];
    for (const [name, kind] of refused) {
      it(`are refused with the reason: ${name} ${kind}`, async () => {
        folder.write('甲.txt', '');
        folder.write('下/乙.txt', '');
        folder.write('图.docx', '第一条');
        folder.write('图.txt', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'));
        await assert.rejects(readText(files, uri(name), 'auto'), ({ kind: actual, reason }: UnreadableError) => {
          assert.equal(actual, kind);
          assert.ok(reason.zh && reason.en);
          return true;
        });
      });
    }
  });
});
