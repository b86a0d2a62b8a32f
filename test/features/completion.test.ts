import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem, MarkupContent, TextEdit } from 'vscode-languageserver';
import { completions, resolveCompletion } from '../../server/src/features/completion.js';
import { TitleBook } from '../../server/src/features/completion/titleBook.js';
import { fixture, type Fixture } from '../support/fixture.js';
import { dedent } from '../support/render.js';

const LAW = `
  === 供水条例.txt
  某省供水条例
  （2024年3月1日通过）
  第一章　总则
  第一条　为了规范供水，制定本条例。
  第二条　供水单位应当：
  （一）保证水质；
  （二）公示收费，包括：
  1.水价；
  2.水费。
  第三条　用户应当节约用水。
  供水单位应当：
  （一）宣传；
  （二）培训。
  违反规定的，处罚款。
  第二章　管理
  第一节　水厂
  第十条　水厂应当备案。
  第二节　管网
  第十一条　管网应当检修。
  第十一条之一　管网应当登记。
  第十二条　处罚由主管部门实施。
`;
const PENAL = `
  === 刑法.txt
  中华人民共和国刑法
  第一条　为了惩罚犯罪，制定本法。
`;

/** A draft, the caret at the mark; behind it the texts of the library. */
function draft(text: string): Fixture {
  return fixture(`=== 草案.txt\n${text}\n${dedent(LAW)}\n${dedent(PENAL)}`);
}

function items(at: Fixture): CompletionItem[] {
  return completions(at.library, at.document, at.position, 'zh', true)?.items ?? [];
}

const labels = (at: Fixture): string[] => items(at).map(({ label }) => label);

/** The line at the caret once an item is taken. */
function taken(at: Fixture, label: string): string {
  const item = items(at).find((each) => each.label === label);
  const { range, newText } = item?.textEdit as TextEdit;
  assert.equal(range.start.line, range.end.line);
  const { document, position } = at;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const text = document.text.slice(0, start) + newText + document.text.slice(end);
  return text.split('\n')[position.line] ?? '';
}

const ARTICLES = ['第一条', '第二条', '第三条', '第十条', '第十一条', '第十一条之一', '第十二条'];
const CHAPTERS = ['第一章', '第二章', '第一节', '第二节'];

