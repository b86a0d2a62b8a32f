import assert from 'node:assert/strict';
import { fullTitle, isInstrumentTitle, readTitle, titleKey } from '../../server/src/citations/titles.js';
import { heapInUse } from '../support/cost.js';

describe('titles', () => {
  for (const [written, full] of [
    ['土地管理法', '中华人民共和国土地管理法'],
    ['民法典', '中华人民共和国民法典'],
    ['土地管理法实施条例', '中华人民共和国土地管理法实施条例'],
    ['刑法修正案（八）', '中华人民共和国刑法修正案（八）'],
    ['中华人民共和国宪法', '中华人民共和国宪法'],
    ['工伤保险条例', '工伤保险条例'],
    ['票据管理实施办法', '票据管理实施办法'],
    ['商标国际注册马德里协定', '商标国际注册马德里协定'],
  ] as const) {
    it(`${written} is in full ${full}`, () => {
      assert.equal(fullTitle(written), full);
    });
  }

  for (const [name, others] of [
    [
      '中华人民共和国土地管理法',
      ['土地管理法', '《土地管理法》', '中华人民共和国 土地管理法', '土地管理法（2019年修正）'],
    ],
    ['甲条例', ['甲条例（试行）', '甲条例（草案）', '甲条例（征求意见稿）', '甲条例(修订草案)']],
    [
      '乙条例',
      ['乙条例（修订草案征求意见稿）', '乙条例（送审稿）', '乙条例(2018年第二次修正版)', '乙条例（2020修订）'],
    ],
    [
      '关于适用〈中华人民共和国公司法〉若干问题的规定（三）',
      ['关于适用《公司法》若干问题的规定(三)', '关于适用<公司法>若干问题的规定（三）'],
    ],
  ] as const) {
    it(`${name} is also written ${others.join('、')}`, () => {
      for (const other of others) assert.equal(titleKey(other), titleKey(name), other);
    });
  }

  it('tells instruments of one name by their number', () => {
    assert.notEqual(titleKey('甲解释（一）'), titleKey('甲解释（二）'));
    assert.notEqual(titleKey('宪法修正案（2004年）'), titleKey('宪法修正案（2018年）'));
  });

  it('takes instruments for such, and no licences, forms or newspapers', () => {
    for (const title of [
      '甲条例',
      '乙法',
      '丙公约',
      '中国工会章程',
      '医疗事故分级标准（试行）',
      '涉外民事关系法律适用法',
      '丁议定书',
    ]) {
      assert.ok(isInstrumentTitle(title), title);
    }
    for (const title of [
      '营业执照',
      '卫生许可证',
      '处罚决定书',
      '法制日报',
      '送达地址确认书',
      '工作方法',
      '商标公告',
    ]) {
      assert.ok(!isInstrumentTitle(title), title);
    }
  });

  it('reads a title over a wrapped line and with ASCII brackets inside', () => {
    assert.equal(readTitle('关于修改<甲\n条例>的决定'), '关于修改〈甲条例〉的决定');
  });

  it('are kept with their keys, but not the texts that they stand in', () => {
    const before = heapInUse();
    for (let count = 0; count < 20; count++) {
      const text = `${String(count)}《关于示范县供水排水管理若干问题的第${String(count)}号规定》${String(count).repeat(500_000)}`;
      titleKey(text.slice(text.indexOf('《') + 1, text.indexOf('》')));
    }
    assert.ok(heapInUse() - before < 10e6);
  });

  it('are not kept where their brackets do not close, and a whole text is one', () => {
    const before = heapInUse();
    for (let index = 0; index < 200; index++) titleKey(`${String(index)}${'水'.repeat(100_000)}`);
    assert.ok(heapInUse() - before < 10e6);
  });
});
