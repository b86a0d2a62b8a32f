import assert from 'node:assert/strict';
import { actOf, dateOf, effectiveDateOf, versionDate } from '../../server/src/library/history.js';
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
    // The day of effect, wherever it stands, is not that of the version.
    [['（2019年9月26日公布　自2019年10月1日起生效）'], 'a.txt', '2019-09-26'],
    [['2012年3月1日 施行根据2018年9月7日《关于修改〈甲条例〉的决定》修正'], 'a.txt', '2018-09-07'],
    [['2022年3月1日起施行'], 'a.txt', '2022-03-01'],
    [['二〇二一年七月三十日国务院令第745号公布'], 'a.txt', '2021-07-30'],
    [['2018年13月40日通过'], 'a.txt', undefined],
    [[], 'file:///%E7%A8%8E%E6%B3%95_20181229.txt', '2018-12-29'],
    [[], '税法2018.1.5.txt', '2018-01-05'],
    [[], '税法2018年12月29日.txt', '2018-12-29'],
    [[], '税法（2018修正）.txt', '2018'],
    [[], '税法(2018年修订版).txt', '2018'],
    [[], '2018-12-29/税法.txt', undefined],
    [[], '税法123456789.txt', undefined],
    // A copy whose history note ends before its last amendment; promulgation some months after adoption.
    [['2008年4月23日国务院令第523号公布'], '条例(2016-02-06).txt', '2016-02-06'],
    [['2023年11月30日通过'], '条例(2024-03-01).txt', '2023-11-30'],
    [['2020年7月24日修正'], '条例(2012-01-13).txt', '2020-07-24'],
  ] as const) {
    it(`dates ${[...notes, uri].join(' / ')} ${date ?? 'not at all'}`, () => {
      assert.equal(dateOf(notes, uri), date);
    });
  }

  it('dates a text by the year in its title where nothing else does', () => {
    assert.equal(dateOf([], 'a.txt', '中华人民共和国税法（2018年修正）'), '2018');
  });

  it('dates a text by the order that promulgates it', () => {
    const order = `中华人民共和国国务院令
第745号
《信息设施条例》已经2021年4月27日国务院第133次常务会议通过，现予公布，自2021年9月1日起施行。
总理　某某
2021年7月30日
信息设施条例
第一条　甲。`;
    assert.equal(versionDate(SyntaxTree.parse(order), 'a.txt'), '2021-07-30');
  });

  for (const [note, date, act] of [
    ['（1999年1月1日通过　根据2005年6月7日《关于修改〈税法〉的决定》第一次修正）', '2005-06-07', '修正'],
    ['（1999年1月1日通过　根据2005年6月7日《关于修改〈税法〉的决定》第一次修正）', '1999-01-01', '通过'],
    ['2024年2月27日 全国人民代表大会常务委员会第八次会议第二次修订）', '2024-02-27', '修订'],
    ['2024年2月27日 国务院令第1号公布　2024年3月1日起施行', '2024-02-27', '公布'],
    ['2024年2月27日 国务院令第1号公布', '2023-01-01', undefined],
  ] as const) {
    it(`says of ${date} in ${note}: ${act ?? 'nothing'}`, () => assert.equal(actOf([note], date), act));
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
