import assert from 'node:assert/strict';
import { CHECKS, runChecks } from '../../../server/src/checks/registry.js';
import { fixture } from '../../support/fixture.js';
import { findings } from '../findings.js';

const check = CHECKS.find(({ code }) => code === 'punctuation/paragraph-end');
const shown = (text: string): string[] => {
  assert.ok(check);
  return findings(check, `某市供水条例\n${text}`).map(({ marked }) => marked);
};

describe('punctuation/paragraph-end', () => {
  it('reports a paragraph and an item without an end', () => {
    assert.deepEqual(shown('第一条 供水单位应当保证水质\n第二条 本条例施行。'), ['质']);
    assert.deepEqual(shown('第一条 有下列情形之一的：\n（一）污染水源的\n（二）浪费用水的。'), ['的']);
  });

  it('takes a line that says nothing for a heading that lost its number', () => {
    assert.deepEqual(shown('第一条 供水。\n市人民代表大会常务委员会制定地方性法规程序\n第二条 用水。'), []);
  });

  it('leaves alone formulas, and items that are the headings of paragraphs', () => {
    assert.deepEqual(shown('第一条 按公式计算：\n税额＝买价×扣除率'), []);
    assert.deepEqual(
      shown('第一条 保护下列资源：\n（一）海水食用鱼类\n带鱼、黄鱼。\n（二）淡水植物类\n连藕、菱角。'),
      [],
    );
    assert.deepEqual(shown('第一条 动产质押适用本规定。\n（二）权利质押\n第二条 甲。'), []);
  });

  it('leaves the words that lead to items to structure/list-lead', () => {
    const { library, document } = fixture(
      '某市供水条例\n第一条 申请供水的，向主管部门备案\n（一）申请书；\n（二）图纸。',
    );
    assert.deepEqual(
      runChecks({ library, document }).map(({ code }) => code),
      ['structure/list-lead'],
    );
  });
});
