import assert from 'node:assert/strict';
import fc from 'fast-check';
import { factsOf, frontTree, headerOf, titleSpanOf } from '../../server/src/library/facts.js';
import { notesOf } from '../../server/src/syntax/outline.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';

describe('the facts of a text', () => {
  it('are read from the lines before the first article and from the titles named anywhere', () => {
    const text =
      '甲条例\n（2020年1月2日通过）\n目录\n第一章　总则\n第一章　总则\n第一条　甲。\n第二条　依照《乙办法》。';
    assert.deepEqual(factsOf(text, 'file:///a.txt'), {
      title: '甲条例',
      key: '甲条例',
      subtitle: undefined,
      date: '2020-01-02',
      named: ['乙办法'],
    });
  });

  it('are those of the whole text where it has no article', () => {
    const text = '甲的决定\n一、乙。\n二、依照《丙法》。';
    assert.equal(factsOf(text, 'file:///a(2001-02-03).txt').date, '2001-02-03');
    assert.equal(factsOf(text, 'file:///a.txt').title, '甲的决定');
  });

  it('are those of the whole text whatever lines it is made of', () => {
    const line = fc.constantFrom(
      ...[
        '',
        '---',
        '某市人民政府令',
        '第12号',
        '甲条例',
        '某市公民权利',
        '保障条例',
        '乙办法（试行）',
        '婚姻家庭编',
        '总则',
      ],
      ...[
        '（2020年1月2日通过',
        '2021年3月4日修正）',
        '（2019年5月6日公布）',
        '为了甲，制定本条例。',
        '各地：',
        '目　录',
        '## 目录',
      ],
      ...[
        '第一编　甲',
        '第一章　总则',
        '第一章　总则（修改为：“甲',
        '第二章　目录',
        '第二章　附则',
        '第一节　甲',
        '## 第一章 总则',
      ],
      ...[
        '第一条　甲。',
        '第一条的规定',
        '第一条 的规定',
        '第一条',
        '**第一条** 甲。',
        '### 第一条　甲。',
        '第二条　乙。',
        '第八条　的规定',
        '第八条　丁。',
        '第二一条　戊。',
        '第一条之一　丙。',
      ],
      ...[
        '一、甲',
        '一、甲。',
        '二、乙。',
        '（一）甲；',
        '1．甲',
        '附件一',
        '附：',
        '附件：丙',
        '将第一条修改为：“第一条　甲。',
        '第二条　乙。”',
      ],
    );
    const text = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\u2028', '\u0085'));
    fc.assert(
      fc.property(text, ([lines, lineBreak]) => {
        assertSameFront(lines.join(lineBreak), 'file:///a.txt');
      }),
      { numRuns: 10_000 },
    );
  });

  it('have of every real law the header, the place of the title and the notes that its whole tree has', function () {
    this.timeout(60_000);
    for (const { name, text } of laws(this)) {
      assertSameFront(text, name);
    }
  });
});

/** What is read from the front matter alone is what the whole tree says. */
function assertSameFront(text: string, uri: string): void {
  const tree = SyntaxTree.parse(text);
  const front = frontTree(text);
  const about = text.slice(0, 400);
  assert.deepEqual({ ...factsOf(text, uri), named: [] }, { ...headerOf(tree, uri), named: [] }, about);
  assert.deepEqual([titleSpanOf(front), notesOf(front)], [titleSpanOf(tree), notesOf(tree)], about);
}
