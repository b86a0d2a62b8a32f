import assert from 'node:assert/strict';
import type { Location, LocationLink } from 'vscode-languageserver';
import { definition } from '../../server/src/features/definition.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

/** Where the caret leads, a line each: the file, and what the caret goes to. */
function targets(at: Fixture): string[] {
  const links = definition(at.library, at.document, at.position, true) as LocationLink[];
  return links.map(({ targetUri, targetSelectionRange }) => show(at, { uri: targetUri, range: targetSelectionRange }));
}

/** The words that an editor underlines. */
function origin(at: Fixture): string {
  const [link] = definition(at.library, at.document, at.position, true) as LocationLink[];
  return at.document.textDocument.getText(link?.originSelectionRange);
}

const MARKET = `
  示范县农贸市场管理办法
  （2024年3月1日示范县人民政府通过）
  第一章　总则
  第一条　为了规范秩序，制定本办法。
  第二条　市场开办者应当履行下列义务：
  （一）建立查验制度，包括：
  1.查验许可证；
  2.查验合格证；
  （二）公示收费；
  （三）清扫。
  前款第二项规定的公示期不少于七日。
  经营者应当配合。
  第二章　管理
  第一节　开办
  第三条　开办市场应当备案。
  第二节　经营
  第四条　经营者应当亮证。
  第五条　本办法自2024年5月1日起施行。
  第五条之一　本办法由县人民政府解释。
`;

/** The article 第六条 of the market's rules, with what is cited in it. */
function inMarket(text: string): Fixture {
  return fixture(`${MARKET}  第六条　第一款。\n  ${text}\n`);
}

