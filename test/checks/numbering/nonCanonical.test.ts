import assert from 'node:assert/strict';
import { nonCanonical } from '../../../server/src/checks/numbering/nonCanonical.js';
import { findings } from '../findings.js';

const shown = (source: string): unknown =>
  findings(nonCanonical, source).map(({ marked, message, fixed }) => [marked, message, fixed]);

describe('numbering/non-canonical', () => {
  it('reports numerals that statutes write otherwise', () => {
    assert.deepEqual(shown('条例\n第一十二条 甲。'), [['第一十二条', '序号“一十二”应当写作“十二”。', '第十二条 甲。']]);
    assert.deepEqual(shown('条例\n第一百〇一条 甲。'), [
      ['第一百〇一条', '序号“一百〇一”应当写作“一百零一”。', '第一百零一条 甲。'],
    ]);
    assert.deepEqual(shown('条例\n第一百十条 甲。'), [
      ['第一百十条', '序号“一百十”应当写作“一百一十”。', '第一百一十条 甲。'],
    ]);
  });

  it('reports headings, items and inserted articles', () => {
    const text = '条例\n第一十章 总则\n第一条 禁止：\n（三十〇）甲。\n第一条之一十 乙。';
    assert.deepEqual(shown(text), [
      ['第一十章', '序号“一十”应当写作“十”。', '第十章 总则'],
      ['第一条之一十', '序号“一十”应当写作“十”。', '第一条之十 乙。'],
      ['（三十〇）', '序号“三十〇”应当写作“三十”。', '（三十）甲。'],
    ]);
  });

  it('takes canonical numerals', () => {
    assert.deepEqual(shown('条例\n第一百零一条 甲。\n第一百一十条 乙。\n第一千零一条 丙。'), []);
  });
});
