import assert from 'node:assert/strict';
import { nothingBefore } from '../../../server/src/checks/citation/nothingBefore.js';
import { findings } from '../findings.js';

const shown = (source: string): unknown =>
  findings(nothingBefore, source).map(({ marked, message }) => [marked, message]);

describe('citation/nothing-before', () => {
  it('reports 前款 in a first paragraph', () => {
    assert.deepEqual(shown('条例\n第一条 甲。\n第二条 前款规定的经费列入预算。\n前款规定的情形除外。'), [
      ['前款', '“前款”之前没有款。'],
    ]);
  });

  it('reports too few paragraphs', () => {
    assert.deepEqual(shown('条例\n第一条 甲。\n前两款规定的情形除外。'), [['前两款', '“前两款”之前不足两款。']]);
    assert.deepEqual(shown('条例\n第一条 甲。\n乙。\n前两款规定的情形除外。'), []);
  });

  it('reports 前条 in a first article and 前项 in a first item', () => {
    assert.deepEqual(shown('条例\n第一条 依照前条规定执行。\n第二条 依照前条规定执行。'), [
      ['前条', '“前条”之前没有条。'],
    ]);
    assert.deepEqual(shown('条例\n第一条 下列情形：\n（一）前项规定的；\n（二）前项规定的。'), [
      ['前项', '“前项”之前没有项。'],
    ]);
  });

  it('says nothing of what an amending decision quotes', () => {
    assert.deepEqual(shown('关于修改《条例》的决定\n一、第三条增加一款：“前款规定的情形除外。”'), []);
  });
});
