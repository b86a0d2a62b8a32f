import assert from 'node:assert/strict';
import { duplicate } from '../../../server/src/checks/numbering/duplicate.js';
import { gap } from '../../../server/src/checks/numbering/gap.js';
import { order } from '../../../server/src/checks/numbering/order.js';
import { findings } from '../findings.js';

const articles = (...labels: string[]): string =>
  `条例\n${labels.map((label, index) => `${label} ${String(index + 1)}。`).join('\n')}`;

describe('numbering/order', () => {
  it('reports a number that is too great, with the one that fits', () => {
    const text = articles('第一条', '第二条', '第三十条', '第四条', '第五条');
    assert.deepEqual(findings(order, text), [
      {
        marked: '第三十条',
        message: '第三十条在第四条之前，次序颠倒，此处应为第三条。',
        related: ['第四条'],
        fixed: '第三条 3。',
      },
    ]);
    assert.deepEqual([...findings(gap, text), ...findings(duplicate, text)], []);
  });

  it('reports several in a row that are too great, the first with the number that fits', () => {
    const text = articles('第九条', '第十条', '第一百〇一条', '第一百〇二条', '第十三条', '第十四条');
    assert.deepEqual(findings(order, text), [
      {
        marked: '第一百〇一条',
        message: '第一百〇一条在第十三条之前，次序颠倒，此处应为第十一条。',
        related: ['第十三条'],
        fixed: '第十一条 3。',
      },
    ]);
  });

  it('reports a number that is too great behind one left open, with the number that fits', () => {
    const text = articles('第十条', '第×条', '第一百〇一条', '第十三条', '第十四条');
    assert.deepEqual(
      findings(order, text).map(({ marked, fixed }) => [marked, fixed]),
      [['第一百〇一条', '第十二条 3。']],
    );
  });

  it('reports one of two that are exchanged, and no gap', () => {
    const text = articles('第一条', '第二条', '第四条', '第三条', '第五条');
    assert.deepEqual(findings(order, text), [
      { marked: '第四条', message: '第四条在第三条之前，次序颠倒。', related: ['第三条'] },
    ]);
    assert.deepEqual([...findings(gap, text), ...findings(duplicate, text)], []);
  });

  it('reports a number that is too small', () => {
    assert.deepEqual(findings(order, articles('第二条', '第三条', '第一条')), [
      { marked: '第一条', message: '第一条在第三条之后，次序颠倒。', related: ['第三条'] },
    ]);
  });

  it('reports an inserted article before its own', () => {
    assert.deepEqual(findings(order, articles('第一条', '第二条之一', '第二条', '第三条')).length, 1);
  });
});
