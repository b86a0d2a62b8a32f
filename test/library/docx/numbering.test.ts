import assert from 'node:assert/strict';
import { readDocx } from '../../../server/src/library/docx.js';
import { inList, level, lists, paragraph, run, word } from '../../support/word.js';

/** Paragraphs, each given by its list and level, or by its style. */
type Item = readonly [properties: string, text: string];

async function linesOf(numbering: string, items: readonly Item[], styles = ''): Promise<string[]> {
  const body = items.map(([properties, text]) => paragraph(text && run(text), properties)).join('');
  return (await readDocx(word({ body, numbering, styles }))).split('\n');
}

const STATUTE = lists(
  level(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>') +
    level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>') +
    level(2, 'chineseCounting', '（%3）', '<w:suff w:val="nothing"/>') +
    level(3, 'decimal', '%4.', '<w:suff w:val="nothing"/>'),
);

describe('automatic numbers of Word', () => {
  it('are real ones: chapters, articles that go on through them, items, subitems', async () => {
    assert.deepEqual(
      await linesOf(STATUTE, [
        [inList(1, 0), '总则'],
        [inList(1, 1), '供水。'],
        [inList(1, 1), '下列情形：'],
        [inList(1, 2), '甲；'],
        [inList(1, 3), '子；'],
        [inList(1, 3), '丑；'],
        [inList(1, 2), '乙：'],
        [inList(1, 3), '寅。'],
        ['', '第二款。'],
        [inList(1, 0), '罚则'],
        [inList(1, 1), '罚款：'],
        [inList(1, 2), '丙。'],
      ]),
      [
        '第一章 总则',
        '第一条\t供水。',
        '第二条\t下列情形：',
        '（一）甲；',
        '1.子；',
        '2.丑；',
        '（二）乙：',
        '1.寅。',
        '第二款。',
        '第二章 罚则',
        '第三条\t罚款：',
        '（一）丙。',
      ],
    );
  });

  it('begin anew behind the level that says so', async () => {
    const numbering = lists(
      level(0, 'decimal', '%1') +
        level(1, 'decimal', '%1.%2') +
        level(2, 'decimal', '%3)', '<w:lvlRestart w:val="1"/>'),
    );
    const levels = [0, 1, 2, 1, 2, 0, 2];
    assert.deepEqual(
      await linesOf(
        numbering,
        levels.map((at) => [inList(1, at), '']),
      ),
      ['1', '1.1', '1)', '1.2', '2)', '2', '1)'],
    );
  });

  it('begin with the number that is given, once where a list overrides it', async () => {
    const definition =
      '<w:lvl w:ilvl="0"><w:start w:val="205"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>';
    const numbering =
      lists(definition) +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>' +
      `<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">${level(0, 'decimal', '%1、')}</w:lvlOverride></w:num>`;
    const numbers = [1, 1, 2, 2, 1, 3];
    assert.deepEqual(
      await linesOf(
        numbering,
        numbers.map((list) => [inList(list), '']),
      ),
      ['第二百零五条', '第二百零六条', '第三条', '第四条', '第五条', '6、'],
    );
  });

  it('are counted in each list by itself, and through other paragraphs', async () => {
    const numbering = lists(level(0, 'decimal', '%1.'), level(0, 'decimalEnclosedCircle', '%1'));
    assert.deepEqual(
      await linesOf(numbering, [
        [inList(1), '甲'],
        [inList(2), '子'],
        ['', '丙'],
        [inList(1), '乙'],
        [inList(2), '丑'],
      ]),
      ['1.\t甲', '①\t子', '丙', '2.\t乙', '②\t丑'],
    );
  });

  it('come from the style, from the one it is based on, from the default one', async () => {
    const numbering = lists(
      level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="Chapter"/>') +
        level(1, 'chineseCounting', '第%2条', '<w:pStyle w:val="Article"/>'),
      level(0, 'decimal', '%1)'),
    );
    const style = (id: string, properties: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}" ${more}>${properties}</w:style>`;
    const numbered = (numId: number): string => `<w:pPr><w:numPr><w:numId w:val="${String(numId)}"/></w:numPr></w:pPr>`;
    const styles =
      style('Normal', numbered(2), 'w:default="1"') +
      style('Chapter', numbered(1)) +
      style('Article', numbered(1)) +
      style('Long', '<w:basedOn w:val="Article"/>') +
      style('Plain', '<w:basedOn w:val="Article"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
    const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;
    assert.deepEqual(
      await linesOf(
        numbering,
        [
          [styled('Chapter'), '总则'],
          [styled('Article'), '甲'],
          [styled('Long'), '乙'],
          [styled('Plain'), '丙'],
          [styled('Article') + inList(0), '丁'],
          ['', '戊'],
        ],
        styles,
      ),
      ['第一章\t总则', '第一条\t甲', '第二条\t乙', '丙', '丁', '1)\t戊'],
    );
  });

  it('come from a style of lists', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Law"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="2">${level(0, 'chineseCounting', '第%1条')}<w:styleLink w:val="Law"/></w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
    const styles =
      '<w:style w:type="numbering" w:styleId="Law"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    assert.deepEqual(
      await linesOf(
        numbering,
        [
          [inList(1), '甲'],
          [inList(2), '乙'],
        ],
        styles,
      ),
      ['第一条\t甲', '第二条\t乙'],
    );
  });

  it('are not taken by paragraphs that are deleted or hidden, and stand in front of joined ones', async () => {
    const numbering = lists(level(0, 'chineseCounting', '第%1条', '<w:suff w:val="space"/>'));
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    assert.deepEqual(
      await linesOf(numbering, [
        [inList(1), '甲'],
        [inList(1) + deleted, ''],
        [inList(1) + '<w:rPr><w:vanish/></w:rPr>', ''],
        [inList(1) + deleted, '乙'],
        [inList(1), '丙'],
        [inList(1), ''],
      ]),
      ['第一条 甲', '第二条 乙丙', '第三条'],
    );
  });

  it('are shown as they look: bullets, hidden numbers, digits for legal ones, none', async () => {
    const numbering = lists(
      level(0, 'bullet', '\uf0b7') + level(1, 'bullet', '—', '<w:suff w:val="nothing"/>'),
      level(0, 'chineseCounting', '%1') + level(1, 'chineseCounting', '%1.%2', '<w:isLgl/>') + level(2, 'none', '%3'),
      level(0, 'decimal', '%1', '<w:rPr><w:vanish/></w:rPr>'),
    );
    assert.deepEqual(
      await linesOf(numbering, [
        [inList(1), '甲'],
        [inList(1, 1), '乙'],
        [inList(2), '丙'],
        [inList(2, 1), '丁'],
        [inList(2, 2), '戊'],
        [inList(3), '己'],
        [inList(9), '庚'],
      ]),
      ['•\t甲', '—乙', '一\t丙', '1.1\t丁', '戊', '己', '庚'],
    );
  });

  it('in a format of newer kind are those of the old kind behind it', async () => {
    const numbering = lists(
      '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>' +
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>',
    );
    assert.deepEqual(await linesOf(numbering, [[inList(1), '甲']]), ['7.\t甲']);
  });
});
