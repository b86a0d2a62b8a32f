import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { colours, loadGrammar, type Coloured } from './tokenize';

const CHAPTER = 'entity.name.section.number.chapter';
const ARTICLE = 'entity.name.function.article';
const ITEM = 'constant.numeric.item';
const SUBITEM = 'constant.numeric.subitem';
const CITATION = 'variable.other.constant.citation';
const RELATIVE = 'variable.other.constant.citation.relative';
const SELF = 'variable.language.self';
const OPEN = 'punctuation.definition.string.begin';
const CLOSE = 'punctuation.definition.string.end';
const BOOK_TITLE = 'string.quoted.other.title';

describe('the TextMate grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** What is coloured in a line that is not the first of its text; the scope of a whole heading line is left out. */
  function coloursOf(line: string): Coloured[] {
    const last = colours(grammar, `\n${line}`)[1] ?? [];
    return last.filter(([, scope]) => !scope.startsWith('markup.heading'));
  }

  function colour(line: string, ...expected: Coloured[]): void {
    it(line === '' ? '(an empty line)' : line, () => assert.deepEqual(coloursOf(line), expected));
  }

  describe('headings', () => {
    colour('第一章　总　　则', ['第一章', CHAPTER], ['总　　则', 'entity.name.section.chapter']);
    colour('第二章\u2002民族团结进步', ['第二章', CHAPTER], ['民族团结进步', 'entity.name.section.chapter']);
    colour('第二章\u00a0保护', ['第二章', CHAPTER], ['保护', 'entity.name.section.chapter']);
    colour('第二章\t保护', ['第二章', CHAPTER], ['保护', 'entity.name.section.chapter']);
    colour('第四章期间、送达', ['第四章', CHAPTER], ['期间、送达', 'entity.name.section.chapter']);
    colour('　　第 三 章　法律责任', ['第 三 章', CHAPTER], ['法律责任', 'entity.name.section.chapter']);
    colour('第四章', ['第四章', CHAPTER]);
    colour(
      '[bookmark: _GoBack]第二章　民族团结进步',
      ['[bookmark: _GoBack]', 'invalid.illegal.residue'],
      ['第二章', CHAPTER],
      ['民族团结进步', 'entity.name.section.chapter'],
    );
    colour('第一编　总则', ['第一编', 'entity.name.section.number.part'], ['总则', 'entity.name.section.part']);
    colour(
      '第一分编　通则',
      ['第一分编', 'entity.name.section.number.subpart'],
      ['通则', 'entity.name.section.subpart'],
    );
    colour(
      '## 第二节 犯罪的预备、未遂和中止',
      ['第二节', 'entity.name.section.number.section'],
      ['犯罪的预备、未遂和中止', 'entity.name.section.section'],
    );
    colour('目　　录', ['目　　录', 'entity.name.section.other']);
    colour('附件1：边境旗市区名录', ['附件1', 'entity.name.section.other']);
    describe('running text that begins as one', () => {
      colour('第七节相应改为第八节，以下顺延。', ['第七节', CITATION], ['第八节', CITATION]);
      colour('第三章的规定适用于本办法。', ['第三章', CITATION], ['本办法', SELF]);
    });
  });

  describe('the title, on the first line only', () => {
    const title = '内蒙古自治区促进边境地区高质量发展条例实施细则（试行）';
    it(title, () => {
      assert.deepEqual(colours(grammar, title), [[[title, 'entity.name.section.title']]]);
      assert.deepEqual(coloursOf(title), []);
    });
    it('第一章　总则 is a heading there too', () => {
      assert.deepEqual(colours(grammar, '第一章　总则')[0]?.[0], ['第一章', CHAPTER]);
    });
  });

  describe('the history note', () => {
    for (const note of [
      '（2023年11月30日内蒙古自治区第十四届人民代表大会常务委员会第七次会议通过）',
      '2018年10月26日 第十三届全国人民代表大会常务委员会第六次会议《关于修改〈中华人民共和国野生动物保护法〉等十五部法律的决定》第三次修正',
      '1989年9月1日 施行',
    ]) {
      colour(note, [note, 'comment.block.history']);
    }
    colour('2024年1月1日以前施行的规定，应当修改。');
  });

  describe('articles', () => {
    colour('第一条　为了促进边境地区高质量发展，制定本条例。', ['第一条', ARTICLE], ['本条例', SELF]);
    colour('第一百二十条之一 资助恐怖活动组织的，', ['第一百二十条之一', ARTICLE]);
    colour('第12条 境外的组织，', ['第12条', ARTICLE]);
    colour('第二条旗县级人民政府应当履行职责。', ['第二条', ARTICLE]);
    colour('第×条　新的一条。', ['第×条', ARTICLE]);
    describe('running text that begins as one', () => {
      colour('第三十一条的决定》', ['第三十一条', CITATION]);
      colour('第五条、第六条规定的期限', ['第五条', CITATION], ['第六条', CITATION]);
    });
  });

  describe('items and subitems', () => {
    colour('（一）采取措施；', ['（一）', ITEM]);
    colour('　　(十二) 采取措施；', ['(十二)', ITEM]);
    colour('（ 三）采取措施；', ['（ 三）', ITEM]);
    colour('第五条　（一）采取措施；', ['第五条', ARTICLE], ['（一）', ITEM]);
    colour('1. 甲类；', ['1.', SUBITEM]);
    colour('2．乙类；', ['2．', SUBITEM]);
    colour('3、丙类；', ['3、', SUBITEM]);
    colour('（4）丁类；', ['（4）', SUBITEM]);
    colour('⑤戊类。', ['⑤', SUBITEM]);
    colour('一、关于适用范围', ['一、', 'constant.numeric.clause']);
    colour('1.5倍以上三倍以下的罚款');
    colour('（一般情形）');
  });

  describe('titles of instruments', () => {
    colour('依照《城市供水条例》执行', ['《', OPEN], ['城市供水条例', BOOK_TITLE], ['》', CLOSE]);
    colour(
      '《关于修改〈电力法〉的决定》',
      ['《', OPEN],
      ['关于修改', BOOK_TITLE],
      ['〈', OPEN],
      ['电力法', `${BOOK_TITLE}.inner`],
      ['〉', CLOSE],
      ['的决定', BOOK_TITLE],
      ['》', CLOSE],
    );
    it('one that is never closed ends with its line', () => {
      const [first, second] = colours(grammar, '依照《城市供水条例执行\n第二条　本条例');
      assert.deepEqual(first?.at(-1), ['城市供水条例执行', BOOK_TITLE]);
      assert.deepEqual(second, [
        ['第二条', ARTICLE],
        ['本条例', SELF],
      ]);
    });
  });

  describe('definitions of aliases', () => {
    const open: Coloured = ['（', 'punctuation.section.parens.begin'];
    const close: Coloured = ['）', 'punctuation.section.parens.end'];
    colour(
      '民族民间文化（以下简称民间文化）',
      open,
      ['以下简称', 'keyword.other.alias'],
      ['民间文化', 'entity.name.type.alias'],
      close,
    );
    colour(
      '公民、法人（以下统称“申请人”）',
      open,
      ['以下统称', 'keyword.other.alias'],
      ['“', 'meta.alias'],
      ['申请人', 'entity.name.type.alias'],
      ['”', 'meta.alias'],
      close,
    );
    colour(
      '（下称《条例》）',
      open,
      ['下称', 'keyword.other.alias'],
      ['《', OPEN],
      ['条例', BOOK_TITLE],
      ['》', CLOSE],
      close,
    );
    colour('（称重、计量）');
  });

  describe('citations', () => {
    colour('违反本条例第十二条第二款规定的', ['本条例', SELF], ['第十二条第二款', CITATION]);
    colour(
      '本法第一百二十条之一、第一百三十条',
      ['本法', SELF],
      ['第一百二十条之一', CITATION],
      ['第一百三十条', CITATION],
    );
    colour('民法典第一千零九十三条第三项', ['第一千零九十三条第三项', CITATION]);
    colour('第十条第（一）、（二）项', ['第十条第（一）、（二）项', CITATION]);
    colour('依照第三十八条第五至第七项', ['第三十八条第五至第七项', CITATION]);
    colour('依照第（一）至第（九）项', ['第（一）至第（九）项', CITATION]);
    colour('本条第一款第二项', ['本条第一款第二项', CITATION]);
    colour('适用本章第一节至第五节', ['本章第一节', CITATION], ['第五节', CITATION]);
    colour(
      '前款、前两款、前条、同款',
      ['前款', RELATIVE],
      ['前两款', RELATIVE],
      ['前条', RELATIVE],
      ['同款', RELATIVE],
    );
    colour('该项规定的期限', ['该项', RELATIVE]);
    colour('本细则、本办法、本规定', ['本细则', SELF], ['本办法', SELF], ['本规定', SELF]);
    describe('words that only look like one', () => {
      colour('该项工作由该条款、本章程、本节目、该条约、本项目规定，由本法院管辖。');
      colour('第十四届人民代表大会第七次会议第2号公告');
    });
  });

  it('comes back from hostile lines', () => {
    // The editor tokenizes lines up to 20,000 characters. A pattern that backtracks without bound would hang here.
    for (const hostile of [' ', '（', '《〈', '第一条第一款', '**', '第一、', '[bookmark:', '2023年1月1日通过']) {
      const line = hostile.repeat(Math.floor(20_000 / hostile.length));
      assert.equal(colours(grammar, line).length, 1);
    }
  });
});
