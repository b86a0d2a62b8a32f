import assert from 'node:assert/strict';
import { emptyArticle } from '../../../server/src/checks/structure/emptyArticle.js';
import { findings } from '../findings.js';

describe('structure/empty-article', () => {
  it('reports a number without text', () => {
    assert.deepEqual(findings(emptyArticle, '条例\n第一条 甲。\n第二条\n第三条 丙。\n第四条　'), [
      { marked: '第二条', message: '第二条只有序号，没有条文。' },
      { marked: '第四条', message: '第四条只有序号，没有条文。' },
    ]);
  });

  it('takes text on the next line', () => {
    assert.deepEqual(findings(emptyArticle, '条例\n第一条\n\n甲。\n第二条 （删去）'), []);
  });
});
