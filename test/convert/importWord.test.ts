import assert from 'node:assert/strict';
import { FORMATS } from '../../server/src/convert/formats.js';
import { importWord } from '../../server/src/convert/word/importWord.js';
import { UnreadableError } from '../../server/src/library/unreadable.js';
import { inList, level, lists, pack, paragraph, run, word, wordFiles } from '../support/word.js';

function reference(kind: string, id: number): string {
  return `<w:r><w:${kind}Reference w:id="${String(id)}"/></w:r>`;
}

function change(name: string, content: string, author = '甲'): string {
  return `<w:${name} w:id="1" w:author="${author}">${content}</w:${name}>`;
}

function deleted(text: string): string {
  return `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;
}

async function textOf(body: string, changes: 'accepted' | 'rejected', numbering?: string): Promise<string> {
  return (await importWord(word({ body, ...(numbering !== undefined && { numbering }) }), { changes })).text;
}

describe('importing a Word document', () => {
  it('leaves out what conversions leave in texts, and space that only the page needed', async () => {
    const { text } = await importWord(word('\n\n某市供水条例 \n\n\n\n[bookmark: _GoBack]第一条　供\u200b水。\t\n\n'));
    assert.equal(text, '某市供水条例\n\n第一条　供水。\n');
  });

  it('takes no time over white space and brackets without end', async () => {
    // Of this length what grows as its square takes minutes.
    const space = ' \u3000'.repeat(200_000);
    const { text } = await importWord(word(`第一条　甲${space}乙。`));
    assert.equal(text, `第一条　甲${space}乙。\n`);
    const brackets = await FORMATS['.md']?.read(new TextEncoder().encode(`第一条　甲${'['.repeat(300_000)}乙。`), {});
    assert.ok(typeof brackets === 'string' && brackets.startsWith('第一条'));
    const written = await FORMATS['.html']?.write(`第一条　甲${space}乙。`, {});
    assert.ok(written);
  });

  it('lists footnotes, endnotes and comments by the provisions that they are on', async () => {
    const note = (name: string, id: number, text: string, more = ''): string =>
      `<w:${name} w:id="${String(id)}"${more}>${paragraph(run(text))}</w:${name}>`;
    const body =
      paragraph(run('某市供水条例') + reference('comment', 1)) +
      paragraph(run('第一章　总则') + reference('endnote', 1)) +
      paragraph(run('第一条　供水') + reference('footnote', 1) + run('。') + reference('comment', 2)) +
      paragraph(run('第二条　排水。')) +
      paragraph(run('前款规定以外的排水') + reference('footnote', 2) + run('，除外。'));
    const { text, notes } = await importWord(
      word({
        body,
        footnotes:
          note('footnote', 0, '', ' w:type="separator"') + note('footnote', 2, '见说明二') + note('footnote', 1, '甲'),
        endnotes: note('endnote', 1, '尾注'),
        comments: note('comment', 1, '标题？', ' w:author="张三"') + note('comment', 2, '删去', ' w:author="李四"'),
      }),
    );
    assert.equal(text, '某市供水条例\n第一章　总则\n第一条　供水。\n第二条　排水。\n前款规定以外的排水，除外。\n');
    assert.deepEqual(
      notes.map(({ kind, place, text, author }) => [kind, place, text, author]),
      [
        ['comment', '某市供水条例', '标题？', '张三'],
        ['endnote', '第一章　总则', '尾注', undefined],
        ['footnote', '第一条', '甲', undefined],
        ['comment', '第一条', '删去', '李四'],
        ['footnote', '第二条', '见说明二', undefined],
      ],
    );
  });

  it('knows the place of a note in an article whose number Word gives', async () => {
    const numbering = lists(level(0, 'chineseCountingThousand', '第%1条'));
    const body =
      paragraph(run('甲。'), inList(1)) + paragraph(run('乙') + reference('comment', 1) + run('。'), inList(1));
    const comments = `<w:comment w:id="1">${paragraph(run('改'))}</w:comment>`;
    const { text, notes } = await importWord(word({ body, numbering, comments }));
    assert.equal(text, '第一条\t甲。\n第二条\t乙。\n');
    assert.deepEqual(
      notes.map(({ place }) => place),
      ['第二条'],
    );
  });
});

describe('tracked changes', () => {
  const body =
    paragraph(
      run('第一条　供水') +
        change('del', deleted('单位')) +
        change('ins', run('企业')) +
        run('应当') +
        change('moveFrom', run('及时')) +
        run('检修') +
        change('moveTo', run('及时')) +
        run('。'),
    ) +
    paragraph(change('ins', run('第二条　新增。')), `<w:rPr>${change('ins', '')}</w:rPr>`) +
    paragraph(run('第三条　排水。'));

  it('are accepted or rejected', async () => {
    assert.equal(await textOf(body, 'accepted'), '第一条　供水企业应当检修及时。\n第二条　新增。\n第三条　排水。\n');
    assert.equal(await textOf(body, 'rejected'), '第一条　供水单位应当及时检修。\n第三条　排水。\n');
  });

  it('are counted as a reader does: the pieces of one are one, what is moved counts once', async () => {
    assert.equal((await importWord(word({ body }))).changes, 4);
    const pieces = change('ins', run('甲')) + change('ins', run('乙')) + change('ins', run('丙'), '乙');
    assert.equal((await importWord(word({ body: paragraph(pieces) }))).changes, 2);
    assert.equal((await importWord(word('第一条　供水。'))).changes, 0);
  });

  it('of ends of paragraphs, rows and cells are rejected too', async () => {
    const split =
      paragraph(run('第一条　供水'), `<w:rPr>${change('ins', '')}</w:rPr>`) +
      paragraph(run('和排水。')) +
      paragraph(run('第二条　甲'), `<w:rPr>${change('del', '')}</w:rPr>`) +
      paragraph(run('乙。'));
    assert.equal(await textOf(split, 'rejected'), '第一条　供水和排水。\n第二条　甲\n乙。\n');
    assert.equal(await textOf(split, 'accepted'), '第一条　供水\n和排水。\n第二条　甲乙。\n');
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const table =
      `<w:tbl><w:tr><w:trPr>${change('ins', '')}</w:trPr>${cell('新')}${cell('行')}</w:tr>` +
      `<w:tr>${cell('甲')}${cell('新', change('cellIns', ''))}${cell('乙')}</w:tr></w:tbl>`;
    assert.equal(await textOf(table, 'rejected'), '甲\t乙\n');
    assert.equal(await textOf(table, 'accepted'), '新\t行\n甲\t新\t乙\n');
  });

  it('of a list give the numbers back that there were', async () => {
    const numbering = lists(level(0, 'chineseCountingThousand', '第%1条', '<w:suff w:val="space"/>'));
    const former = `<w:pPrChange w:id="1"><w:pPr>${inList(1)}</w:pPr></w:pPrChange>`;
    const listed =
      paragraph(run('甲。'), inList(1)) + paragraph(run('乙。'), former) + paragraph(run('丙。'), inList(1));
    assert.equal(await textOf(listed, 'rejected', numbering), '第一条 甲。\n第二条 乙。\n第三条 丙。\n');
    assert.equal(await textOf(listed, 'accepted', numbering), '第一条 甲。\n乙。\n第二条 丙。\n');
  });
});

describe('a file that is not imported', () => {
  async function refusal(bytes: Uint8Array): Promise<string> {
    try {
      await importWord(bytes);
    } catch (error) {
      assert.ok(error instanceof UnreadableError, String(error));
      return error.message;
    }
    return assert.fail('it was read');
  }

  it('is told why: locked by a password, no Word document, no archive', async () => {
    const locked = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    assert.match(await refusal(locked), /加密/);
    assert.match(await refusal(pack({ 'content.xml': '<a/>' })), /不是 Word 文档/);
    assert.match(await refusal(new TextEncoder().encode('第一条')), /不是 Word 文档/);
  });

  it('is one whose notes expand without end, hold entities, or are no XML', async () => {
    const body = paragraph(run('第一条') + reference('footnote', 1));
    const files = wordFiles({ body, footnotes: '' });
    const bomb = pack({ ...files, 'word/footnotes.xml': new Uint8Array(12 * 1024 * 1024).fill(0x20) });
    assert.match(await refusal(bomb), /过大.*解压以后/);
    const entity = '<!DOCTYPE w:footnotes [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:footnotes>&a;</w:footnotes>';
    assert.match(await refusal(pack({ ...files, 'word/footnotes.xml': entity })), /footnotes\.xml 不是规范的 XML/);
  });

  it('reaches no file outside itself', async () => {
    const files = wordFiles({ body: paragraph(run('第一条') + reference('comment', 1)) });
    const relationships = String(files['word/_rels/document.xml.rels']);
    for (const target of ['../../../../etc/passwd', '/etc/passwd', 'file:///etc/passwd']) {
      const named = relationships.replace('Target="comments.xml"', `Target="${target}"`);
      const read = await importWord(pack({ ...files, 'word/_rels/document.xml.rels': named }));
      assert.deepEqual(read, { text: '第一条\n', notes: [], changes: 0 });
    }
  });
});
