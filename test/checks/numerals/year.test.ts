import assert from 'node:assert/strict';
import { CHECKS } from '../../../server/src/checks/registry.js';
import { findings } from '../findings.js';

const check = CHECKS.find(({ code }) => code === 'numerals/year');
const shown = (sentence: string): unknown => {
  assert.ok(check);
  return findings(check, `某市供水规定\n第一条 ${sentence}`).map(({ marked, fixed }) => [marked, fixed]);
};

describe('numerals/year', () => {
  it('writes the whole date in one kind of digits', () => {
    assert.deepEqual(shown('自二零零三年二月一日起施行。'), [['二零零三年二月一日', '第一条 自2003年2月1日起施行。']]);
    assert.deepEqual(shown('一九八七年十二月二十五日通过。'), [
      ['一九八七年十二月二十五日', '第一条 1987年12月25日通过。'],
    ]);
    assert.deepEqual(shown('一九四九年九月底以前。'), [['一九四九年九月', '第一条 1949年9月底以前。']]);
    assert.deepEqual(shown('以一九八八年为基数。'), [['一九八八年', '第一条 以1988年为基数。']]);
  });

  it('leaves alone spans of years, and the year of an edition', () => {
    assert.deepEqual(shown('一千九百年、二十三年、一九八五年版。'), []);
  });
});
