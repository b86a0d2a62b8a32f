import assert from 'node:assert/strict';
import { CORPUS } from '../../server/src/corpus.js';
import { annexesOf, articlesOf, notesOf, provisionsOf, titleOf } from '../../server/src/syntax/outline.js';
import { SyntaxTree, type SyntaxNode } from '../../server/src/syntax/tree.js';
import { dedent, render } from '../support/render.js';

/** Parses a text that is written into the test with indentation, and draws its tree. */
function drawn(text: string): string {
  return render(SyntaxTree.parse(dedent(text)).root);
}

describe('structure', () => {
  it('reads title, note, chapters, articles, paragraphs, items and subitems', () => {
    assert.equal(
      drawn(`
        某某条例
        （2023年11月30日某某会议通过）
        第一章　总　　则
        第一条　为了规范，制定本条例。
        第二条　申请人应当提交：
        （一）申请书；
        1.姓名；
        2.住所。
        （二）其他材料。
        材料不齐的，应当补正。
        第二章　附　　则
        第三条　本条例自公布之日起施行。
      `),
      dedent(`
        title 某某条例
        note （2023年11月30日某某会议通过）
        chapter 1 第一章 总则
          article 1 第一条
            paragraph 1 为了规范，制定本条例。
          article 2 第二条
            paragraph 1 申请人应当提交：
              item 1 （一） 申请书；
                subitem 1 1. 姓名；
                subitem 2 2. 住所。
              item 2 （二） 其他材料。
            paragraph 2 材料不齐的，应当补正。
        chapter 2 第二章 附则
          article 3 第三条
            paragraph 1 本条例自公布之日起施行。
      `),
    );
  });

  it('nests parts, subparts, chapters and sections by their depth', () => {
    assert.equal(
      drawn(`
        第一编　总则
        第一章　通则
        第一节　原则
        第一条　甲。
        第二编　分则
        第一分编　所有权
        第一章　一般规定
        第二条　乙。
      `),
      dedent(`
        part 1 第一编 总则
          chapter 1 第一章 通则
            section 1 第一节 原则
              article 1 第一条
                paragraph 1 甲。
        part 2 第二编 分则
          subpart 1 第一分编 所有权
            chapter 1 第一章 一般规定
              article 2 第二条
                paragraph 1 乙。
      `),
    );
  });

  for (const [name, space] of [
    ['a space', ' '],
    ['an ideographic space', '\u3000'],
    ['an en space', '\u2002'],
    ['a no-break space', '\u00a0'],
    ['a tab', '\t'],
    ['nothing', ''],
  ] as const) {
    it(`reads a heading followed by ${name}`, () => {
      const tree = SyntaxTree.parse(`\u3000\u3000第一章${space}总${space}则\n\u3000\u3000第一条${space}甲。`);
      const [chapter] = provisionsOf(tree.root);
      assert.equal(chapter?.heading, '总则');
      assert.equal(chapter?.children[0]?.number, '1');
    });
  }

  for (const [name, lineBreak] of [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['a lone CR', '\r'],
    ['NEL', '\u0085'],
    ['a paragraph separator', '\u2029'],
  ] as const) {
    it(`ends lines at ${name}`, () => {
      const tree = SyntaxTree.parse(['第一条　甲。', '乙。', '第二条　丙。'].join(lineBreak));
      assert.deepEqual(
        articlesOf(tree.root).map((article) => [article.number, article.children.length]),
        [
          ['1', 2],
          ['2', 1],
        ],
      );
    });
  }

  it('passes over a byte order mark', () => {
    assert.equal(titleOf(SyntaxTree.parse('\ufeff某某条例\n第一条　甲。')), '某某条例');
  });

  it('takes Markdown marks and blank lines for layout', () => {
    const plain = '某某条例\n第一章　总则\n第一条　甲：\n（一）乙；\n（二）丙。\n丁。\n第二条　戊。\n';
    const markdown =
      '# 某某条例\n\n<!-- INFO END -->\n\n## 第一章　总则\n\n第一条　甲：\n\n（一）乙；\n\n（二）丙。\n\n丁。\n\n第二条　戊。\n';
    assert.equal(render(SyntaxTree.parse(markdown).root), render(SyntaxTree.parse(plain).root));
  });

  it('reads items in half-width brackets and with spaces inside', () => {
    assert.equal(
      drawn(`
        第一条　下列行为：
        (一)甲；
        （ 二）乙；
        (三）丙。
      `),
      dedent(`
        article 1 第一条
          paragraph 1 下列行为：
            item 1 (一) 甲；
            item 2 （ 二） 乙；
            item 3 (三） 丙。
      `),
    );
  });

  it('numbers the items of a list whose numbers were lost, where they are just as many', () => {
    assert.equal(
      drawn(`
        第一条　下列行为：
        甲；
        （二）乙；
        丙；
        丁；
        （五）戊。
        第二条　下列行为：
        甲；
        （三）乙。
      `),
      dedent(`
        article 1 第一条
          paragraph 1 下列行为：
            item 1 甲；
            item 2 （二） 乙；
            item 3 丙；
            item 4 丁；
            item 5 （五） 戊。
        article 2 第二条
          paragraph 1 下列行为：
          paragraph 2 甲；
            item 3 （三） 乙。
      `),
    );
  });

  it('does not take a citation of items at the start of a line for an item', () => {
    assert.equal(
      drawn(`
        第一条　下列人员：
        （一）甲；
        （二）乙。
        （一）、（二）项所列人员，丙。
      `),
      dedent(`
        article 1 第一条
          paragraph 1 下列人员：
            item 1 （一） 甲；
            item 2 （二） 乙。
          paragraph 2 （一）、（二）项所列人员…
      `),
    );
  });

  it('reads an item on the line of its article, and a subitem on the line of its item', () => {
    assert.equal(
      drawn(`
        第五条　（一）甲；
        （二）1.乙；
        2.丙。
      `),
      dedent(`
        article 5 第五条
          paragraph 1
            item 1 （一） 甲；
            item 2 （二）
              subitem 1 1. 乙；
              subitem 2 2. 丙。
      `),
    );
  });

  it('puts subitems of another style below those above them', () => {
    assert.equal(
      drawn(`
        第一条　甲：
        1．乙：
        （1）丙：
        ①丁；
        ②戊。
        （2）己。
        2、庚。
      `),
      dedent(`
        article 1 第一条
          paragraph 1 甲：
            subitem 1 1． 乙：
              subitem 1 （1） 丙：
                subitem 1 ① 丁；
                subitem 2 ② 戊。
              subitem 2 （2） 己。
            subitem 2 2、 庚。
      `),
    );
  });

  it('reads a number that stands on a line of its own with the text below it', () => {
    assert.equal(
      drawn(`
        第一条

        甲。
        乙。
      `),
      dedent(`
        article 1 第一条
          paragraph 1 甲。
          paragraph 2 乙。
      `),
    );
  });

  it('reads inserted articles', () => {
    const tree = SyntaxTree.parse('第一百二十条　甲。\n第一百二十条之一　乙。\n第一百二十条之二　丙。');
    assert.deepEqual(
      articlesOf(tree.root).map(({ number, label }) => `${number} ${label}`),
      ['120 第一百二十条', '120-1 第一百二十条之一', '120-2 第一百二十条之二'],
    );
  });

  it('reads a placeholder as an article without a number', () => {
    for (const mark of ['第×条', '第X条', '第_条', '第　条', '第 条']) {
      const [article] = articlesOf(SyntaxTree.parse(`${mark}　甲。`).root);
      assert.equal(article?.isPlaceholder, true, mark);
      assert.equal(article.number, '', mark);
    }
  });

  it('keeps the table of contents apart from the headings it repeats', () => {
    const text = `
      某某条例
      目　　录
      第一章　总则
      第二章　管理
      第一节　许可
      第三章　附则
      第一章　总则
      第一条　甲。
      第二章　管理
      第一节　许可
      第二条　乙。
      第三章　附则
      第三条　丙。
    `;
    assert.equal(
      drawn(text),
      dedent(`
        title 某某条例
        contents 目　　录
          entry 1 第一章 总则
          entry 2 第二章 管理
          entry 1 第一节 许可
          entry 3 第三章 附则
        chapter 1 第一章 总则
          article 1 第一条
            paragraph 1 甲。
        chapter 2 第二章 管理
          section 1 第一节 许可
            article 2 第二条
              paragraph 1 乙。
        chapter 3 第三章 附则
          article 3 第三条
            paragraph 1 丙。
      `),
    );
    // Without the word 目录 the repeated headings still tell.
    assert.equal(
      drawn(text.replace('目　　录', '')),
      drawn(text)
        .replace('目　　录', '')
        .replace(/contents $/m, 'contents'),
    );
  });

  it('reads annexes that the table of contents lists as entries of it', () => {
    const text = `
      某某条例
      目　录
      第一章　总则
      第二章　附则
      附件一：收费标准
      附件二
      第一章　总则
      第一条　甲。
      第二章　附则
      第二条　乙。
      附件一：收费标准
      每吨一元。
      附件二
      表。
    `;
    const tree = dedent(`
      title 某某条例
      contents 目　录
        entry 1 第一章 总则
        entry 2 第二章 附则
        entry 1 附件一： 收费标准
        entry 2 附件二
      chapter 1 第一章 总则
        article 1 第一条
          paragraph 1 甲。
      chapter 2 第二章 附则
        article 2 第二条
          paragraph 1 乙。
      annex 1 附件一： 收费标准
        paragraph 1 每吨一元。
      annex 2 附件二
        paragraph 1 表。
    `);
    assert.equal(drawn(text), tree);
    // Without the word 目录 the repeated headings still tell.
    assert.equal(drawn(text.replace('目　录', '')), tree.replace('contents 目　录', 'contents'));
    // The annexes may be listed with pages, and the body may have lost its first heading.
    assert.deepEqual(
      annexesOf(SyntaxTree.parse(dedent(text.replace('附件二', '附件二……12')))).map(({ label }) => label),
      ['附件一：', '附件二'],
    );
    assert.match(drawn(text.replace(/(附件二\n\s*)第一章　总则\n/, '$1')), /\nannex 2 附件二\n {2}paragraph 1 表。/);
  });

  it('begins an annex behind chapters that have no articles', () => {
    assert.match(
      drawn(`
        某某规划
        第一章　现状
        用水量增加。
        第二章　目标
        用水量减少。
        附件：某某办法
        第一条　甲。
      `),
      /\nannex 附件：? 某某办法\n {2}article 1/,
    );
  });

  it('finds the preamble behind the table of contents', () => {
    assert.match(
      drawn(`
        中华人民共和国宪法
        目　　录
        序　言
        第一章　总纲
        序　言
        中国是世界上历史最悠久的国家之一。
        第一章　总纲
        第一条　甲。
      `),
      /entry 序言\n {2}entry 1 第一章 总纲\npreamble 序　言\npreamble 中国是世界上历史最悠久的…\nchapter 1 第一章 总纲/,
    );
  });

  it('does not take a wrapped line for an article', () => {
    const tree = SyntaxTree.parse(
      dedent(`
        中华人民共和国文物保护法
        根据2007年12月29日《关于修改〈中华人民共和国文物保护法〉
        第三十一条的决定》第一次修正
        第一条　甲。
      `),
    );
    assert.deepEqual(
      articlesOf(tree.root).map(({ number }) => number),
      ['1'],
    );
    assert.equal(notesOf(tree).length, 2);
  });

  it('does not take a citation at the start of a line for an article where space follows it', () => {
    const numbers = (text: string): string[] => articlesOf(SyntaxTree.parse(text).root).map(({ number }) => number);
    assert.deepEqual(numbers('第一条　依据《某某法》\n第五十二条 以及本规定第二条之规定。\n第二条　乙。'), ['1', '2']);
    assert.deepEqual(numbers('第一条　甲。\n第二条　第一款所称乙。\n第五条　丙。'), ['1', '2', '5']);
  });

  it('goes on with the clauses of a decision that lost a closing quotation mark', () => {
    assert.match(
      drawn(`
        关于修改《某某条例》的决定
        一、将第二条修改为：“乙。
        二、删去第三条。
      `),
      /clause 1 一、[^]*clause 2 二、/,
    );
  });

  it('takes a number without space for an article where it fits the sequence', () => {
    const numbers = (text: string): string[] => articlesOf(SyntaxTree.parse(text).root).map(({ number }) => number);
    assert.deepEqual(numbers('第一条　甲。\n第二条乙。\n第三条　丙。'), ['1', '2', '3']);
    assert.deepEqual(numbers('第一条　甲，依照\n第九条规定执行。\n第二条　丙。'), ['1', '2']);
    assert.deepEqual(numbers('第一条甲。\n第二条有下列情形的：\n第四条乙。'), ['1', '2', '4']);
  });

  it('reads annexes behind the last article, with numbers of their own', () => {
    assert.equal(
      drawn(`
        第一条　甲。
        附件一　收费标准
        第一条　乙。
        附件二
        说明。
      `),
      dedent(`
        article 1 第一条
          paragraph 1 甲。
        annex 1 附件一 收费标准
          article 1 第一条
            paragraph 1 乙。
        annex 2 附件二
          paragraph 1 说明。
      `),
    );
  });

  it('reads an annex without provisions, and the next one', () => {
    assert.equal(
      drawn(`
        第一条　甲。
        附件一　收费标准
        每吨一元。
        附件二
        说明。
      `),
      dedent(`
        article 1 第一条
          paragraph 1 甲。
        annex 1 附件一 收费标准
          paragraph 1 每吨一元。
        annex 2 附件二
          paragraph 1 说明。
      `),
    );
  });

  it('reads a decision and the text that it republishes', () => {
    assert.equal(
      drawn(`
        关于修改《某某条例》的决定
        某某会议决定，对《某某条例》作如下修改：
        一、将第二条修改为：“乙。”
        二、删去第三条。
        本决定自公布之日起施行。
        某某条例
        （2020年1月1日某某会议通过）
        第一条　甲。
        第二条　乙。
      `),
      dedent(`
        title 关于修改《某某条例》的决定
        preamble 某某会议决定，对《某某条…
        clause 1 一、
          paragraph 1 将第二条修改为：“乙。”
        clause 2 二、
          paragraph 1 删去第三条。
          paragraph 2 本决定自公布之日起施行。
        annex 某某条例
          title 某某条例
          note （2020年1月1日某某会议通过）
          article 1 第一条
            paragraph 1 甲。
          article 2 第二条
            paragraph 1 乙。
      `),
    );
  });

  it('takes the title of the regulation below the order that promulgates it', () => {
    const tree = SyntaxTree.parse(
      dedent(`
        中华人民共和国国务院令
        第743号
        《某某条例》已经通过，现予公布，自2021年9月1日起施行。
        总理　某某
        某某条例
        第一条　甲。
      `),
    );
    assert.equal(titleOf(tree), '某某条例');
  });

  it('joins a title that is broken over lines', () => {
    const tree = SyntaxTree.parse('最高人民法院\n关于审理某某案件\n若干问题的规定\n（2020年1月1日通过）\n第一条　甲。');
    assert.equal(titleOf(tree), '最高人民法院关于审理某某案件若干问题的规定');
    assert.deepEqual(notesOf(tree), ['（2020年1月1日通过）']);
  });

  it('leaves the wording that a decision quotes out of its structure', () => {
    assert.equal(
      drawn(`
        关于修改《某某条例》的决定
        一、将第二条修改为：“第二条　乙：
        （一）丙。
        第三条　丁。”
        二、删去第四条。
      `).replace(/\n +(?:paragraph|item).*/g, ''),
      'title 关于修改《某某条例》的决定\nclause 1 一、\nclause 2 二、',
    );
  });

  it('reads 一、 above articles as a heading of them', () => {
    assert.equal(
      drawn(`
        关于某某问题的解释
        一、受理
        第一条　甲。
        二、审理
        第二条　乙。
      `),
      dedent(`
        title 关于某某问题的解释
        section 1 一、 受理
          article 1 第一条
            paragraph 1 甲。
        section 2 二、 审理
          article 2 第二条
            paragraph 1 乙。
      `),
    );
  });

  it('counts the paragraphs of a text without provisions', () => {
    assert.equal(
      drawn(`
        关于某某问题的批复
        某某高级人民法院：
        你院的请示收悉。经研究，批复如下：
        此复。
      `),
      dedent(`
        title 关于某某问题的批复
        paragraph 1 某某高级人民法院：
        paragraph 2 你院的请示收悉。经研究，…
        paragraph 3 此复。
      `),
    );
  });

  it('gives every node its ranges in UTF-16 units', () => {
    const text = '𠮷条例\n\n　　第一章　总　　则　\n第一条　甲𠮷。\n（一）乙。\n\n';
    const tree = SyntaxTree.parse(text);
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    const nodes = [...tree.root.walk()].slice(1);
    assert.deepEqual(
      nodes.map((node) => [node.kind, slice(node.range), slice(node.selectionRange)]),
      [
        ['title', '𠮷条例', '𠮷条例'],
        ['chapter', '第一章　总　　则　\n第一条　甲𠮷。\n（一）乙。', '第一章　总　　则'],
        ['article', '第一条　甲𠮷。\n（一）乙。', '第一条'],
        ['paragraph', '甲𠮷。\n（一）乙。', '甲𠮷。'],
        ['item', '（一）乙。', '（一）'],
      ],
    );
  });
});

