import assert from 'node:assert/strict';
import { singleParagraph } from '../../../server/src/checks/citation/singleParagraph.js';
import { findings } from '../findings.js';

const shown = (sentence: string): unknown =>
  findings(singleParagraph, `某条例\n第一条 甲。\n第二条 乙。\n丙。\n第三条 ${sentence}`).map(({ message, fixed }) => [
    message,
    fixed,
  ]);

describe('citation/single-paragraph', () => {
  it('reports a paragraph of an article that has one', () => {
    assert.deepEqual(shown('违反第一条第一款规定的，责令改正。'), [
      ['第一条只有一款，不写“第一款”。', '第三条 违反第一条规定的，责令改正。'],
    ]);
    assert.deepEqual(shown('违反第二条第一款规定的，责令改正。'), []);
  });

  it('says nothing of the article in front of one that lost its 条', () => {
    assert.deepEqual(shown('违反第一条、第二第一款规定的，责令改正。'), []);
  });
});
