import assert from 'node:assert/strict';
import { readDocx } from '../../../server/src/library/docx.js';
import { paragraph, run, word } from '../../support/word.js';

/** The text of a document with this body. */
function textOf(body: string, styles?: string): Promise<string> {
  return readDocx(word({ body, ...(styles !== undefined && { styles }) }));
}

function field(instruction: string, result: string): string {
  return (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  );
}

function table(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

describe('a paragraph of Word', () => {
  const CASES: readonly [name: string, body: string, text: string][] = [
    ['joins its runs', paragraph(run('第一条　') + run('供水。', '<w:b/>')), '第一条　供水。'],
    [
      'keeps spaces where it says so, and U+3000 always',
      paragraph('<w:r><w:t> 　第一条 </w:t></w:r>' + '<w:r><w:t xml:space="preserve"> 供水\n。</w:t></w:r>'),
      '　第一条 供水 。',
    ],
    [
      'has tabs, line breaks, hyphens and symbols',
      paragraph(
        '<w:r><w:t>某市</w:t><w:br/><w:t>条例</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
        '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>',
      ),
      '某市\n条例\t1-\uf0a8',
    ],
    [
      'is read through hyperlinks, content controls, smart tags and bookmarks',
      paragraph(
        `<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:hyperlink>${run('《供水条例》')}</w:hyperlink><w:bookmarkEnd w:id="0"/>` +
          `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${run('第三条')}</w:sdtContent></w:sdt><w:smartTag>${run('第一款')}</w:smartTag>`,
      ),
      '《供水条例》第三条第一款',
    ],
    [
      'has its formulas, and ruby without the reading',
      paragraph(
        `<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath><w:r><w:ruby><w:rt>${run('shui')}</w:rt><w:rubyBase>${run('水')}</w:rubyBase></w:ruby></w:r>`,
      ),
      'a+b水',
    ],
    [
      'leaves notes and comments out',
      paragraph(
        run('供水') + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>' + run('。'),
      ),
      '供水。',
    ],
  ];
  for (const [name, body, text] of CASES) it(name, async () => assert.equal(await textOf(body), text));
});

describe('tracked changes of Word', () => {
  it('are accepted: what is deleted or moved away is left out', async () => {
    const body = paragraph(
      run('供水') +
        `<w:del w:id="1"><w:r><w:delText>单位</w:delText></w:r>${run('旧')}</w:del><w:ins w:id="2">${run('企业')}</w:ins>` +
        `<w:moveFrom w:id="3">${run('应当')}</w:moveFrom><w:moveTo w:id="4">${run('可以')}</w:moveTo>`,
    );
    assert.equal(await textOf(body), '供水企业可以');
  });

  it('join paragraphs whose end is deleted', async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const body =
      paragraph(run('第一条　供水'), deleted) +
      paragraph(`<w:del w:id="2">${run('全部删除')}</w:del>`, deleted) +
      paragraph(run('和排水。')) +
      paragraph(run('第二条'), '<w:rPr><w:ins w:id="3"/></w:rPr>');
    assert.equal(await textOf(body), '第一条　供水和排水。\n第二条');
  });

  it('leave rows and cells out, and what properties were before', async () => {
    const row = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph(run('旧行'))}</w:tc></w:tr>`;
    const cells = `<w:tr><w:tc>${paragraph(run('甲'))}</w:tc><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>${paragraph(run('旧'))}</w:tc><w:tc>${paragraph(run('乙'))}</w:tc></w:tr>`;
    const changed = '<w:pPrChange w:id="4"><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr></w:pPrChange>';
    assert.equal(await textOf(`<w:tbl>${row}${cells}</w:tbl>${paragraph(run('第一条'), changed)}`), '甲\t乙\n第一条');
  });
});

describe('fields of Word', () => {
  it('are their results', async () => {
    const body = paragraph(
      run('依照') +
        field(' REF _Ref1 \\r \\h ', run('第三条')) +
        `<w:fldSimple w:instr=" REF a ">${run('第二款')}</w:fldSimple>`,
    );
    assert.equal(await textOf(body), '依照第三条第二款');
  });

  it('have no text in their instructions, not even of other fields', async () => {
    const inner = field(' PAGE ', run('7'));
    const body = paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>' +
        field(' DOCPROPERTY x ', run('密')) +
        `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('公开')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${inner}`,
    );
    assert.equal(await textOf(body), '公开');
  });

  it('of a table of contents go on through its paragraphs, without the numbers of pages', async () => {
    const entry = (text: string): string => run(text) + '<w:r><w:tab/></w:r>' + field(' PAGEREF _Toc1 \\h ', run('12'));
    const body =
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          entry('第一章　总则'),
      ) +
      paragraph(entry('第二章　附则')) +
      paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run('第一章　总则'));
    assert.equal(await textOf(body), '第一章　总则\t\n第二章　附则\t\n第一章　总则');
  });

  it('that do not end hide no more than their paragraph', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const pages = `${begin}<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const body =
      paragraph(begin + run('一')) +
      paragraph(begin + field('REF a', run('二'))) +
      paragraph(pages) +
      paragraph(run('三'));
    assert.equal(await textOf(body), '一\n\n\n三');
  });
});

describe('hidden text of Word', () => {
  const STYLES =
    '<w:style w:type="character" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Note"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>';

  it('is left out: by itself, or by its style', async () => {
    const body =
      paragraph(
        run('第一条') +
          run('密', '<w:vanish/>') +
          run('批注', '<w:rStyle w:val="Note"/>') +
          run('　供水', '<w:rStyle w:val="Shown"/>') +
          run('。', '<w:vanish w:val="false"/>'),
      ) +
      paragraph(run('整段'), '<w:pStyle w:val="Secret"/><w:rPr><w:vanish/></w:rPr>') +
      paragraph(run('第二条'));
    assert.equal(await textOf(body, STYLES), '第一条　供水。\n第二条');
  });

  it('joins paragraphs whose end is hidden', async () => {
    const body = paragraph(run('第一条　'), '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + paragraph(run('供水。'));
    assert.equal(await textOf(body), '第一条　供水。');
  });
});

describe('tables and text boxes of Word', () => {
  it('are rows, with tabs between the cells', async () => {
    const p = (text: string): string => paragraph(run(text));
    const body = table([p('序号'), p('事项')], [p('1'), p('供水') + p('') + p('排水')], [p(''), p('')]) + p('第一条');
    assert.equal(await textOf(body), '序号\t事项\n1\t供水 排水\n\t\n第一条');
  });

  it('that frame a text leave its lines as they are', async () => {
    const text =
      paragraph(run('第一条')) +
      paragraph(run('第二条')) +
      table([paragraph(run('甲')), paragraph(run('乙'))]) +
      paragraph('');
    assert.equal(await textOf(table([text])), '第一条\n第二条\n甲\t乙\n');
    assert.equal(await textOf(table([paragraph(''), text])), '第一条\n第二条\n甲\t乙\n');
  });

  it('come once, behind the paragraph they are anchored in', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const body = paragraph(
      run('某市') +
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('文号')}</wps:txbx></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox>${box('文号')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
        run('条例'),
    );
    assert.equal(await textOf(body + paragraph(run('第一条'))), '某市条例\n文号\n第一条');
    const fallback = `<w:r><mc:AlternateContent><mc:Fallback><w:pict>${box('文号')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    assert.equal(await textOf(paragraph(fallback)), '\n文号');
  });
});
