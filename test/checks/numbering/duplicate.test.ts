import assert from 'node:assert/strict';
import { duplicate } from '../../../server/src/checks/numbering/duplicate.js';
import { gap } from '../../../server/src/checks/numbering/gap.js';
import { order } from '../../../server/src/checks/numbering/order.js';
import { findings } from '../findings.js';

const articles = (...labels: string[]): string => `条例\n${labels.map((label) => `${label} 甲。`).join('\n')}`;

describe('numbering/duplicate', () => {
  it('reports the second of two equal numbers', () => {
    assert.deepEqual(findings(duplicate, articles('第一条', '第二条', '第二条', '第三条', '第四条')), [
      { marked: '第二条', message: '第二条重号。', related: ['第二条'] },
    ]);
  });

  it('gives the number that fits, and no gap beside it', () => {
    const text = articles('第一条', '第二条', '第二条', '第四条');
    assert.deepEqual(findings(duplicate, text), [
      { marked: '第二条', message: '第二条重号，此处应为第三条。', related: ['第二条'], fixed: '第三条 甲。' },
    ]);
    assert.deepEqual([...findings(gap, text), ...findings(order, text)], []);
  });

  it('takes the first of two equal numbers for the slip where that fits', () => {
    assert.deepEqual(findings(duplicate, '条例\n第一条 甲。\n第三条 乙。\n第三条 丙。\n第四条 丁。'), [
      { marked: '第三条', message: '第三条重号，此处应为第二条。', related: ['第三条'], fixed: '第二条 乙。' },
    ]);
  });

  it('gives the next number at the end', () => {
    assert.deepEqual(findings(duplicate, '条例\n第一条 禁止：\n（一）甲；\n（一）乙。'), [
      { marked: '（一）', message: '（一）重号，此处应为（二）。', related: ['（一）'], fixed: '（二）乙。' },
    ]);
  });

  it('reports an inserted article', () => {
    const text = articles('第一条', '第二条', '第二条之一', '第二条之一', '第三条');
    assert.deepEqual(findings(duplicate, text), [
      { marked: '第二条之一', message: '第二条之一重号。', related: ['第二条之一'] },
    ]);
  });

  it('reports numbers that begin again once', () => {
    const text =
      '条例\n第一章 甲\n第一节 甲\n第一条 甲。\n第二节 乙\n第二条 乙。\n第一节 丙\n第三条 丙。\n第二节 丁\n第四条 丁。';
    assert.deepEqual(
      findings(duplicate, text).map(({ marked }) => marked),
      ['第一节'],
    );
  });

  it('does not compare the lists of different paragraphs', () => {
    assert.deepEqual(
      findings(duplicate, '条例\n第一条 甲：\n（一）子；\n（二）丑。\n乙：\n（一）寅；\n（二）卯。'),
      [],
    );
  });
});
