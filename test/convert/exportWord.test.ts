import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { DEFAULT_EXPORT, exportOptions } from '../../server/src/convert/word/exportOptions.js';
import { exportWord } from '../../server/src/convert/word/exportWord.js';
import { importWord } from '../../server/src/convert/word/importWord.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { reasonOf } from '../../server/src/library/unreadable.js';
import { laws } from '../support/laws.js';
import { drawOutline } from '../support/outlines.js';

const TEXT = `某市供水条例
（2019年5月1日通过）
目　录
第一章　总　则
第二章　供　水
　第一节　水　源
第三章　附　则

第一章　总　则
第一条 为了加强供水管理，制定本条例。
（一）取水；
1.生活用水。
第二章　供　水
第一节　水　源
第二条　水质应当达到下列标准：
项目\t限值
浊度\t1
第三章　附　则
第三条　本条例自公布之日起施行。

附件
供水价格表
`;

/** Paragraphs of the document, each as its properties in short and its text. */
async function paragraphsOf(text: string, part = 'word/document.xml'): Promise<string[]> {
  const xml = strFromU8(unzipSync(await exportWord(text))[part] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, content = '']) => {
    const style = /<w:pStyle w:val="([^"]*)"/.exec(content)?.[1] ?? '';
    const isOnNewPage = content.includes('<w:pageBreakBefore');
    const runs = [...content.matchAll(/<w:rStyle w:val="RegulationNumber"\/><\/w:rPr><w:t[^>]*>([^<]*)/g)];
    const words = [...content.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, word = '']) => word).join('');
    return [style, ...(isOnNewPage ? ['new page'] : []), ...runs.map(([, number = '']) => `<${number}>`), words].join(
      ' ',
    );
  });
}

describe('exporting a Word document', () => {
  it('gives each line the style of what it is, and articles a number that stands out', async () => {
    assert.deepEqual(await paragraphsOf(TEXT), [
      'Title 某市供水条例',
      'RegulationNote （2019年5月1日通过）',
      'RegulationContents 目　录',
      'TOC1 第一章　总　则',
      'TOC1 第二章　供　水',
      'TOC2 第一节　水　源',
      'TOC1 第三章　附　则',
      'Heading1 第一章　总　则',
      'RegulationArticle <第一条> 第一条　为了加强供水管理，制定本条例。',
      'RegulationItem （一）取水；',
      'RegulationSubitem 1.生活用水。',
      'Heading1 第二章　供　水',
      'Heading2 第一节　水　源',
      'RegulationArticle <第二条> 第二条　水质应当达到下列标准：',
      'RegulationCell 项目',
      'RegulationCell 限值',
      'RegulationCell 浊度',
      'RegulationCell 1',
      'Heading1 第三章　附　则',
      'RegulationArticle <第三条> 第三条　本条例自公布之日起施行。',
      'RegulationAnnex new page 附件',
      'RegulationBody 供水价格表',
    ]);
  });

  it('makes the table of contents one of Word that leads to the headings', async () => {
    const xml = strFromU8(unzipSync(await exportWord(TEXT))['word/document.xml'] ?? new Uint8Array());
    assert.match(xml, /<w:instrText[^>]*>TOC [^<]*\\o "?(?:&quot;)?1-2/);
    const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]*)"/g)].map(([, anchor = '']) => anchor);
    const marks = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(([, name = '']) => name);
    assert.deepEqual(anchors, marks);
    assert.equal(anchors.length, 4);
  });

  it('has the page of official documents, page numbers on both kinds of pages, and articles in the outline', async () => {
    const files = unzipSync(await exportWord(TEXT));
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    assert.match(part('word/document.xml'), /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(part('word/document.xml'), /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    assert.match(part('word/settings.xml'), /<w:evenAndOddHeaders\/>/);
    assert.match(part('word/footer1.xml') + part('word/footer2.xml'), /PAGE.*PAGE/s);
    const article =
      /<w:style [^>]*w:styleId="RegulationArticle".*?<\/w:style>/.exec(part('word/styles.xml'))?.[0] ?? '';
    assert.match(article, /<w:outlineLvl w:val="2"\/>/);
    assert.match(article, /w:firstLineChars="200"/);
    assert.match(part('word/fontTable.xml'), /w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,华文中宋,宋体"/);
  });

  it('takes fonts and sizes from the options; what is none of them has its default', async () => {
    assert.deepEqual(exportOptions({ font: { body: 1, title: ' , ' }, size: { body: 1000 } }), DEFAULT_EXPORT);
    assert.deepEqual(exportOptions(undefined), DEFAULT_EXPORT);
    const options = exportOptions({ font: { body: '宋体, 思源宋体' }, size: { body: 14 } });
    const styles = strFromU8(unzipSync(await exportWord(TEXT, options))['word/styles.xml'] ?? new Uint8Array());
    assert.match(styles, /<w:docDefaults>.*w:eastAsia="宋体".*<w:sz w:val="28"\/>.*<\/w:docDefaults>/);
  });
});

describe('a text that goes through Word', () => {
  it('is the same but for its layout', async () => {
    const { text } = await importWord(await exportWord(TEXT));
    assert.equal(text, TEXT.replace('第一条 ', '第一条　').replace('　第一节', '第一节').replace(/\n\n/g, '\n'));
  });

  it('keeps its words whatever they are', async () => {
    const pieces = [
      '第一条',
      '　',
      '\t',
      '\n',
      '第一章',
      '目录',
      '附件',
      '（一）',
      '甲',
      '<&>"',
      ' ',
      '\u0001',
      '\ud800',
      '𠮷',
      '|',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    const words = (written: string): string => withoutLayout(written.replace(/[\u0001\ud800](?![\udc00-\udfff])/g, ''));
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const { text: read } = await importWord(await exportWord(written));
        assert.equal(words(read), words(written));
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('has the words, numbers and provisions that it had, in fifty real laws', async function () {
    this.timeout(600_000);
    const all = laws(this);
    const every = Number(process.env['TIAOWEN_EVERY'] ?? Math.floor(all.length / 50));
    const counts = { documents: 0, failures: 0 };
    const failures: string[] = [];
    for (const [index, { name, text }] of all.entries()) {
      if (index % every !== 0) continue;
      counts.documents++;
      const { text: read, notes, changes } = await importWord(await exportWord(text));
      if (withoutLayout(read) !== withoutLayout(text)) failures.push(`${name}: words`);
      if (outlineOf(read) !== outlineOf(text)) failures.push(`${name}: provisions`);
      if (notes.length + changes > 0) failures.push(`${name}: notes`);
    }
    counts.failures = failures.length;
    console.log(`      ${JSON.stringify(counts)}`);
    assert.deepEqual(failures, []);
  });

  it('refuses a text of more lines than there is memory for, and says so', async () => {
    await assert.rejects(exportWord('甲\n'.repeat(50_001)), (error) => {
      assert.match(reasonOf(error).zh, /行数过多，超过 50000 行的上限/);
      return true;
    });
  });
});

function outlineOf(text: string): string {
  return drawOutline(text).map(withoutLayout).join('\n');
}