describe('definition', () => {
  describe('within the document', () => {
    const cases: [citation: string, ...targets: string[]][] = [
      ['违反$$第三条规定', '第三条'],
      ['违反第三$$条规定', '第三条'],
      ['违反第三条$$规定', '第三条'],
      ['违反本办法$$第二条第二款规定', '前款第二项规定的公示期不少于七日。'],
      ['违反$$第二条第一款第三项规定', '（三）'],
      ['违反$$第二条第（三）项规定', '（三）'],
      ['违反$$第二条第一项第2目规定', '2.'],
      ['违反$$第五条之一规定', '第五条之一'],
      ['违反第二条$$第二款规定', '前款第二项规定的公示期不少于七日。'],
      ['违反第二条第二款、$$第三款规定', '经营者应当配合。'],
      ['违反第二条第一款第（一）、$$（三）项规定', '（三）'],
      ['违反$$第三条至第五条规定', '第三条'],
      ['违反第三条至$$第五条规定', '第五条'],
      ['违反第二条第一项至$$三项规定', '（三）'],
      ['违反$$前款规定', '第一款。'],
      ['违反$$前条规定', '第五条之一'],
      ['依照$$本条第一款处理', '第一款。'],
      ['依照$$第一款处理', '第一款。'],
      ['依照$$本章规定处理', '第二章　管理'],
      ['依照$$本章第一节规定处理', '第一节　开办'],
      ['依照$$第一章规定处理', '第一章　总则'],
      ['依照本办法第二条规定处理；违反$$该条第二款', '前款第二项规定的公示期不少于七日。'],
      ['违反第二条第一款的，处罚款；违反$$同款规定', '市场开办者应当履行下列义务：'],
      ['违反第二条第一款规定的$$第三项', '（三）'],
      ['违反$$第371条规定'],
      ['违反$$第二条第九款规定'],
      ['没有$$引用的文字'],
    ];
    for (const [citation, ...expected] of cases) {
      it(`${citation} → ${expected.join('、') || '无'}`, () => {
        assert.deepEqual(
          targets(inMarket(citation)),
          expected.map((target) => `草案.law.txt: ${target}`),
        );
      });
    }

    it('前两款 leads to both', () => {
      const at = fixture(`
        第一条　市场应当备案。
        备案免费。
        $$前两款规定的备案，由县人民政府办理。
      `);
      assert.deepEqual(targets(at), ['草案.law.txt: 市场应当备案。', '草案.law.txt: 备案免费。']);
      assert.equal(origin(at), '前两款');
    });

    /** A list, with a citation in its second item and another one below it. */
    const list = (inItem: string, below: string): Fixture =>
      fixture(`
        第一条　下列行为应当备案：
        （一）开办；
        （二）转让，但${inItem}已经备案的除外。
        ${below}规定的备案免费。
      `);

    it('前项 in an item', () => assert.deepEqual(targets(list('$$前项', '前款')), ['草案.law.txt: （一）']));

    it('前款第二项 below the list', () => {
      const at = list('前项', '前款$$第二项');
      assert.deepEqual(targets(at), ['草案.law.txt: （二）']);
      assert.equal(origin(at), '前款第二项');
    });

    it('前款 in a first paragraph leads nowhere', () => {
      assert.deepEqual(targets(fixture('第一条　违反$$前款规定的，处罚款。')), []);
    });

    it('a clause of an instrument without articles', () => {
      const at = fixture(`
        关于加强管理的决定
        一、开办市场应当备案。
        二、违反本决定$$第一条规定的，责令改正。
      `);
      assert.deepEqual(targets(at), ['草案.law.txt: 一、']);
    });

    it('an annex has articles of its own', () => {
      const at = fixture(`
        示范县办法
        第一条　正文第一条。
        第二条　正文第二条。
        附件：
        第一条　附件第一条。
        第二条　依照$$第一条办理。
      `);
      const [link] = definition(at.library, at.document, at.position, true) as LocationLink[];
      assert.equal(link?.targetSelectionRange.start.line, 4);
    });
  });

  it('underlines the whole citation and previews the whole provision', () => {
    const at = inMarket('违反第二条$$第一款规定');
    const [link] = definition(at.library, at.document, at.position, true) as LocationLink[];
    assert.equal(at.document.textDocument.getText(link?.originSelectionRange), '第二条第一款');
    assert.match(at.document.textDocument.getText(link?.targetRange), /^市场开办者[^]*（三）清扫。$/);
  });

  it('gives places to a client that takes no links', () => {
    const at = inMarket('违反$$第三条规定');
    const places = definition(at.library, at.document, at.position, false) as Location[];
    assert.deepEqual(
      places.map((place) => show(at, place)),
      ['草案.law.txt: 第三条'],
    );
  });

  describe('into other documents', () => {
    const RULES = `
      === 草案.law.txt
      实施细则
      第一条　根据《内蒙古自治区促进边境地区高质量发展条例》（以下简称《条例》）和《示范县农贸市场管理办法》（以下简称市场办法），制定本细则。
    `;
    /** Rules that cite the bundled regulation and a file of the workspace. */
    function inRules(text: string): Fixture {
      return fixture(`${RULES}      第二条　${text}\n=== 市场.txt\n${MARKET}`, { corpus: true });
    }
    const regulation = '内蒙古自治区促进边境地区高质量发展条例.txt';
    const cases: [citation: string, ...targets: string[]][] = [
      ['依照$$《内蒙古自治区促进边境地区高质量发展条例》执行', `${regulation}: 内蒙古自治区促进边境地区高质量发展条例`],
      [
        '依照《内蒙古自治区促进边境地区高质量发展条例》$$第十二条第二款执行',
        `${regulation}: 旗县级以上人民政府及其有关部门应当推动边境地区打造各民族共同团结奋斗、共同守边固边的旗市区、苏木乡镇、嘎查村、连队等示范典型。`,
      ],
      ['依照《条例》$$第十二条执行', `${regulation}: 第十二条`],
      ['依照$$《条例》第十二条执行', `${regulation}: 内蒙古自治区促进边境地区高质量发展条例`],
      ['依照《条例》第十二条、$$第十三条执行', `${regulation}: 第十三条`],
      ['依照《条例》$$第二章执行', `${regulation}: 第二章　民族团结进步`],
      ['依照《条例》第十二条执行，不适用$$该条例第十三条', `${regulation}: 内蒙古自治区促进边境地区高质量发展条例`],
      ['依照《条例》第十二条执行，不适用该条例$$第十三条', `${regulation}: 第十三条`],
      ['依照$$《示范县农贸市场管理办法》执行', '市场.txt: 示范县农贸市场管理办法'],
      ['依照$$市场办法执行', '市场.txt: 示范县农贸市场管理办法'],
      ['依照市场办法$$第二条第二项执行', '市场.txt: （二）'],
      ['依照《条例》第十二条和本细则$$第一条执行', '草案.law.txt: 第一条'],
      ['依照$$《中华人民共和国慈善法》执行'],
      ['依照《中华人民共和国慈善法》$$第三条执行'],
    ];
    for (const [citation, ...expected] of cases) {
      it(`${citation} → ${expected.join('、') || '无'}`, () => assert.deepEqual(targets(inRules(citation)), expected));
    }

    it('a statute by its bare short name', () => {
      const at = fixture(`
        第一条　违反行政处罚法$$第三条规定的，依法处理。
        === 法.txt
        中华人民共和国行政处罚法
        第一条　甲。
        第二条　乙。
        第三条　丙。
      `);
      assert.deepEqual(targets(at), ['法.txt: 第三条']);
    });

    it('the file of a part, in a statute that is published part by part', () => {
      const leads = (citation: string): string[] =>
        targets(
          fixture(`
            第一条　依照民法典${citation}办理。
            === 人格权.txt
            中华人民共和国民法典
            人格权编
            第一章　一般规定
            第九百八十九条　甲。
            === 物权.txt
            中华人民共和国民法典
            物权编
            第一章　一般规定
            第二百零五条　乙。
          `),
        );
      assert.deepEqual(leads('$$第二百零五条'), ['物权.txt: 第二百零五条']);
      assert.deepEqual(leads('$$第四编'), ['人格权.txt: 中华人民共和国民法典']);
      assert.deepEqual(leads('$$第四编第一章'), ['人格权.txt: 第一章　一般规定']);
    });

    it('the newest of several versions', () => {
      const at = fixture(`
        第一条　依照《示范县市场办法》$$第一条办理。
        === 旧.txt
        示范县市场办法
        （2010年1月1日通过）
        第一条　旧。
        === 新.txt
        示范县市场办法
        （2020年1月1日通过）
        第一条　新。
      `);
      assert.deepEqual(targets(at), ['新.txt: 第一条']);
    });

    it('a short name of an instrument that is not at hand leads to where it is given', () => {
      const at = fixture(`
        第一条　根据《某省市场条例》（以下简称《条例》），制定本细则。
        第二条　依照$$《条例》执行。
      `);
      assert.deepEqual(targets(at), ['草案.law.txt: 条例']);
    });
  });

  describe('on what is defined there leads to itself, so that an editor offers the references', () => {
    for (const [text, expected] of [
      ['第一条　甲。\n$$第二条　乙。', '第二条'],
      ['第一条　甲。\n第二条$$　乙。', '第二条'],
      ['第一条　下列：\n（一）甲；\n（二$$）乙。', '（二）'],
      ['第一章　总$$则\n第一条　甲。', '第一章　总则'],
      ['示范县$$办法\n第一条　甲。', '示范县办法'],
      ['第一条　根据《某省条例》（以下简称《条$$例》）制定。', '条例'],
    ] as const) {
      it(text.replaceAll('\n', ' '), () => assert.deepEqual(targets(fixture(text)), [`草案.law.txt: ${expected}`]));
    }
  });

  it('a line of the table of contents leads to its heading', () => {
    const at = fixture(`
      示范县办法
      目录
      第一章　总则
      第一节　一般规定
      第二章　管理
      第一$$节　开办
      第一章　总则
      第一节　一般规定
      第一条　甲。
      第二章　管理
      第一节　开办
      第二条　乙。
    `);
    const [link] = definition(at.library, at.document, at.position, true) as LocationLink[];
    assert.equal(link?.targetSelectionRange.start.line, 10);
  });
});
