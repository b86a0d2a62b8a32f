import assert from 'node:assert/strict';
import { arabic } from '../../../server/src/checks/numbering/arabic.js';
import { findings } from '../findings.js';

const shown = (source: string): unknown =>
  findings(arabic, source).map(({ marked, message, fixed }) => [marked, message, fixed]);

describe('numbering/arabic', () => {
  it('reports articles and chapters that are numbered in digits', () => {
    assert.deepEqual(shown('条例\n第1章 总则\n第14条 甲。\n第１２０条之１ 乙。'), [
      ['第1章', '序号应当用中文数字：“1”写作“一”。', '第一章 总则'],
      ['第14条', '序号应当用中文数字：“14”写作“十四”。', '第十四条 甲。'],
      ['第１２０条之１', '序号应当用中文数字：“１２０”写作“一百二十”。', '第一百二十条之１ 乙。'],
      ['第１２０条之１', '序号应当用中文数字：“１”写作“一”。', '第１２０条之一 乙。'],
    ]);
  });

  it('leaves subitems their digits', () => {
    assert.deepEqual(shown('条例\n第一条 禁止：\n（一）甲：\n1.子；\n（2）丑。'), []);
  });
});
