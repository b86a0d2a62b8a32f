import assert from 'node:assert/strict';
import { references } from '../../server/src/features/references.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

/** The places, file by file, a line each: the file, the text and its line counted from 1. */
function places(at: Fixture, includeDeclaration = false): string[] {
  const found = references(at.library, at.document, at.position, includeDeclaration);
  return found
    .sort((a, b) => (a.uri < b.uri ? -1 : Number(a.uri > b.uri)))
    .map((place) => `${show(at, place)}:${String(place.range.start.line + 1)}`);
}

describe('references', () => {
  describe('of an article', () => {
    const draft = (number: string): Fixture =>
      fixture(`
        第一条　甲。
        ${number}　乙：
        （一）丙；
        （二）丁。
        戊。
        第三条　违反第二条规定。
        第四条　违反第二条第一款第一项规定。
        第五条　违反第一条至第三条规定。
        第六条　违反第二条至第四条规定。
        第七条　违反第一条、第三条规定。
        第八条　违反第三条至第五条规定。
      `);
    const expected = [
      '草案.law.txt: 第二条:6',
      '草案.law.txt: 第二条第一款第一项:7',
      '草案.law.txt: 第一条至第三条:8',
      '草案.law.txt: 第二条:9',
    ];

    it('are the citations of it, of what is in it, and the ranges around it', () => {
      assert.deepEqual(places(draft('$$第二条')), expected);
    });

    it('and its number, where the declaration is wanted', () => {
      assert.deepEqual(places(draft('第二$$条'), true), ['草案.law.txt: 第二条:2', ...expected]);
    });

    it('come from a citation as well', () => {
      const at = fixture('第一条　甲。\n第二条　违反$$第一条规定。\n第三条　依照本办法第一条第一款。');
      assert.deepEqual(places(at, true), [
        '草案.law.txt: 第一条:1',
        '草案.law.txt: 第一条:2',
        '草案.law.txt: 第一条第一款:3',
      ]);
    });

    it('are, of a version of a law, those that mean its provision by whatever number', () => {
      const law = (name: string, note: string, articles: string): string => `
        === ${name}.txt
        养犬条例
        ${note}
        ${articles}`;
      const old = '第一条　犬只应当每年接种狂犬病疫苗。\n        第二条　携犬外出应当束犬链，避让行人。';
      const renumbered = '第一条　甲乙丙丁。\n        第二条　犬只应当每年接种狂犬病疫苗。';
      const citing = `
        === 旧办法.txt
        旧办法
        （2015年1月1日公布）
        第一条　依照《养犬条例》第一条、第二条办理。
        === 新办法.txt
        新办法
        （2024年1月1日公布）
        第一条　依照《养犬条例》第一条、第二条办理。`;
      const versions = (before: string, after: string): Fixture =>
        fixture(law('旧', '（2010年1月1日通过）', before) + law('新', '（2020年1月1日修订）', after) + citing);
      assert.deepEqual(
        places(
          versions(
            old.replace('第一条', () => '$$第一条'),
            renumbered,
          ),
        ),
        ['旧办法.txt: 第一条:3'],
      );
      assert.deepEqual(
        places(
          versions(
            old,
            renumbered.replace('第二条', () => '$$第二条'),
          ),
        ),
        ['新办法.txt: 第二条:3', '旧办法.txt: 第一条:3'],
      );
      assert.deepEqual(
        places(
          versions(
            old,
            renumbered.replace('第一条', () => '$$第一条'),
          ),
        ),
        ['新办法.txt: 第一条:3'],
      );
    });

    it('count inserted articles in their place', () => {
      const at = fixture(`
        第一条　甲。
        $$第一条之一　乙。
        第二条　依照第一条至第二条办理；依照第二条至第三条办理；依照第一条之一办理。
        第三条　丙。
      `);
      assert.deepEqual(places(at), ['草案.law.txt: 第一条至第二条:3', '草案.law.txt: 第一条之一:3']);
    });

    it('in an annex are those of the annex', () => {
      const text = (main: string, annex: string): Fixture =>
        fixture(`
          示范县办法
          ${main}　正文。
          第二条　依照第一条办理。
          附件：
          ${annex}　附件。
          第二条　依照第一条办理；依照第三条办理。
          第三条　丙。
        `);
      assert.deepEqual(places(text('$$第一条', '第一条')), ['草案.law.txt: 第一条:3']);
      assert.deepEqual(places(text('第一条', '$$第一条')), ['草案.law.txt: 第一条:6']);
    });

    it('that does not exist are those that cite it in vain', () => {
      const at = fixture('第一条　违反$$第九条规定。\n第二条　依照第九条第二款办理。');
      assert.deepEqual(places(at, true), ['草案.law.txt: 第九条:1', '草案.law.txt: 第九条第二款:2']);
    });

    it('whose number is left open are none', () => {
      assert.deepEqual(places(fixture('第一条　违反第一条规定。\n第$$×条　新。')), []);
    });
  });

  describe('of a paragraph', () => {
    const draft = (mark: string): Fixture =>
      fixture(`
        第一条　甲。
        ${mark}乙：
        （一）丙。
        前款规定的乙。
        前两款规定的乙。
        第二条　违反第一条规定。
        第三条　违反第一条第二款规定，或者第一条第二款第一项规定。
        第四条　违反第一条第一款至第三款规定。
      `);

    it('are the citations of it and its items, not those of the whole article', () => {
      assert.deepEqual(places(draft('$$')), [
        '草案.law.txt: 前款:4',
        '草案.law.txt: 前两款:5',
        '草案.law.txt: 第一条第二款:7',
        '草案.law.txt: 第一条第二款第一项:7',
        '草案.law.txt: 第一条第一款至第三款:8',
      ]);
    });

    it('that is the only one are those of the article', () => {
      const at = fixture('第一条　甲$$乙。\n第二条　违反第一条规定。');
      assert.deepEqual(places(at), ['草案.law.txt: 第一条:2']);
    });
  });

  it('of 前两款 are those of either', () => {
    const at = fixture(`
      第一条　甲。
      乙。
      $$前两款规定。
      前款规定。
      第二条　违反第一条第一款规定，违反第一条第二款规定。
    `);
    assert.deepEqual(places(at), [
      '草案.law.txt: 前两款:3',
      '草案.law.txt: 第一条第一款:5',
      '草案.law.txt: 第一条第二款:5',
    ]);
  });

  it('of an item, with the ranges it lies within', () => {
    const at = fixture(`
      第一条　下列：
      （一）甲；
      $$（二）乙；
      （三）丙。
      第二条　违反第一条第一项至第三项规定；违反第一条第（二）、（三）项规定；违反第一条规定。
    `);
    assert.deepEqual(places(at), ['草案.law.txt: 第一条第一项至第三项:5', '草案.law.txt: 第一条第（二）:5']);
  });

  it('of a chapter are the citations of the chapter, of its sections and the ranges around it', () => {
    const at = fixture(`
      第一章　总则
      第一条　甲。
      第二章$$　管理
      第一节　开办
      第二条　本章规定；本节规定；第二条规定。
      第三章　附则
      第三条　第一章至第三章规定；第二章第一节规定；第三章规定。
    `);
    assert.deepEqual(places(at), [
      '草案.law.txt: 本章:5',
      '草案.law.txt: 本节:5',
      '草案.law.txt: 第一章至第三章:7',
      '草案.law.txt: 第二章第一节:7',
    ]);
  });

  describe('across documents', () => {
    const texts = (title: string, article: string, citation: string): Fixture =>
      fixture(`
        === 市场办法.txt
        ${title}
        ${article}　甲。
        第二条　依照第一条办理。
        === 细则.txt
        市场办法实施细则
        第一条　根据《市场办法》（以下简称《办法》），制定本细则。
        第二条　违反${citation}第一条规定；违反本细则第一条规定。
        第三条　该办法第一条第一款。
      `);
    const ofArticle = ['市场办法.txt: 第一条:3', '细则.txt: 第一条:3', '细则.txt: 第一条第一款:4'];

    it('of an article from its number', () => {
      assert.deepEqual(places(texts('市场办法', '$$第一条', '《办法》')), ofArticle);
    });

    it('of an article from a citation elsewhere', () => {
      assert.deepEqual(places(texts('市场办法', '第一条', '《办法》$$'), true), [
        '市场办法.txt: 第一条:2',
        ...ofArticle,
      ]);
    });

    it('of an instrument from its title', () => {
      assert.deepEqual(places(texts('市场$$办法', '第一条', '《办法》'), true), [
        '市场办法.txt: 市场办法:1',
        '细则.txt: 《市场办法》:2',
        '细则.txt: 《办法》:3',
        '细则.txt: 该办法:4',
      ]);
    });

    it('of an instrument from a mention by its short name', () => {
      assert.deepEqual(places(texts('市场办法', '第一条', '《办$$法》')), [
        '细则.txt: 《市场办法》:2',
        '细则.txt: 《办法》:3',
        '细则.txt: 该办法:4',
      ]);
    });

    it('of a short name from its definition are its uses in the document', () => {
      const at = fixture(`
        === 细则.txt
        第一条　根据《市场办法》（以下简称《办$$法》）制定。
        第二条　依照《办法》和《市场办法》办理。
        === 其他.txt
        第一条　依照《办法》办理。
      `);
      assert.deepEqual(places(at, true), ['细则.txt: 办法:1', '细则.txt: 《办法》:2']);
    });

    it('of an instrument that is not in the library', () => {
      const at = fixture(`
        === 甲.txt
        第一条　依照$$《中华人民共和国慈善法》第三条办理。
        === 乙.txt
        乙办法
        第一条　依照慈善法第三条第二款办理。
      `);
      assert.deepEqual(places(at), ['乙.txt: 慈善法:2', '甲.txt: 《中华人民共和国慈善法》:1']);
    });

    it('of a provision of an instrument that is not in the library', () => {
      const at = fixture(`
        === 甲.txt
        第一条　依照《中华人民共和国慈善法》$$第三条办理。
        === 乙.txt
        乙办法
        第一条　依照慈善法第二条至第四条办理。
      `);
      assert.deepEqual(places(at), ['乙.txt: 第二条至第四条:2', '甲.txt: 第三条:1']);
    });

    it('of one version are not the citations that another version makes of itself', () => {
      const at = fixture(`
        === 新.txt
        市场办法
        （2020年1月1日通过）
        $$第一条　甲。
        === 旧.txt
        市场办法
        （2010年1月1日通过）
        第一条　甲。
        第二条　依照第一条办理。
      `);
      assert.deepEqual(places(at), []);
    });

    it('in a statute that is published part by part are those of all its files', () => {
      const civilCode = (article: string, chapter: string): Fixture =>
        fixture(`
          === 总则.txt
          中华人民共和国民法典
          总则
          第一章　基本规定
          ${article}　甲。
          第二条　依照第一条和本章办理。
          === 人格权.txt
          中华人民共和国民法典
          人格权编
          ${chapter}　一般规定
          第九百八十九条　依照本法第一条、第三条办理；依照本章办理。
          第九百九十条　依照第九百八十九条办理。
          === 细则.txt
          细则
          第一条　依照民法典第一条和第四编第一章办理；依照第一条办理。
        `);
      assert.deepEqual(places(civilCode('$$第一条', '第一章')), [
        '人格权.txt: 第一条:4',
        '总则.txt: 第一条:5',
        '细则.txt: 第一条:2',
      ]);
      assert.deepEqual(places(civilCode('第一条', '第一章$$')), ['人格权.txt: 本章:4', '细则.txt: 第四编第一章:2']);
    });

    it('of a text without title are its own', () => {
      const at = fixture(`
        === 甲.txt
        $$第一条　甲。
        第二条　依照第一条办理。
        === 乙.txt
        第一条　乙。
        第二条　依照第一条办理。
      `);
      assert.deepEqual(places(at), ['甲.txt: 第一条:2']);
    });
  });

  it('of running text outside of any provision are none', () => {
    assert.deepEqual(places(fixture('示范县办法\n目$$录\n第一章　总则\n第一章　总则\n第一条　甲。')), []);
  });
});