describe('the bundled regulation', () => {
  const text = CORPUS[0]?.text ?? '';
  const tree = SyntaxTree.parse(text);
  const articles = articlesOf(tree.root);
  const article = (number: string): SyntaxNode | undefined => articles.find((candidate) => candidate.number === number);

  it('has 9 chapters and 73 articles', () => {
    assert.equal(provisionsOf(tree.root).filter(({ kind }) => kind === 'chapter').length, 9);
    assert.deepEqual(
      articles.map(({ number }) => Number(number)),
      Array.from({ length: 73 }, (_, index) => index + 1),
    );
    assert.deepEqual(annexesOf(tree), []);
  });

  it('has the title and the note that are printed', () => {
    assert.equal(titleOf(tree), '内蒙古自治区促进边境地区高质量发展条例');
    assert.deepEqual(notesOf(tree), ['（2023年11月30日内蒙古自治区第十四届人民代表大会常务委员会第七次会议通过）']);
  });

  it('has the paragraphs that are printed', () => {
    assert.equal(article('2')?.children.length, 3);
    assert.equal(article('54')?.children.length, 4);
    assert.equal(article('10')?.children.length, 1);
  });

  it('keeps the residue in front of 第二章 in the node, and out of its range', () => {
    const second = provisionsOf(tree.root)[1];
    assert.equal(second?.heading, '民族团结进步');
    assert.equal(text.slice(second.full.start, second.range.start), '[bookmark: _GoBack]');
  });
});
