import assert from 'node:assert/strict';
import type { Outline, OutlineNode } from '../../server/src/features/outline.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { json, tiaowen } from './commandLine.js';

const LAW = [
  '某市供水条例',
  '（2020年1月1日某市人民代表大会常务委员会通过）',
  '第一章　总　　则',
  '第一条　为了加强供水管理，制定本条例。',
  '第二条　供水单位应当：',
  '（一）保证水质；',
  '（二）保证水压。',
  '供水单位不得停水。',
  '附件',
  '收费标准',
].join('\r\n');

describe('tiaowen outline', () => {
  const folder = new TemporaryFolder();

  it('prints the structure as JSON', async () => {
    folder.write('供水.txt', LAW);
    const outline = await json<Outline>(['outline', '供水.txt', '--json'], folder.path);
    assert.equal(outline.title, '某市供水条例');
    assert.deepEqual(outline.notes, ['（2020年1月1日某市人民代表大会常务委员会通过）']);
    assert.deepEqual(outline.children.map(shown), [
      {
        'chapter 1 第一章 总则': [
          { 'article 1 第一条': [{ 'paragraph 1 第一款': [] }] },
          {
            'article 2 第二条': [
              { 'paragraph 1 第一款': [{ 'item 1 （一）': [] }, { 'item 2 （二）': [] }] },
              { 'paragraph 2 第二款': [] },
            ],
          },
        ],
      },
    ]);
    assert.equal(outline.annexes[0]?.kind, 'annex');
    const article = outline.children[0]?.children[1];
    assert.deepEqual(article?.range, { start: { line: 4, character: 0 }, end: { line: 7, character: 9 } });
    assert.deepEqual(article?.selectionRange, { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } });
  });

  it('prints it for people without --json', async () => {
    folder.write('供水.txt', LAW);
    const { code, stdout } = await tiaowen(['outline', '供水.txt'], folder.path);
    assert.equal(code, 0);
    assert.deepEqual(stdout.split('\n').slice(0, 5), [
      '某市供水条例',
      '（2020年1月1日某市人民代表大会常务委员会通过）',
      '第一章 总则',
      '  第一条　为了加强供水管理，制定本条例。',
      '  第二条　供水单位应当：',
    ]);
  });

  it('gives an empty outline of an empty file', async () => {
    folder.write('空.txt', '');
    assert.deepEqual(await json(['outline', '空.txt', '--json'], folder.path), {
      title: '',
      notes: [],
      children: [],
      annexes: [],
    });
  });

  const encodings: [name: string, bytes: Buffer][] = [
    ['gb18030', Buffer.from('b5dad2bbccf5a1a1b9a9cbaea1a3', 'hex')],
    ['utf-16le', Buffer.from('第一条　供水。', 'utf16le')],
    ['utf-16be', Buffer.from('第一条　供水。', 'utf16le').swap16()],
    ['utf-8', Buffer.from('第一条　供水。')],
  ];
  for (const [encoding, bytes] of encodings) {
    it(`reads ${encoding} when told to`, async () => {
      folder.write('供水.txt', bytes);
      const { children } = await json<Outline>(['outline', '供水.txt', '--json', '--encoding', encoding], folder.path);
      assert.equal(children[0]?.label, '第一条');
    });
  }
});

function shown({ kind, number, label, heading, children }: OutlineNode): object {
  const name = [kind, number, label, heading].filter((part) => part !== undefined).join(' ');
  return { [name]: children.map(shown) };
}
