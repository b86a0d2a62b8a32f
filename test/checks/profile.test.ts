import assert from 'node:assert/strict';
import { profileOf, type Profile } from '../../server/src/checks/profile.js';
import { runChecks, severitiesOf } from '../../server/src/checks/registry.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { fixture } from '../support/fixture.js';

describe('the profile of a text', () => {
  const examples: readonly (readonly [lines: string, profile: Profile | undefined])[] = [
    ['中华人民共和国水法\n（2016年7月2日第十二届全国人民代表大会常务委员会第二十一次会议通过）', 'law'],
    ['中华人民共和国水法', 'law'],
    ['快递暂行条例\n（2018年3月2日中华人民共和国国务院令第697号公布）', 'administrative-regulation'],
    [
      '民兵工作条例\n1990年12月24日 中华人民共和国国务院、中华人民共和国中央军事委员会令第71号发布',
      'administrative-regulation',
    ],
    ['快递暂行条例', 'administrative-regulation'],
    ['机动车登记规定\n（2021年12月17日公安部令第164号公布）', 'departmental-rule'],
    ['某市供水条例\n（2019年6月1日某市第十三届人民代表大会常务委员会第三次会议通过）', 'local-regulation'],
    ['某省实施《中华人民共和国水法》办法', 'local-regulation'],
    ['某市供水条例', 'local-regulation'],
    ['中关村国家自主创新示范区条例', 'local-regulation'],
    ['城市公共交通条例', 'administrative-regulation'],
    ['上市公司监督管理条例', 'administrative-regulation'],
    ['证券市场管理条例', 'administrative-regulation'],
    ['某市供水办法\n（2019年6月1日某市人民政府令第12号公布）', 'local-government-rule'],
    ['全国人民代表大会常务委员会关于修改《中华人民共和国水法》的决定', 'amending-decision'],
    ['某市供水办法', undefined],
    ['供水管理规定', undefined],
  ];
  for (const [lines, profile] of examples) {
    it(`is ${String(profile)} for ${lines.replace(/\n.*/s, '')}`, () => {
      const document = RegulationDocument.of('file:///a.txt', `${lines}\n第一条　甲。\n第二条　乙。\n`);
      assert.equal(profileOf(document), profile);
    });
  }

  const found = (text: string, options: Parameters<typeof runChecks>[1] = {}): unknown =>
    runChecks(fixture(text), options).map(({ code, severity }) => [code, severity]);
  const quantities = (title: string): string => `${title}\n第一条 在30日内答复。`;

  it('decides on severities', () => {
    assert.deepEqual(found(quantities('某市供水条例')), [['numerals/arabic-quantity', 'warning']]);
    assert.deepEqual(found(quantities('快递暂行条例')), []);
    assert.deepEqual(found('中华人民共和国水法\n第一条 企事业单位或个人。'), [
      ['wording/qishiye', 'warning'],
      ['wording/huo', 'hint'],
    ]);
    assert.deepEqual(found('某市供水条例\n第一条 企事业单位或个人。'), [['wording/qishiye', 'hint']]);
  });

  it('gives way to a setting', () => {
    assert.deepEqual(found(quantities('快递暂行条例'), { profile: 'law' }), [['numerals/arabic-quantity', 'warning']]);
    assert.deepEqual(found(quantities('某市供水条例'), { profile: 'administrative-regulation' }), []);
  });

  it('gives way to a severity that is set, but a group brings up nothing', () => {
    const severityOf = severitiesOf({ 'numerals/arabic-quantity': 'error' });
    assert.deepEqual(found(quantities('快递暂行条例'), { severityOf }), [['numerals/arabic-quantity', 'error']]);
    assert.deepEqual(found(quantities('快递暂行条例'), { severityOf: severitiesOf({ numerals: 'error' }) }), []);
  });
});
