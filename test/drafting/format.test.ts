import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applied } from '../../server/src/drafting/edits.js';
import { format } from '../../server/src/drafting/format.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { DEFAULT_FORMAT, type FormatOptions } from '../../server/src/drafting/format/options.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { lawText } from '../support/lawTexts.js';
import { drawOutline } from '../support/outlines.js';
import { dedent } from '../support/render.js';

function formatted(text: string, options: Partial<FormatOptions> = {}, uri = 'file:///草案.law.txt'): string {
  const document = RegulationDocument.of(uri, text);
  return applied(text, format(document, { ...DEFAULT_FORMAT, ...options })).text;
}

/** What becomes of lines of an article's text. */
function inArticle(words: string): string {
  return formatted(`第一条　${words}`).slice('第一条　'.length);
}

describe('format', () => {
  it('puts one ideographic space behind the numbers of chapters and articles, and none behind items', () => {
    assert.equal(
      formatted(
        dedent(`
          某市供水条例
          第一章 总则
          第一条  为了加强供水管理，制定本条例。
          第二条供水单位应当：
          （一） 保证水质：
          1. 出厂水；
          2.5吨以上的水箱；
          (二)　保证水压；
          （ 三 ）保证水量。
          第 三 条\u00a0本条例自公布之日起施行。
        `),
      ),
      dedent(`
        某市供水条例
        第一章　总则
        第一条　为了加强供水管理，制定本条例。
        第二条　供水单位应当：
        （一）保证水质：
        1.出厂水；
        2.5吨以上的水箱；
        （二）保证水压；
        （三）保证水量。
        第三条　本条例自公布之日起施行。
      `),
    );
  });

  it('leaves the blanks of numbers that are not decided yet', () => {
    const text = '第一条　甲：\n（×）乙；\n第　条　丙。\n第×条　丁。';
    assert.equal(formatted(text), text);
    assert.equal(formatted('第×条 丁：\n( × )戊。'), '第×条　丁：\n（×）戊。');
  });

  it('closes up headings that are spread out, or keeps them', () => {
    const text =
      '目　　录\n第一章　总　　则\n第二章　法 律 责 任\n第一章　总　　则\n第一条　甲。\n第二章　法 律 责 任\n第二条　乙。';
    const closed = '目录\n第一章　总则\n第二章　法律责任\n第一章　总则\n第一条　甲。\n第二章　法律责任\n第二条　乙。';
    assert.equal(formatted(text), closed);
    assert.equal(formatted(text, { headings: 'kept' }), text);
    const names = '第一章　名词 解释\n第一条　甲。';
    assert.equal(formatted(names), names);
  });

  describe('makes half-width punctuation full-width between Chinese characters:', () => {
    for (const [before, after] of [
      ['取水,用水;排水:', '取水，用水；排水：'],
      ['条例(试行)', '条例（试行）'],
      ['条例（试行)第(三)项', '条例（试行）第（三）项'],
      ['《办法》,应当“公布”;', '《办法》，应当“公布”；'],
      ['取水, 用水', '取水，用水'],
      ['三百元(含300元)以上', '三百元（含300元）以上'],
      ['(甲(乙),丙)', '（甲（乙），丙）'],
    ] as const) {
      it(before, () => assert.equal(inArticle(before), after));
    }
  });

  describe('leaves numbers, words of other languages, addresses and formulas alone:', () => {
    for (const words of [
      '8:00至12:30开放',
      '1,000元',
      '见http://www.example.cn:8080/a(b),c;d页',
      '符合GB/T(18030)的要求',
      'f(甲)为数',
      '水量=(甲+乙)/2',
      '甲×(乙−丙)',
      'ISO(International Organization)标准',
      '(x,y)坐标',
    ]) {
      it(words, () => assert.equal(inArticle(words), words));
    }
  });

  it('takes away spaces at line ends and all but one of the blank lines between others', () => {
    assert.equal(formatted('某市供水条例　\n\n \n\n第一条　甲。 \n\n\n\n'), '某市供水条例\n\n第一条　甲。\n\n');
  });

  it('keeps the line ends of the text', () => {
    assert.equal(formatted('第一条 甲。\r\n\r\n\r\n第二条 乙。 \r'), '第一条　甲。\r\n\r\n第二条　乙。\r');
  });

  it('indents paragraphs as the setting says', () => {
    const text = '  某市供水条例\n第一章　总则\n第一条　甲：\n　　（一）乙。\n    第二款。';
    assert.equal(formatted(text), '某市供水条例\n第一章　总则\n第一条　甲：\n（一）乙。\n第二款。');
    assert.equal(
      formatted(text, { indent: 'two' }),
      '某市供水条例\n第一章　总则\n　　第一条　甲：\n　　（一）乙。\n　　第二款。',
    );
    assert.equal(formatted(text, { indent: 'keep' }), text);
  });

  it('makes the table of contents repeat the headings, in the kinds that it has', () => {
    const body = dedent(`
      第一章　总则
      第一条　甲。
      第二章　供水
      第一节　水源
      第二条　乙。
      第三章　附则
      第三条　丙。
    `);
    const chapters = `目录\n第一章 总　则……1\n第二章　排水\n第四章　罚则\n\n${body}`;
    assert.equal(formatted(chapters), `目录\n第一章　总则……1\n第二章　供水\n第三章　附则\n\n${body}`);
    assert.equal(formatted(chapters, { contents: false }).includes('罚则'), true);
    const sections = `目录\n序言\n第一章　总则\n第二章　供水\n　　第一节　取水\n\n${body}`;
    assert.equal(
      formatted(sections),
      `目录\n序言\n第一章　总则\n第二章　供水\n　　第一节　水源\n第三章　附则\n\n${body}`,
    );
    // Where nearly all headings are missing, it is they that were lost.
    const lost = `目录\n第一章　总则\n第二章　供水\n第三章　附则\n\n第一章　总则\n第一条　甲。`;
    assert.equal(formatted(lost), lost);
  });

  it('leaves what an amending decision quotes as it is quoted', () => {
    const text = dedent(`
      关于修改《某市供水条例》的决定
      一、 第三条修改为:“第三条 供水单位应当保证水质(水压),
      (一) 甲;”
      二、 删去第四条(试行)。
    `);
    assert.equal(
      formatted(text),
      dedent(`
        关于修改《某市供水条例》的决定
        一、第三条修改为：“第三条 供水单位应当保证水质(水压),
        (一) 甲;”
        二、删去第四条（试行）。
      `),
    );
  });

  it('leaves tables as they are', () => {
    const text = '第一条　甲。\n附件1\n等级\t限值(毫克)\n一级  5,其他 \n| 甲,乙 | 丙 |\n　　合计(元)';
    assert.equal(formatted(text), text);
  });

  it('takes a rule below an article for no row of a table, whatever the article holds', () => {
    // Asked together with all lines of its article, a text of such lines would take the square of its length.
    assert.equal(formatted('第一条　甲  乙\n--- \n第二条　丙。'), '第一条　甲  乙\n---\n第二条　丙。');
  });

  it('leaves the marks, the indentation and the line breaks of Markdown', () => {
    const text = dedent(`
      ---
      title: 供水条例(试行),草案
      ---
      # 某市供水条例

      ## **第一章**　**总则**
      **第一条** 供水单位应当：
      - （一）保证水质：
        1. 出厂水；
        2. 龙头水;
      > 保证水压。${'  '}
      \`\`\`
      第一条 (甲,乙)
      \`\`\`
    `);
    assert.equal(formatted(text, {}, 'file:///a.md'), text.replace('龙头水;', '龙头水；'));
  });

  it('does not do what would make another provision of a line', () => {
    // （一）项 would be a citation, 1.5 a number.
    const text = '第一条　甲：\n（一） 项规定的费用；\n1. 5吨以下；';
    assert.equal(formatted(text), text);
  });

  it('of a range formats the lines that it touches', () => {
    const text = '第一条 甲。\n第二条 乙。\n第三条 丙。';
    const document = RegulationDocument.of('file:///a.txt', text);
    const edits = format(document, DEFAULT_FORMAT, { start: 9, end: 9 });
    assert.equal(applied(text, edits).text, '第一条 甲。\n第二条　乙。\n第三条 丙。');
  });

  describe('of any text', () => {
    const piece = fc.constantFrom(
      '第一条',
      '第二条',
      '第三条',
      '第 十 条',
      '第　条',
      '第一章',
      '第二章',
      '第一节',
      '（一）',
      '( 二 )',
      '（×）',
      '1.',
      '(1)',
      '①',
      '一、',
      '二、',
      '目录',
      '目　录',
      '附件1',
      '总　　则',
      '总则',
      '关于修改《某法》的决定',
      '某市供水条例',
      '的规定',
      '项',
      '至',
      '“',
      '”',
      '修改为：“',
      ' ',
      '　',
      '\t',
      '  ',
      '\u200b',
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '\u2028',
      ',',
      ';',
      ':',
      '(',
      ')',
      '，',
      '：',
      '；',
      '（',
      '）',
      '。',
      '甲',
      '乙丙',
      '5',
      'a',
      '=',
      '---',
      '# ',
      '- ',
      '**',
      '```',
      '|',
      '<',
      '序 言',
      '前款',
      '第一条第(一)项',
      '2024年3月1日通过',
      '\ud842\udfb7',
      '\ud800',
    );
    const anyText = fc.oneof(
      { weight: 4, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')) },
      { weight: 1, arbitrary: lawText },
    );
    const options = fc.record({
      headings: fc.constantFrom('closed', 'kept'),
      indent: fc.constantFrom('none', 'two', 'keep'),
      contents: fc.boolean(),
    });

    it('only the layout changes, and the outline stays', () => {
      fc.assert(
        fc.property(anyText, options, (text, chosen) => {
          const result = formatted(text, { ...chosen, contents: false });
          assert.equal(withoutLayout(result), withoutLayout(text));
          assert.deepEqual(drawOutline(result).map(withoutLayout), drawOutline(text).map(withoutLayout));
        }),
        { numRuns: 2000 },
      );
    });

    it('what is formatted stays as it is when it is formatted again', () => {
      fc.assert(
        fc.property(anyText, options, fc.boolean(), (text, chosen, isMarkdown) => {
          const uri = isMarkdown ? 'file:///a.md' : 'file:///a.txt';
          const once = formatted(text, chosen, uri);
          assert.equal(formatted(once, chosen, uri), once);
        }),
        { numRuns: 2000 },
      );
    });
  });
});
