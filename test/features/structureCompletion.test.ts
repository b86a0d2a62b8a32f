import assert from 'node:assert/strict';
import { InsertTextFormat, type CompletionItem, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completions } from '../../server/src/features/completion.js';
import { fixture } from '../support/fixture.js';

function itemsAt(text: string, snippets = false): CompletionItem[] {
  const { library, document, position } = fixture(text);
  return completions(library, document, position, 'zh', false, snippets)?.items ?? [];
}

/** What each item would write. */
function written(text: string): string[] {
  return itemsAt(text).map(({ textEdit }) => textEdit?.newText ?? '');
}

/** The text with the snippet of a name put in. */
function filled(text: string, name: string): string | undefined {
  const { document } = fixture(text);
  const item = itemsAt(text, true).find(({ label }) => label === name);
  return item && TextDocument.applyEdits(document.textDocument, [item.textEdit as TextEdit]);
}

describe('completion of structure', () => {
  it('behind 第 at the start of a line: the next article, chapter, section', () => {
    assert.deepEqual(written('第一章　总则\n第一条　甲。\n第$$'), ['第二条　', '第二章　', '第一节　']);
    assert.deepEqual(written('第一条　甲。\n第$$\n第二条　乙。'), ['第二条　']);
    assert.deepEqual(written('某市供水条例\n第$$'), ['第一条　', '第一章　']);
    assert.deepEqual(written('第一章　甲\n第一节　乙\n第一条　丙。\n第$$\n第二章　丁'), [
      '第二条　',
      '第二章　',
      '第二节　',
    ]);
  });

  it('follows what is typed of the number', () => {
    assert.deepEqual(written('第九条　甲。\n第十$$'), ['第十条　']);
    assert.deepEqual(written('第九条　甲。\n第二$$'), []);
  });

  it('behind （ at the start of a line: the next item', () => {
    assert.deepEqual(written('第一条　甲：\n（$$'), ['（一）']);
    assert.deepEqual(written('第一条　甲：\n（一）乙；\n（$$）'), ['（二）']);
    assert.deepEqual(written('第一条　甲：\n（一）乙：\n1.丙；\n（$$'), ['（二）']);
    assert.deepEqual(written('第一条　甲：\n（一）乙：\n（1）丙；\n(2$$'), ['（2）']);
    assert.deepEqual(written('第一条　甲。\n（$$'), []);
  });

  it('replaces the bracket that the editor has closed', () => {
    const { document, library, position } = fixture('第一条　甲：\n（一）乙；\n（$$）');
    const [item] = completions(library, document, position, 'zh', false)?.items ?? [];
    assert.ok(item);
    assert.equal(
      TextDocument.applyEdits(document.textDocument, [item.textEdit as TextEdit]),
      '第一条　甲：\n（一）乙；\n（二）',
    );
  });

  it('gives no frames to clients that do not take snippets', () => {
    assert.deepEqual(itemsAt('某市供水条例\n施行$$'), []);
  });

  it('offers what regulations have, in the words of this one', () => {
    assert.equal(
      filled('某市供水办法\n第一条　甲。\n施行$$', '施行日期'),
      '某市供水办法\n第一条　甲。\n第二条　本办法自${1:××××年×月×日}起施行。$0',
    );
    assert.equal(
      filled('某省实施〈中华人民共和国水法〉办法\n$$', '总则第一条：立法目的和依据'),
      '某省实施〈中华人民共和国水法〉办法\n第一条　为了${1:加强……管理}，${2:保障……}，根据${3:《中华人民共和国水法》}' +
        '${4:等有关法律、法规}，结合${5:本省}实际，制定本办法。$0',
    );
    assert.equal(
      filled('某市供水条例\n第一章　总则\n第一条　甲。\n附则$$', '附则一章'),
      '某市供水条例\n第一章　总则\n第一条　甲。\n第二章　附则\n\n第二条　本条例自${1:××××年×月×日}起施行。$0',
    );
    assert.equal(
      filled('某市供水条例\n第一条　甲。\n定义$$', '定义条款'),
      '某市供水条例\n第一条　甲。\n第二条　本条例所称${1:……}，是指${2:……}。$0',
    );
  });

  it('offers what stands above the provisions only there', () => {
    const names = (text: string): string[] => itemsAt(text, true).map(({ label }) => label);
    assert.deepEqual(names('某市供水条例\n题注$$\n第一条　甲。'), ['题注']);
    assert.deepEqual(names('某市供水条例\n第一条　甲。\n题注$$'), []);
    assert.ok(names('$$').includes('修改决定'));
    assert.ok(!names('某市供水条例\n第一条　甲。\n$$').includes('修改决定'));
  });

  it('marks snippets as such', () => {
    const formats = itemsAt('第一条　甲。\n第$$', true).map(({ insertTextFormat }) => insertTextFormat);
    assert.equal(formats[0], undefined);
    assert.ok(formats.slice(1).every((format) => format === undefined || format === InsertTextFormat.Snippet));
  });

  it('offers nothing within a sentence', () => {
    assert.deepEqual(itemsAt('第一条　甲。\n施行$$日期', true), []);
    assert.deepEqual(itemsAt('第一条　甲，施行$$', true), []);
  });
});
