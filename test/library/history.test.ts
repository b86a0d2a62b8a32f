import assert from 'node:assert/strict';
import { dateOf, effectiveDateOf } from '../../server/src/library/history.js';
import { notesOf } from '../../server/src/syntax/outline.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';

describe('the history of a text', () => {
  for (const [notes, uri, date] of [
    [['（2023年11月30日某某会议通过）'], 'a.txt', '2023-11-30'],
    [['2019年1月2日 某某会议通过', '2021年3月4日 修正', '2022年1月1日 施行'], 'a.txt', '2021-03-04'],
    [
      ['（1999年1月1日通过　根据2005年6月7日《决定》第一次修正　根据2018年12月29日《决定》第二次修正）'],
      'a.txt',
      '2018-12-29',
    ],
    [[], 'file:///%E7%94%B2%E6%9D%A1%E4%BE%8B(2020-11-27).txt', '2020-11-27'],
    [[], 'a.txt', undefined],
  ] as const) {
    it(`dates ${notes.join(' / ') || uri} ${date ?? 'not at all'}`, () => {
      assert.equal(dateOf(notes, uri), date);
    });
  }

  it('knows the day a text takes effect, from its last article or its notes', () => {
    const effective = (text: string): string | undefined => {
      const tree = SyntaxTree.parse(text);
      return effectiveDateOf(tree, notesOf(tree));
    };
    assert.equal(effective('条例\n第一条　甲。\n第二条　本条例自2024年1月1日起施行。'), '2024-01-01');
    assert.equal(effective('条例\n2023年1月1日 通过\n2023年5月1日 施行\n第一条　甲。'), '2023-05-01');
    assert.equal(effective('条例\n第一条　本条例自公布之日起施行。'), undefined);
  });
});
