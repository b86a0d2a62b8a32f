import assert from 'node:assert/strict';
import { firstItem } from '../../../server/src/checks/numbering/firstItem.js';
import { gap } from '../../../server/src/checks/numbering/gap.js';
import { findings } from '../findings.js';

describe('numbering/first-item', () => {
  it('reports a list that begins at （二）, and no gap beside it', () => {
    const text = '条例\n第一条 可以采取下列措施：\n（二）约谈；\n（三）警告。';
    assert.deepEqual(findings(firstItem, text), [{ marked: '（二）', message: '从（二）开始，没有（一）。' }]);
    assert.deepEqual(findings(gap, text), []);
  });

  it('offers their numbers to the lines that lost them', () => {
    const text = '条例\n第一条 有下列情形之一的：\n伪造证件的；\n涂改证件的；\n（三）出借证件的。';
    assert.deepEqual(findings(firstItem, text), [
      {
        marked: '伪造证件的；\n涂改证件的；',
        message: '此处缺序号（一）、（二）。',
        fixed: '（一）伪造证件的；\n（二）涂改证件的；',
      },
    ]);
    assert.deepEqual(findings(gap, text), []);
  });

  it('finds the first items within the opening line', () => {
    assert.deepEqual(findings(firstItem, '条例\n第一条 禁止下列行为：（一）甲；（二）乙；\n（三）丙。'), [
      {
        marked: '（三）',
        message: '从（三）开始，没有（一）、（二）。',
        related: ['（一）', '（二）'],
        fixed: '第一条 禁止下列行为：\n（一）甲；\n（二）乙；',
      },
    ]);
  });

  it('reports subitems of an item', () => {
    assert.deepEqual(findings(firstItem, '条例\n第一条 禁止：\n（一）甲：\n2.子；\n3.丑。'), [
      { marked: '2.', message: '从2.开始，没有1.。' },
    ]);
  });

  it('takes a list that goes on behind running text', () => {
    assert.deepEqual(findings(firstItem, '条例\n第一条 程序：\n（一）受理。\n逾期的，视为受理。\n（二）公示。'), []);
  });

  it('takes a heading between two articles', () => {
    assert.deepEqual(findings(firstItem, '条例\n第一条 甲。\n（二）权利质押\n第二条 乙。'), []);
  });

  it('takes numbers that run on from clause to clause', () => {
    assert.deepEqual(
      findings(firstItem, '规定\n一、海事案件\n1.船舶；\n2.货物。\n二、海商案件\n3.运输；\n4.保险。'),
      [],
    );
  });
});
