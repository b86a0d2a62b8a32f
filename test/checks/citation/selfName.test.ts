import assert from 'node:assert/strict';
import { CHECKS } from '../../../server/src/checks/registry.js';
import { findings } from '../findings.js';

const selfName = CHECKS.find(({ code }) => code === 'citation/self-name');
assert.ok(selfName);
const shown = (source: string): unknown =>
  findings(selfName, source).map(({ marked, fixed }) => [marked, fixed?.trim()]);

describe('citation/self-name', () => {
  it('reports another word than that of the title', () => {
    assert.deepEqual(shown('供水办法\n第一条 本条例适用于供水。'), [['本条例', '第一条 本办法适用于供水。']]);
    assert.deepEqual(shown('供水条例\n第一条 违反本办法的，罚款。'), [['本办法', '第一条 违反本条例的，罚款。']]);
    assert.deepEqual(shown('供水条例\n第一条 违反本条列的，罚款。'), [['本条列', '第一条 违反本条例的，罚款。']]);
  });

  it('takes the short and the long form', () => {
    assert.deepEqual(shown('供水暂行规定\n第一条 依照本规定、本暂行规定办理。'), []);
    assert.deepEqual(shown('某法实施细则\n第一条 依照本细则、本实施细则办理。'), []);
    assert.deepEqual(shown('某省实施《中华人民共和国水法》办法\n第一条 依照本办法办理。'), []);
    assert.deepEqual(shown('中华人民共和国民法典\n第一条 本法调整民事关系。'), []);
  });

  it('knows 本条例规定 from 本法规', () => {
    assert.deepEqual(shown('养犬管理规定\n第一条 受让人应当符合本条例规定的条件。'), [
      ['本条例', '第一条 受让人应当符合本规定规定的条件。'],
    ]);
    assert.deepEqual(shown('供水办法\n第一条 违反本法规定的，罚款。'), [['本法', '第一条 违反本办法规定的，罚款。']]);
    assert.deepEqual(shown('供水办法\n第一条 本法规、本法制机构、本法学会、本法律援助机构。'), []);
  });

  it('knows judicial interpretations, whose kinds are several', () => {
    assert.deepEqual(shown('关于确定被告资格若干问题的规定\n第一条 为了审理案件，制定本解释。'), [
      ['本解释', '第一条 为了审理案件，制定本规定。'],
    ]);
    assert.deepEqual(shown('关于诉前停止侵权适用法律问题的解释\n第一条 符合本规定第四条的，作出裁定。'), [
      ['本规定', '第一条 符合本解释第四条的，作出裁定。'],
    ]);
    assert.deepEqual(shown('关于适用公司法若干问题的解释（二）\n第一条 本解释自公布之日起施行。'), []);
  });

  it('leaves alone the words of another instrument that are repeated', () => {
    const words = '所得税法第七条所称纳税人境外所得依照本法规定计算的应纳税额，是抵免限额。';
    assert.deepEqual(shown(`所得税法实施条例\n第一条 ${words}`), []);
    assert.deepEqual(shown('所得税法实施条例\n第一条 本条例第二条所称依照本法规定的应纳税额，是抵免限额。'), [
      ['本法', '第一条 本条例第二条所称依照本条例规定的应纳税额，是抵免限额。'],
    ]);
  });

  it('leaves alone words that only begin alike, quotations, titles and annexes', () => {
    assert.deepEqual(shown('供水办法\n第一条 基本条例、本法院、本法人、样本规定。'), []);
    assert.deepEqual(shown('供水办法\n第一条 将“本条例”视为《关于执行本条例的通知》所称。'), []);
    assert.deepEqual(shown('供水办法\n第一条 甲。\n附件：\n章程\n第一条 本规则由大会制定。'), []);
    assert.deepEqual(
      shown(
        '关于解释（二）的补充规定\n增加两款如下。\n附件：解释（二）\n附件\n解释（二）\n第一条 本解释自公布之日起施行。',
      ),
      [],
    );
  });
});
