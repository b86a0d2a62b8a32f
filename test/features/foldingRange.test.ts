import assert from 'node:assert/strict';
import { FoldingRangeKind } from 'vscode-languageserver';
import { foldingRanges } from '../../server/src/features/foldingRange.js';
import { fixture } from '../support/fixture.js';

/** Each range by its first and last line. */
function folded(source: string): string[] {
  const { document } = fixture(source);
  const lines = document.text.split('\n');
  return foldingRanges(document).map(
    ({ startLine, endLine, kind }) =>
      `${lines[startLine] ?? ''} … ${lines[endLine] ?? ''}${kind === FoldingRangeKind.Imports ? ' (imports)' : ''}`,
  );
}

describe('folding ranges', () => {
  it('of chapters, sections, articles of several lines, lists', () => {
    assert.deepEqual(
      folded(`
        某办法
        第一章　总则

        第一节　任务
        第一条　甲。
        第二条　乙：
        （一）丙：
        1.丁；
        2.戊。
        （二）己。
        庚：
        （一）辛。

        第三条　壬。
        第二章　附则
        第四条　癸。
      `),
      [
        '第一章　总则 … 第三条　壬。',
        '第一节　任务 … 第三条　壬。',
        '第二条　乙： … （一）辛。',
        '（一）丙： … 2.戊。',
        '庚： … （一）辛。',
        '第二章　附则 … 第四条　癸。',
      ],
    );
  });

  it('of the table of contents, as imports', () => {
    assert.deepEqual(
      folded(`
        某办法
        目录
        第一章　总则
        第二章　附则

        第一章　总则
        第一条　甲。
        第二章　附则
      `),
      ['目录 … 第二章　附则 (imports)', '第一章　总则 … 第一条　甲。'],
    );
  });

  it('of annexes', () => {
    assert.deepEqual(folded('第一条　甲。\n附件1\n说明。\n第一条　乙：\n（一）丙。'), [
      '附件1 … （一）丙。',
      '第一条　乙： … （一）丙。',
    ]);
  });

  it('none of single lines', () => assert.deepEqual(folded('第一条　甲。\n第二条　乙。\n\n'), []));
});
