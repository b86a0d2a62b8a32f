import assert from 'node:assert/strict';
import path from 'node:path';
import type { Range } from 'vscode-languageserver';
import { CORPUS } from '../../server/src/corpus.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { json, tiaowen } from './commandLine.js';

interface FileRefs {
  file: string;
  refs: {
    range: Range;
    text: string;
    doc: string;
    targets: object[];
    range_end?: boolean;
    dangling?: boolean;
    resolved: { file: string; range: Range }[];
  }[];
}

const CITED = '某市供水条例\n第一条　供水单位应当保证水质。\n第二条　供水单位应当保证水压。\n';
const DRAFT = [
  '某市供水条例实施细则',
  '第一条　根据《某市供水条例》（以下简称《条例》），制定本细则。',
  '第二条　《条例》第一条至第二条规定的供水单位，应当遵守前条和第九条。',
  '第三条　违反《中华人民共和国水法》第三条的，依法处理。',
].join('\n');

describe('tiaowen refs', () => {
  const folder = new TemporaryFolder();

  it('prints every citation in text order, with what it points at', async () => {
    folder.write('细则.txt', DRAFT);
    folder.write('条例.txt', CITED);
    const [draft] = await json<FileRefs[]>(['refs', '细则.txt', '条例.txt', '--json'], folder.path);
    assert.equal(draft?.file, '细则.txt');
    assert.deepEqual(
      draft.refs.map(({ text, doc, targets, range_end, dangling, resolved }) => [
        text,
        doc,
        targets,
        ...(range_end ? ['range_end'] : []),
        ...(dangling ? ['dangling'] : []),
        ...resolved.map(({ file, range }) => `${file}:${String(range.start.line)}`),
      ]),
      [
        ['《某市供水条例》', '某市供水条例', [], '条例.txt:0'],
        ['《条例》', '某市供水条例', [], '条例.txt:0'],
        ['第一条', '某市供水条例', [{ article: '1' }], '条例.txt:1'],
        ['第二条', '某市供水条例', [{ article: '2' }], 'range_end', '条例.txt:2'],
        ['前条', 'self', [{ article: '1' }], '细则.txt:1'],
        ['第九条', 'self', [{ article: '9' }], 'dangling'],
        ['《中华人民共和国水法》', '中华人民共和国水法', []],
        ['第三条', '中华人民共和国水法', [{ article: '3' }]],
      ],
    );
    assert.deepEqual(draft.refs[2]?.range, { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } });
  });

  it('resolves to the version in force at the date of the citing text', async () => {
    folder.write('库/条例(2015-03-01).txt', CITED);
    folder.write('库/条例(2023-03-01).txt', CITED.replace('第二条', '第三条'));
    const draft = DRAFT.replace('\n', '\n（2018年6月1日公布）\n');
    folder.write('旧细则.txt', draft);
    folder.write('新细则.txt', draft.replace('2018', '2024'));
    folder.write('草案.txt', DRAFT);
    const all = await json<FileRefs[]>(
      ['refs', '旧细则.txt', '新细则.txt', '草案.txt', '--json', '--library', '库'],
      folder.path,
    );
    assert.deepEqual(
      all.map(({ refs }) =>
        refs
          .filter(({ doc }) => doc === '某市供水条例')
          .map(({ text, dangling, resolved: [place] }) =>
            dangling ? `${text}：无` : `${text}：${path.basename(place?.file ?? '')}`,
          ),
      ),
      [
        [
          '《某市供水条例》：条例(2015-03-01).txt',
          '《条例》：条例(2015-03-01).txt',
          '第一条：条例(2015-03-01).txt',
          '第二条：条例(2015-03-01).txt',
        ],
        ...Array.from({ length: 2 }, () => [
          '《某市供水条例》：条例(2023-03-01).txt',
          '《条例》：条例(2023-03-01).txt',
          '第一条：条例(2023-03-01).txt',
          '第二条：无',
        ]),
      ],
    );
  });

  it('resolves against the folders of --library, and names their files as it was given the folders', async () => {
    folder.write('草案/细则.txt', DRAFT);
    const cited = folder.write('库/地方/条例.txt', CITED);
    const library = path.join(folder.path, '库');
    for (const [given, from, name] of [
      ['库', '.', path.join('库', '地方', '条例.txt')],
      ['../库/', '草案', path.join('..', '库', '地方', '条例.txt')],
      [library, '.', cited],
    ] as const) {
      const text = path.relative(from, '草案/细则.txt');
      const args = ['refs', text, '--json', '--library', given];
      const [draft] = await json<FileRefs[]>(args, path.join(folder.path, from));
      assert.equal(draft?.refs[0]?.resolved[0]?.file, name);
    }
  });

  it('resolves against the bundled regulation, wherever it runs', async () => {
    const [regulation] = CORPUS;
    folder.write('细则.txt', '第一条　根据《内蒙古自治区促进边境地区高质量发展条例》第十二条，制定本细则。');
    const [draft] = await json<FileRefs[]>(['refs', '细则.txt', '--json'], folder.path);
    const file = path.resolve('corpus', regulation?.name ?? '');
    assert.deepEqual(
      draft?.refs.map(({ resolved }) => resolved[0]?.file),
      [file, file],
    );
  });

  it('prints a line for each citation without --json', async () => {
    folder.write('细则.txt', DRAFT);
    folder.write('条例.txt', CITED);
    const { stdout } = await tiaowen(['refs', '细则.txt', '--library', '.'], folder.path);
    assert.deepEqual(stdout.split('\n').slice(4, 8), [
      '细则.txt:3:28 前条 → 细则.txt:2:1',
      '细则.txt:3:31 第九条 → （所指不存在）',
      '细则.txt:4:7 《中华人民共和国水法》 → （没有所引文本）',
      '细则.txt:4:18 第三条 → （没有所引文本）',
    ]);
  });

  it('goes on with the other files where one is missing', async () => {
    folder.write('条例.txt', CITED);
    const { code, stdout, stderr } = await tiaowen(['refs', '没有.txt', '条例.txt', '--json'], folder.path);
    assert.equal(code, 2);
    assert.equal(stderr, 'tiaowen: 没有.txt：不存在\n');
    assert.deepEqual(JSON.parse(stdout), [{ file: '条例.txt', refs: [] }]);
  });
});