describe('completion', () => {
  describe('behind 第 offers what the citation can go on with:', () => {
    const cases: [text: string, expected: string[]][] = [
      ['第一条　依照《某省供水条例》第$$', [...ARTICLES, ...CHAPTERS]],
      ['第一条　依照《某省供水条例》（以下简称《条例》），违反《条例》第$$', [...ARTICLES, ...CHAPTERS]],
      ['第一条　依照《某省供水条例》的规定，该条例第$$', [...ARTICLES, ...CHAPTERS]],
      ['第一条　依照刑法第$$', ['第一条']],
      ['第一条　依照《没有的条例》第$$', []],
      // Below an article its paragraphs, where it has several; items where it is clear whose they are.
      ['第一条　依照《某省供水条例》第一条第$$', []],
      ['第一条　依照《某省供水条例》第二条第$$', ['第（一）项', '第（二）项']],
      ['第一条　依照《某省供水条例》第三条第$$', ['第一款', '第二款', '第三款', '第（一）项', '第（二）项']],
      ['第一条　依照《某省供水条例》第三条第二款第$$', ['第（一）项', '第（二）项']],
      ['第一条　依照《某省供水条例》第二条第二项第$$', ['第一目', '第二目']],
      ['第一条　依照《某省供水条例》第二章第$$', ['第一节', '第二节']],
      ['第一条　依照《某省供水条例》第九条第$$', []],
      // In a list what follows first, then the others and the articles.
      ['第一条　依照《某省供水条例》第三条第一款、第$$', ['第二款', '第三款', ...ARTICLES]],
      ['第一条　依照《某省供水条例》第三条第一款和第$$', ['第二款', '第三款', ...ARTICLES]],
      [
        '第一条　依照《某省供水条例》第十条至第$$',
        ['第十一条', '第十一条之一', '第十二条', '第一条', '第二条', '第三条'],
      ],
      // The text's own.
      ['第一条　依照本办法第$$\n第二条　甲。', ['第一条', '第二条']],
      ['第一条　依照第$$\n第二条　甲。', ['第一条', '第二条']],
      ['第一条　依照《某省供水条例》第三条和本办法第$$', ['第一条']],
      ['第一条　应当：\n（一）甲；\n（二）乙。\n依照前款第$$', ['第（一）项', '第（二）项']],
      ['第一条　应当：\n（一）甲；\n（二）乙。\n依照前款规定的第$$', ['第（一）项', '第（二）项']],
      ['第一章　甲\n第一节　乙\n第一条　本章第$$\n第二节　丙\n第二条　丁。', ['第一节', '第二节']],
      // At the start of a line it is the number of the article itself.
      ['第一条　甲。\n第$$', ['第二条']],
      ['第一条　甲。\n　　第$$', ['第二条']],
      // With its unit it is complete.
      ['第一条　依照《某省供水条例》第一条$$', []],
      ['第一条　依照$$', []],
    ];
    for (const [text, expected] of cases) {
      it(text.replace('$$', '|').replaceAll('\n', '⏎'), () => assert.deepEqual(labels(draft(text)), expected));
    }

    it('in an annex its own articles', () => {
      const at = draft('第一条　甲。\n附件\n第一条　依照第$$\n第二条　乙。\n第三条　丙。');
      assert.deepEqual(labels(at), ['第一条', '第二条', '第三条']);
    });
  });

  describe('goes by what was typed behind 第:', () => {
    for (const [typed, expected] of [
      ['1', ['第一条', '第十条', '第十一条', '第十一条之一', '第十二条', '第一章', '第一节']],
      ['12', ['第十二条']],
      ['１２', ['第十二条']],
      ['十', ['第十条', '第十一条', '第十一条之一', '第十二条']],
      ['十一', ['第十一条', '第十一条之一']],
      ['处罚', ['第十二条']],
      ['节约', ['第三条']],
      ['三方', []],
    ] as const) {
      it(typed, () => {
        const at = draft(`第一条　依照《某省供水条例》第${typed}$$`);
        assert.deepEqual(labels(at), expected);
        // An editor filters by the beginning once more, and orders by the text for it.
        for (const { filterText } of items(at)) assert.ok(filterText?.startsWith(`第${typed}`), filterText);
        const orders = items(at).map(({ sortText }) => sortText ?? '');
        assert.deepEqual(orders, [...orders].sort());
      });
    }

    it('（ of an item', () => {
      assert.deepEqual(labels(draft('第一条　依照《某省供水条例》第二条第（$$')), ['第（一）项', '第（二）项']);
      assert.deepEqual(labels(draft('第一条　依照《某省供水条例》第二条（$$')), ['第（一）项', '第（二）项']);
      assert.deepEqual(labels(draft('第一条　供水（$$')), []);
    });
  });

  describe('replaces what is there of the number, before the caret and behind it:', () => {
    for (const [before, label, after] of [
      ['依照《某省供水条例》第1$$', '第一条', '依照《某省供水条例》第一条'],
      ['依照《某省供水条例》第$$条规定', '第三条', '依照《某省供水条例》第三条规定'],
      ['依照《某省供水条例》第$$二条规定', '第三条', '依照《某省供水条例》第三条规定'],
      ['依照《某省供水条例》第$$的规定', '第三条', '依照《某省供水条例》第三条的规定'],
      ['依照《某省供水条例》第二条第（$$）', '第（二）项', '依照《某省供水条例》第二条第（二）项'],
      ['依照《某省供水条例》第二条第$$一项处罚', '第（二）项', '依照《某省供水条例》第二条第（二）项处罚'],
    ] as const) {
      it(before.replace('$$', '|'), () => assert.equal(taken(draft(`第一条　${before}`), label), `第一条　${after}`));
    }
  });

  it('writes items as the text does', () => {
    const at = draft('第一条　违反《某省供水条例》第二条第一项的，依照该条例第二条第$$');
    assert.deepEqual(labels(at), ['第一项', '第二项']);
  });

  it('shows the opening words, and the text when it is asked for', () => {
    const at = draft('第一条　依照《某省供水条例》第三$$');
    const [item] = items(at);
    assert.ok(item);
    assert.equal(item.detail, '用户应当节约用水。');
    const resolved = resolveCompletion(at.library, item, (uri) => at.library.document(uri), {
      locale: 'zh',
      maxLength: 600,
    });
    assert.match(
      (resolved.documentation as MarkupContent).value,
      /第一章 › 第三条[^]*（一）宣传；[^]*违反规定的，处罚款。$/,
    );
  });

  it('gives a part of many, and says that there are more', () => {
    const many = Array.from({ length: 300 }, (_, index) => `第${String(index + 1)}条　甲。`).join('\n');
    const at = fixture(`${many}\n第301条　依照第$$`);
    const list = completions(at.library, at.document, at.position, 'zh', false);
    assert.equal(list?.items.length, 200);
    assert.equal(list.isIncomplete, true);
  });

  describe('behind 《 offers', () => {
    it('the short names of the text, then what it cites, the nearest first, then the library', () => {
      const at = draft('第一条　根据《某省供水条例》（以下简称《条例》）和《某省物价办法》。\n第二条　依照《$$');
      assert.deepEqual(labels(at), ['条例', '某省物价办法', '某省供水条例', '中华人民共和国刑法']);
      assert.equal(items(at)[0]?.detail, '《某省供水条例》的简称');
    });

    for (const [typed, expected] of [
      ['某', ['某省供水条例']],
      ['刑', ['中华人民共和国刑法']],
      ['中华人民共和国', ['中华人民共和国刑法']],
      ['水条', ['某省供水条例']],
      ['省水', ['某省供水条例']],
      ['没有', []],
      // What is complete goes on with an article.
      ['某省供水条例', ['某省供水条例》第', '某省供水条例']],
      ['刑法', ['中华人民共和国刑法》第', '中华人民共和国刑法']],
    ] as const) {
      it(`by what was typed: ${typed}`, () => {
        const at = draft(`第一条　依照《${typed}$$`);
        assert.deepEqual(labels(at), expected);
        for (const { filterText } of items(at)) assert.ok(filterText?.startsWith(typed), filterText);
      });
    }

    it('and closes the bracket, if it is not closed', () => {
      for (const [before, after] of [
        ['依照《$$', '依照《某省供水条例》'],
        ['依照《某$$》处罚', '依照《某省供水条例》处罚'],
        ['依照《某$$省物价办法》处罚', '依照《某省供水条例》处罚'],
        ['依照《某$$，并依照《某省物价办法》处罚', '依照《某省供水条例》，并依照《某省物价办法》处罚'],
      ] as const) {
        assert.equal(taken(draft(`第一条　${before}`), '某省供水条例'), `第一条　${after}`);
      }
      assert.equal(
        taken(draft('第一条　依照《刑法$$》'), '中华人民共和国刑法》第'),
        '第一条　依照《中华人民共和国刑法》第',
      );
    });

    it('nothing behind 》', () => assert.deepEqual(labels(draft('第一条　依照《某省供水条例》$$')), []));

    it('titles that hold titles as they are cited, in 〈〉', () => {
      const at = fixture('第一条　依照《$$\n=== 解释.txt\n关于适用《刑法》的解释\n第一条　甲。');
      assert.deepEqual(labels(at), ['关于适用〈刑法〉的解释']);
    });

    it('with what the instrument is', () => {
      const at = draft('第一条　依照《某省$$');
      const [item] = items(at);
      assert.ok(item);
      const options = { locale: 'zh', maxLength: 600 } as const;
      const resolved = resolveCompletion(at.library, item, (uri) => at.library.document(uri), options);
      assert.match((resolved.documentation as MarkupContent).value, /某省供水条例[^]*2024年3月1日通过/);
    });
  });

  it('never fails, wherever the caret is', () => {
    const { library, document } = draft('第一条　$$《第（第十条、第（一');
    const anything = fc.array(
      fc.constantFrom('第', '《', '》', '（', '）', '一', '1', '条', '、', '\n', '前款', '\ud800'),
    );
    fc.assert(
      fc.property(anything, (parts) => {
        const at = fixture(`第一条　甲。\n第二条　${parts.join('')}$$${parts.join('')}`);
        completions(at.library, at.document, at.position, 'zh', true);
      }),
      { numRuns: 200 },
    );
    for (let offset = 0; offset <= document.text.length; offset++) {
      completions(library, document, document.textDocument.positionAt(offset), 'zh', true);
    }
  });
});

describe('the book of titles', () => {
  const titles = fc.uniqueArray(
    fc
      .array(fc.constantFrom('水', '法', '条例', '省', '中华人民共和国'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('')),
    { maxLength: 12 },
  );

  it('finds what looking at each title would find', () => {
    fc.assert(
      fc.property(titles, fc.constantFrom('', '水', '水法', '省条', '条例', '中华', '囧'), (all, wanted) => {
        const holds = (title: string): boolean => {
          let at = 0;
          for (const character of wanted) {
            at = title.indexOf(character, at) + 1;
            if (at === 0) return false;
          }
          return true;
        };
        assert.deepEqual(new TitleBook(all).find(wanted, 100).sort(), all.filter(holds).sort());
      }),
    );
  });

  it('gives the very title first, then beginnings, parts and scattered characters', () => {
    const book = new TitleBook(['省水法', '水资源法', '中华人民共和国水法', '水法实施条例', '关于水法的决定']);
    assert.deepEqual(book.find('水法', 10), [
      '中华人民共和国水法',
      '水法实施条例',
      '省水法',
      '关于水法的决定',
      '水资源法',
    ]);
    assert.deepEqual(book.find('水法', 2), ['中华人民共和国水法', '水法实施条例']);
  });
});
