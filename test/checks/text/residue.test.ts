import assert from 'node:assert/strict';
import { residue } from '../../../server/src/checks/text/residue.js';
import { findings } from '../findings.js';

/** A text with one line that holds something; `fixed` is that line after the fix. */
const shown = (line: string): unknown =>
  findings(residue, `条例\n${line}\n第二条 乙。`).map(({ marked, message, fixed }) => [marked, message, fixed]);

describe('text/residue', () => {
  it('removes bookmarks', () => {
    assert.deepEqual(shown('[bookmark: _GoBack]第一条 甲[bookmark: _Hlk1]乙。'), [
      ['[bookmark: _GoBack]', '转换残留：书签标记。', '第一条 甲[bookmark: _Hlk1]乙。'],
      ['[bookmark: _Hlk1]', '转换残留：书签标记。', '[bookmark: _GoBack]第一条 甲乙。'],
    ]);
  });

  it('removes characters that nobody sees', () => {
    assert.deepEqual(shown('第一条 甲\u00ad乙。'), [['\u00ad', '转换残留：软连字符（U+00AD）。', '第一条 甲乙。']]);
    assert.deepEqual(shown('第一条 甲\u200b\u200b乙。'), [['\u200b\u200b', '转换残留：零宽字符。', '第一条 甲乙。']]);
    assert.deepEqual(shown('第一条 甲\ufeff乙。'), [['\ufeff', '转换残留：零宽字符。', '第一条 甲乙。']]);
  });

  it('takes characters without width for layout on a blank line, and for a byte order mark', () => {
    assert.deepEqual(shown('\u200b'), []);
    assert.deepEqual(shown('　\u200b \u200b'), []);
    assert.deepEqual(findings(residue, '\ufeff条例\n第一条 甲。'), []);
  });

  it('reports what is lost, without a fix', () => {
    assert.deepEqual(shown('第一条 面积\ufffd平方米。'), [
      ['\ufffd', '转换残留：无法识别的字符（U+FFFD）。', undefined],
    ]);
    assert.deepEqual(shown('第一条 5\ue0106平方千米。'), [['\ue010', '转换残留：专用区字符。', undefined]]);
    assert.deepEqual(shown('第一条 公式为\ufffc。'), [['\ufffc', '转换残留：丢失的对象（U+FFFC）。', undefined]]);
  });

  it('reports broken fields', () => {
    assert.deepEqual(shown('第一条 依照错误！未找到引用源。办理。'), [
      ['错误！未找到引用源。', '转换残留：失效的域。', undefined],
    ]);
    assert.deepEqual(shown('第一条 依照Error! Reference source not found.办理。'), [
      ['Error! Reference source not found.', '转换残留：失效的域。', undefined],
    ]);
    assert.deepEqual(shown('第一章 总则 PAGEREF _Toc123456 \\h 1'), [
      ['PAGEREF _Toc123456 \\h', '转换残留：域代码。', undefined],
    ]);
  });

  it('takes words that only look alike', () => {
    assert.deepEqual(shown('第一条 更正错误，不得有误。发现错误！应当报告。'), []);
  });
});
