import assert from 'node:assert/strict';
import { fewArticles } from '../../../server/src/checks/structure/fewArticles.js';
import { findings } from '../findings.js';

const shown = (last: string): string[] =>
  findings(fewArticles, `某条例\n第一章 总则\n第一条 甲。\n第二章 附则\n${last} 本条例自公布之日起施行。`).map(
    ({ message }) => message,
  );

describe('structure/few-articles', () => {
  it('reports chapters in a text of few articles', () => {
    assert.deepEqual(shown('第二条'), ['全文只有 2 条，通常不分章。']);
  });

  it('goes by the number of the last article where others are not at the start of a line', () => {
    assert.deepEqual(shown('第一百二十四条'), []);
  });
});
