import assert from 'node:assert/strict';
import { dangling } from '../../../server/src/checks/citation/dangling.js';
import { findings } from '../findings.js';

/** Marked text and message of what is found in a regulation that ends with the article given. */
const shown = (article: string): unknown =>
  findings(
    dangling,
    `条例
第一章 总则
第一条 甲。
乙。
第二条 下列行为：
（一）子：
1.鼠；
（二）丑。
第二章 附则
第三条 ${article}`,
  ).map(({ marked, message }) => [marked, message]);

describe('citation/dangling', () => {
  it('says how many articles there are', () => {
    assert.deepEqual(shown('依照本条例第八条的规定处理。'), [['第八条', '没有第八条：本文共 3 条。']]);
    assert.deepEqual(shown('依照第二条之一的规定处理。'), [['第二条之一', '没有第二条之一：本文共 3 条。']]);
  });

  it('says how many paragraphs, items and subitems there are', () => {
    assert.deepEqual(shown('依照第一条第三款处理。'), [['第一条第三款', '没有第三款：第一条只有 2 款。']]);
    assert.deepEqual(shown('依照第二条第三项处理。'), [['第二条第三项', '没有第三项：第二条第一款只有 2 项。']]);
    assert.deepEqual(shown('依照第一条第二款第一项处理。'), [
      ['第一条第二款第一项', '没有第一项：第一条第二款没有项。'],
    ]);
    assert.deepEqual(shown('依照第二条第一项第2目处理。'), [
      ['第二条第一项第2目', '没有第二目：第二条第一款第一项只有 1 目。'],
    ]);
  });

  it('says how many chapters there are', () => {
    assert.deepEqual(shown('依照本条例第五章处理。'), [['第五章', '没有第五章：本文共 2 章。']]);
    assert.deepEqual(shown('依照本条例第一章第二节处理。'), [['第一章第二节', '没有第二节：第一章没有节。']]);
  });

  it('takes what exists', () => {
    assert.deepEqual(shown('依照第一条第二款、第二条第一项第1目和本条例第二章处理。'), []);
  });

  it('looks into the documents of the library, and calls them as the text does', () => {
    const text = `
      实施细则
      第一条 根据《内蒙古自治区促进边境地区高质量发展条例》（以下简称《条例》），制定本细则。
      第二条 依照《条例》第八十条处理。
      第三条 依照《条例》第十条第二款处理。
      第四条 依照《内蒙古自治区促进边境地区高质量发展条例》第十条处理。`;
    assert.deepEqual(
      findings(dangling, text, { corpus: true }).map(({ marked, message, related }) => [marked, message, related]),
      [
        ['第八十条', '没有第八十条：《条例》共 73 条。', ['第七十三条']],
        ['第十条第二款', '没有第二款：《条例》第十条只有 1 款。', ['第十条']],
      ],
    );
  });

  it('says nothing of instruments whose text is not at hand', () => {
    assert.deepEqual(shown('依照《中华人民共和国行政处罚法》第九百条处理。'), []);
  });

  it('does not hold an older text to a newer version', () => {
    const texts = (date: string): string => `
      市容管理办法
      （${date}公布）
      第一条 依照《示范市养犬管理条例》第九条处罚。
      === 条例.txt
      示范市养犬管理条例
      （2020年5月1日修订）
      第一条 甲。`;
    assert.equal(findings(dangling, texts('2021年3月1日')).length, 1);
    assert.equal(findings(dangling, texts('2010年3月1日')).length, 0);
  });

  it('does not hold an amending decision to either version', () => {
    const text = `
      关于修改《示范市养犬管理条例》的决定
      一、增加一条，作为第九条：“违反本条例第八条规定的，责令改正。”
      === 条例.txt
      示范市养犬管理条例
      第一条 甲。`;
    assert.deepEqual(findings(dangling, text), []);
  });

  it('leaves an article whose line break was lost to the gap in the numbers', () => {
    const text = '条例\n第一条 甲。\n第二条 乙。第三条继续教育实行登记制度。\n第四条 丁。';
    assert.deepEqual(findings(dangling, text), []);
  });
});
