import assert from 'node:assert/strict';
import { citationsOf } from '../../server/src/citations/citations.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';

/**
 * Texts made to be slow. Each is read at 1 MB: a step that is not linear would take hours there, so that it ends within
 * the time a test may take is the proof; how long it takes is not judged.
 */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'a line of citations': (n) => `第一条　${'根据《中华人民共和国土地管理法》第三条第二款，'.repeat(n / 23)}`,
  'headings only': (n) =>
    Array.from({ length: n / 8 }, (_, index) => `第${'一二三四五六七八九'[index % 9] ?? ''}章 总则`).join('\n'),
  'first articles only': (n) => '第一条 甲\n'.repeat(n / 6),
  'titles and first articles': (n) => '某某条例\n第一条 甲\n'.repeat(n / 11),
  'open brackets': (n) => `第一条 ${'（《〈“'.repeat(n / 4)}`,
  'open titles': (n) => `第一条 ${'《'.repeat(n)}`,
  'open alias clauses': (n) => `第一条 ${'》（以下简称'.repeat(n / 6)}`,
  'lone surrogates': (n) => '\ud800'.repeat(n),
  NULs: (n) => '\0'.repeat(n),
  'blank lines': (n) => '\n'.repeat(n),
  'carriage returns': (n) => '\r'.repeat(n),
  'a number of ideographs': (n) => `第一条 第${'一'.repeat(n)}条`,
  'numbers without a unit': (n) => `第一条 ${'第一、'.repeat(n / 3)}`,
  'ranges without an end': (n) => `第一条 ${'第一至'.repeat(n / 3)}`,
  'a row of inserted numbers': (n) => `第一条${'之一'.repeat(n / 2)}`,
  'a list of one number': (n) => `第一条 ${'、第一'.repeat(n / 3)}项`,
  'unclosed bookmarks': (n) => '[bookmark:'.repeat(n / 10),
  'names without citations': (n) => `第一条 ${'中华人民共和国刑法、'.repeat(n / 10)}`,
  'relative words': (n) => `第一条 ${'本条前两款'.repeat(n / 5)}`,
  items: (n) => `第一条 甲：\n${'（一）乙；\n'.repeat(n / 6)}`,
  'items in items': (n) => `第一条 ${'（一）'.repeat(n / 3)}`,
  'clauses in clauses': (n) => '一、'.repeat(n / 2),
  'nested subitems': (n) => `第一条 甲：\n${'1.乙；\n（1）丙；\n①丁；\n'.repeat(n / 15)}`,
  annexes: (n) => `第一条 甲\n${'附件\n'.repeat(n / 3)}`,
  'open quotations': (n) => '一、将第三条修改为：“甲\n'.repeat(n / 13),
  'relative words in many paragraphs': (n) =>
    `第一条 甲。\n${'前款规定的，前两款规定的，依照第九千款。\n'.repeat(n / 20)}`,
  'items that cite items': (n) => `第一条 甲：\n${'（三）依照第三项至第一项处理；\n'.repeat(n / 16)}`,
  'strong marks': (n) => `${'**a**'.repeat(n / 5)}\n${'**'.repeat(n / 2)}`,
  'marks of lists and quotations': (n) => `${'- > * # '.repeat(n / 8)}\n${'&nbsp;**'.repeat(n / 8)}`,
  'open links': (n) => `${'['.repeat(n / 2)}\n${'[a]('.repeat(n / 4)}`,
  'rules that are none': (n) => `${'- '.repeat(n / 2)}甲\n${'-_*='.repeat(n / 4)}`,
  'metadata without an end': (n) => `---\n${'a: b\n'.repeat(n / 5)}`,
  spaces: (n) => `第${' '.repeat(n)}`,
};

describe('a hostile text of 1 MB', () => {
  for (const [name, make] of Object.entries(TEXTS)) {
    it(`is read: ${name}`, function () {
      this.timeout(30_000);
      const text = make(1_000_000);
      const tree = SyntaxTree.parse(text);
      assert.equal(tree.root.full.end, text.length);
      assert.ok(citationsOf(tree).mentions.every(({ start, end }) => start < end && end <= text.length));
    });
  }
});
