import assert from 'node:assert/strict';
import { applied } from '../../server/src/drafting/edits.js';
import { DEFAULT_FORMAT } from '../../server/src/drafting/format/options.js';
import { cleaningEdits } from '../../server/src/drafting/paste/cleaning.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import type { Span } from '../../server/src/syntax/tree.js';
import { dedent } from '../support/render.js';

function cleaned(text: string, within?: Span): string {
  const document = RegulationDocument.of('file:///草案.txt', text);
  return applied(text, cleaningEdits(new Library(), document, DEFAULT_FORMAT, within)).text;
}

/** Lines of at most 20 ideographs, as a page has them. */
function wrapped(text: string): string {
  return text.replace(/[^\n]{20}(?=[^\n，。；：、])/g, '$&\n');
}

describe('clearing what pasting has left', () => {
  it('takes away bookmarks and characters that nobody sees', () => {
    assert.equal(
      cleaned('[bookmark: _GoBack]第一章　总则\n第一条　供\u00ad水\u200b单\u2060位&nbsp;应当保证水质。'),
      '第一章　总则\n第一条　供水单位 应当保证水质。',
    );
  });

  it('leaves what may have been words', () => {
    const text = '第一条　水质\ufffd标准，错误！未找到引用源。';
    assert.equal(cleaned(text), text);
  });

  it('joins the lines that a page has broken', () => {
    const text = dedent(`
      某市供水条例
      第一条　为了加强城市供水的规划、建设、运行和维护管理，保障生活、生产用水，根据有关法律、法规，制定本条例。
      第二条　供水单位应当遵守下列规定，保证供水的水质、水压和水量都符合国家规定的标准：
      （一）按照国家规定的标准和检测频次对水源水、出厂水和管网末梢水的水质进行检测并公布结果；
      （二）按照规定设置测压点。
    `);
    assert.notEqual(wrapped(text), text);
    assert.equal(cleaned(wrapped(text)), text);
  });

  it('leaves lines of various widths, and a line whose sentence ends with it', () => {
    const text = dedent(`
      第一条　供水单位应当保证供水的水质、水压和水量都符合标准
      有关部门应当加强监督。
      第二条　供水单位应当保证。
      前款规定适用于排水。
    `);
    assert.equal(cleaned(text), text);
  });

  it('puts in the numbers that an automatic list has lost', () => {
    assert.equal(
      cleaned('第一条　供水单位应当：\n保证水质；\n保证水压；\n（三）保证水量。'),
      '第一条　供水单位应当：\n（一）保证水质；\n（二）保证水压；\n（三）保证水量。',
    );
  });

  it('gives the text its layout', () => {
    assert.equal(
      cleaned('第一条 供水,排水:\n(一) 取水;\n\n\n(二)用水。 '),
      '第一条　供水，排水：\n（一）取水；\n\n（二）用水。',
    );
  });

  it('of a selection clears its lines', () => {
    const text = '第一条 供水\u00ad。\n第二条 排水\u00ad。\n第三条 用水\u00ad。';
    assert.equal(cleaned(text, { start: 10, end: 12 }), '第一条 供水\u00ad。\n第二条　排水。\n第三条 用水\u00ad。');
  });

  it('makes edits of what changes, not of the whole text', () => {
    const text = '第一条　供水。\n第二条　排\u00ad水。\n第三条　用水。';
    const edits = cleaningEdits(new Library(), RegulationDocument.of('file:///a.txt', text), DEFAULT_FORMAT);
    assert.deepEqual(edits, [{ span: { start: 13, end: 14 }, newText: '' }]);
  });
});
