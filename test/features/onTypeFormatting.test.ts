import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { onTypeFormatting } from '../../server/src/features/onTypeFormatting.js';
import { fixture } from '../support/fixture.js';

/** The text after Enter was pressed at the mark, and what that added. */
function enter(text: string): string {
  const { document, position } = fixture(text.replace('$$', () => '\n$$'));
  return TextDocument.applyEdits(document.textDocument, onTypeFormatting(document, position, '\n'));
}

describe('Enter', () => {
  for (const [what, before, after] of [
    ['behind an article writes the number of the next', '第九条　甲。$$', '第九条　甲。\n第十条　'],
    ['behind an article that is set apart by a space, too', '第九条 甲。$$', '第九条 甲。\n第十条　'],
    [
      'before an article of the next number writes it all the same: 整理编号 makes it right',
      '第一条　甲。$$\n第二条　乙。',
      '第一条　甲。\n第二条　\n第二条　乙。',
    ],
    ['behind an inserted article', '第三条之一　甲。$$\n第四条　乙。', '第三条之一　甲。\n第三条之二　\n第四条　乙。'],
    [
      'behind the last one of the inserted',
      '第三条　甲。\n第三条之一　甲。$$',
      '第三条　甲。\n第三条之一　甲。\n第四条　',
    ],
    ['behind a provision without a number yet', '第三条　甲。\n第×条　甲。$$', '第三条　甲。\n第×条　甲。\n第五条　'],
    ['behind a paragraph that ends the article', '第一条　甲。\n乙。$$', '第一条　甲。\n乙。\n第二条　'],
    ['behind the colon before a list', '第一条　甲：$$', '第一条　甲：\n（一）'],
    ['behind an item', '第一条　甲：\n（一）乙；$$', '第一条　甲：\n（一）乙；\n（二）'],
    ['behind an item that is a sentence', '第一条　甲：\n（一）乙。$$', '第一条　甲：\n（一）乙。\n（二）'],
    [
      'behind the item that closes the list',
      '第一条　甲：\n（一）乙；\n（二）丙。$$',
      '第一条　甲：\n（一）乙；\n（二）丙。\n第二条　',
    ],
    ['behind the colon of an item', '第一条　甲：\n（一）乙：$$', '第一条　甲：\n（一）乙：\n1.'],
    [
      'behind a subitem, marked as that one',
      '第一条　甲：\n（一）乙：\n（1）丙；$$',
      '第一条　甲：\n（一）乙：\n（1）丙；\n（2）',
    ],
    ['behind a clause', '一、甲。\n二、乙。$$', '一、甲。\n二、乙。\n三、'],
    ['behind the heading of an empty chapter', '第一章　总则$$', '第一章　总则\n第一条　'],
    ['with the indentation of the line above', '　　第一条　甲。$$', '　　第一条　甲。\n　　第二条　'],
    [
      'in an annex counts the articles there',
      '第一条　甲。\n附件1\n第一条　乙。$$',
      '第一条　甲。\n附件1\n第一条　乙。\n第二条　',
    ],
  ] as const) {
    it(what, () => assert.equal(enter(before), after));
  }

  for (const [what, before] of [
    ['within a sentence', '第一条　甲，$$乙。'],
    ['behind words that are no sentence', '第一条　甲$$'],
    ['behind the first of two paragraphs', '第一条　甲。$$\n乙。'],
    ['before the items that a colon opens', '第一条　甲：$$\n（一）乙。'],
    ['behind the title', '某市供水条例$$'],
    ['behind the heading of a chapter with articles', '第一章　总则$$\n第一条　甲。'],
    ['within a quotation', '关于修改《某法》的决定\n一、将第三条修改为：“第三条　甲。$$'],
    ['on a blank line', '第一条　甲。\n$$'],
    ['behind a table', '第一条　甲。\n附件1\n等级　　限值。$$'],
  ] as const) {
    it(`${what} adds nothing`, () => assert.equal(enter(before), before.replace('$$', '\n')));
  }

  it('behind a number without words takes it away', () => {
    assert.equal(enter('第一条　甲。\n第二条　$$'), '第一条　甲。\n');
    assert.equal(
      enter('第一条　甲：\n（一）乙；\n　　（二）$$\n第二条　丙。'),
      '第一条　甲：\n（一）乙；\n　　\n第二条　丙。',
    );
  });

  it('behind a number whose words stand below it leaves it', () => {
    const text = '第一条\n$$\n甲。';
    const { document, position } = fixture(text);
    assert.deepEqual(onTypeFormatting(document, position, '\n'), []);
  });
});

/** The text after the character before the mark was typed, and what that did. */
function typed(text: string): string {
  const { document, position } = fixture(text);
  const before = document.offsetAt(position) - 1;
  const edits = onTypeFormatting(document, position, document.characters.charAt(before));
  return TextDocument.applyEdits(document.textDocument, edits);
}

describe('a number that is typed behind itself', () => {
  for (const [before, after] of [
    ['第一条　甲：\n（一）（一）$$', '第一条　甲：\n（一）'],
    ['第一条　甲：\n（一）(一)$$\n（二）乙。', '第一条　甲：\n（一）\n（二）乙。'],
    ['第一条　甲。\n　　第二条　第二条$$', '第一条　甲。\n　　第二条　'],
    ['第一条　甲。\n第二条　 第 二 条$$', '第一条　甲。\n第二条　 '],
    ['一、甲。\n二、二、$$', '一、甲。\n二、'],
    ['第一条　甲：\n（一）乙：\n（1）（1）$$', '第一条　甲：\n（一）乙：\n（1）'],
  ] as const) {
    it(`${before.slice(before.lastIndexOf('\n', before.indexOf('$$')) + 1)} is there once`, () =>
      assert.equal(typed(before), after));
  }

  for (const before of [
    '第一条　甲。\n第二条　第一条$$',
    '第一条　甲。\n第二条　依照第二条$$',
    '第一条　甲。\n第二条　第二条$$规定的情形。',
    '第一条　甲：\n（一）乙（一）$$',
    '第一条$$',
    '某市第一条$$',
  ]) {
    it(`but not in ${before.slice(before.lastIndexOf('\n') + 1)}`, () =>
      assert.equal(typed(before), before.replace('$$', '')));
  }
});
