import assert from 'node:assert/strict';
import fc from 'fast-check';
import { titleKey } from '../../server/src/citations/titles.js';
import { NearTitles } from '../../server/src/library/nearTitles.js';

function search(titles: readonly string[]): NearTitles {
  const near = new NearTitles();
  for (const title of titles) near.add(titleKey(title), title);
  return near;
}

describe('near titles', () => {
  for (const [written, title] of [
    // 漏字、多字
    ['税收征管法', '中华人民共和国税收征收管理法'],
    ['道路交通安全管理法', '中华人民共和国道路交通安全法'],
    // 错字
    ['土地管里法', '中华人民共和国土地管理法'],
    ['浙江省公路管理条列', '浙江省公路管理条例'],
    ['国有土地上房屋征收和补偿条例', '国有土地上房屋征收与补偿条例'],
    // Old names.
    ['革命烈士褒扬条例', '烈士褒扬条例'],
    ['关于审理环境侵权责任纠纷案件的解释', '关于审理生态环境侵权责任纠纷案件的解释'],
    // An issuer left out or added.
    ['关于适用〈民法典〉有关担保制度的解释', '最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释'],
    ['国务院关于预防煤矿事故的特别规定', '关于预防煤矿事故的特别规定'],
  ] as const) {
    it(`《${written}》 is probably 《${title}》`, () => {
      const near = search([title, '甲市物业管理条例', '中华人民共和国水法']);
      assert.equal(near.nearest(titleKey(written)), title);
    });
  }

  for (const [written, other] of [
    ['公司法', '公路法'],
    ['刑事诉讼法', '民事诉讼法'],
    ['浙江省渔业管理条例', '浙江省物业管理条例'],
    ['专利法实施细则', '专利法实施条例'],
    ['失业保险暂行条例', '失业保险条例'],
    ['河南省实施〈水法〉办法', '河南省实施〈防洪法〉办法'],
    ['山东省物业管理条例', '山西省物业管理条例'],
    ['物业管理条例', '浙江省物业管理条例'],
    ['关于适用〈公司法〉若干问题的规定（二）', '关于适用〈公司法〉若干问题的规定（三）'],
    ['2020年国家预算的决议', '2021年国家预算的决议'],
    ['野生动物保护条例', '野生植物保护条例'],
    ['互联网信息服务管理办法', '互联网药品信息服务管理办法'],
  ] as const) {
    it(`《${written}》 and 《${other}》 are two`, () => {
      assert.equal(search([other]).nearest(titleKey(written)), undefined);
    });
  }

  it('says nothing where two are equally near', () => {
    const near = search(['甲市城市道路交通管理条例', '甲市城市轨道交通管理条例']);
    assert.equal(near.nearest(titleKey('甲市城市交通管理条例')), undefined);
  });

  it('finds what has come, and no more what has gone', () => {
    const near = search([]);
    const key = titleKey('中华人民共和国税收征收管理法');
    const nearest = (): string | undefined => near.nearest(titleKey('税收征管法'));
    assert.equal(nearest(), undefined);
    near.add(key, '税收征收管理法');
    assert.equal(nearest(), '税收征收管理法');
    near.delete(key);
    near.add(key, '税收征收管理法');
    assert.equal(nearest(), '税收征收管理法');
    near.delete(key);
    assert.equal(nearest(), undefined);
  });

  it('answers after any changes as if it was made of the titles that are left', () => {
    const title = fc.constantFrom('税收征收管理法', '税收征收法', '甲市物业管理条例', '甲市物业管理办法');
    const change = fc.record({ title, isGone: fc.boolean(), asksThen: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(change),
        fc.constantFrom('税收征管法', '甲市物业条例', '税收征收管里法'),
        (changes, asked) => {
          const near = search([]);
          const left = new Set<string>();
          for (const { title, isGone, asksThen } of changes) {
            if (isGone) near.delete(titleKey(title));
            else near.add(titleKey(title), title);
            if (isGone) left.delete(title);
            else left.add(title);
            if (asksThen) near.nearest(titleKey(asked));
          }
          assert.equal(near.nearest(titleKey(asked)), search([...left]).nearest(titleKey(asked)));
        },
      ),
    );
  });
});
