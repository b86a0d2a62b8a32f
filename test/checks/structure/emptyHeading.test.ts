import assert from 'node:assert/strict';
import { emptyHeading } from '../../../server/src/checks/structure/emptyHeading.js';
import { findings } from '../findings.js';

describe('structure/empty-heading', () => {
  it('reports a heading without text below it, the innermost one', () => {
    const text = '条例\n第一章 总则\n第一条 甲。\n第二章 管理\n第一节 一般规定\n第三章 附则\n第二条 乙。';
    assert.deepEqual(findings(emptyHeading, text), [{ marked: '第一节 一般规定', message: '第一节之下没有条文。' }]);
  });

  it('reports a heading without a name', () => {
    const text = '条例\n第一章\n第一条 甲。\n第二章 附则\n第二条 乙。';
    assert.deepEqual(findings(emptyHeading, text), [{ marked: '第一章', message: '第一章没有名称。' }]);
  });

  it('says nothing of the table of contents', () => {
    const text = '条例\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。';
    assert.deepEqual(findings(emptyHeading, text), []);
  });
});
