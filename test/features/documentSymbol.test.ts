import assert from 'node:assert/strict';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../../server/src/features/documentSymbol.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { fixture } from '../support/fixture.js';
import { laws } from '../support/laws.js';
import { dedent } from '../support/render.js';

/** The outline as an editor draws it, a line each: name, and the detail behind `|`. */
function drawn(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(({ name, detail, children }) => {
      const below = drawn(children ?? [], `${indent}  `);
      return indent + name + (detail === undefined ? '' : ` | ${detail}`) + (below && `\n${below}`);
    })
    .join('\n');
}

function outlines(source: string, expected: string): void {
  assert.equal(drawn(documentSymbols(fixture(source).document)), dedent(expected));
}

describe('document symbols', () => {
  it('go from part to subitem; items of an only paragraph stand below the article', () => {
    outlines(
      `
      某法
      （2020年1月1日通过）
      目录
      第一编　总　　则
      第一编　总　　则
      第一章　一般　规定
      第一节　任务
      第一条　为了管理，制定本法。
      第二条　下列行为应当备案：
      （一）开办，包括：
      1.设立；
      2.变更；
      （二）转让。
      第三条　甲。
      前款规定的：
      （一）乙；
      丙。
      `,
      `
      第一编 总则
        第一章 一般 规定
          第一节 任务
            第一条 | 为了管理，制定本法。
            第二条 | 下列行为应当备案：
              （一） 开办，包括：
                1. 设立；
                2. 变更；
              （二） 转让。
            第三条 | 甲。
              第一款 甲。
              第二款 前款规定的：
                （一） 乙；
              第三款 丙。
      `,
    );
  });

  it('show the beginning of long text', () => {
    const text = '市场'.repeat(30);
    outlines(`第一条　${text}`, `第一条 | ${text.slice(0, 40)}…`);
  });

  it('show the beginning of the text in the names of paragraphs and items, which have nothing else to tell them apart', () => {
    const text = '市场'.repeat(30);
    outlines(
      `第一条　甲。\n${text}：\n（一）${text}；`,
      `
      第一条 | 甲。
        第一款 甲。
        第二款 ${text.slice(0, 20)}…
          （一） ${text.slice(0, 20)}…
      `,
    );
    const { document } = fixture('第一条　下列：\n（一）甲；');
    assert.equal(drawn(documentSymbols(document, 'in details')), '第一条 | 下列：\n  （一） | 甲；');
  });

  it('show an article whose text begins on the next line, and one that begins with an item', () => {
    outlines(
      `
      第一条
      　　甲。
      第二条　（一）乙；
      （二）丙。
      `,
      `
      第一条 | 甲。
      第二条 | （一）乙；
        （一） 乙；
        （二） 丙。
      `,
    );
  });

  it('name an item by the number that it has lost', () => {
    outlines(
      `
      第一条　下列：
      （一）甲；
      乙；
      （三）丙。
      `,
      `
      第一条 | 下列：
        （一） 甲；
        第二项 乙；
        （三） 丙。
      `,
    );
  });

  it('have names where numbers or headings are missing', () => {
    outlines(
      `
      第一章
      第×条　新。
      第二条
      第三条　下列：
      （×）新；
      `,
      `
      第一章
        第×条 | 新。
        第二条 | \n        第三条 | 下列：
          （×） 新；
      `,
    );
  });

  it('annexes, with the articles in them, and lists that no article holds', () => {
    outlines(
      `
      某办法
      第一条　甲。
      附件1：规则
      第一条　乙。
      附件2
      表一说明。
      填写下列内容：
      （一）姓名；
      （二）住址。
      `,
      `
      第一条 | 甲。
      附件1： 规则
        第一条 | 乙。
      附件2
        （一） 姓名；
        （二） 住址。
      `,
    );
  });

  it('an instrument that a decision republishes', () => {
    outlines(
      `
      关于修改某办法的决定
      一、将第一条修改为：甲。
      二、本决定自公布之日起施行。
      某办法
      第一条　甲。
      `,
      `
      一、 | 将第一条修改为：甲。
      二、 | 本决定自公布之日起施行。
      某办法
        第一条 | 甲。
      `,
    );
  });

  it('each level has an icon of its own', () => {
    const [chapter] = documentSymbols(fixture('第一章　总则\n第一条　甲：\n（一）乙。').document);
    const [article] = chapter?.children ?? [];
    const [item] = article?.children ?? [];
    assert.deepEqual(
      [chapter?.kind, article?.kind, item?.kind],
      [SymbolKind.Module, SymbolKind.Method, SymbolKind.EnumMember],
    );
  });

  it('select the number, or number and heading, and range over the whole', () => {
    const { document } = fixture('第一章　总则\n第一条　甲：\n（一）乙。\n\n第二条　丙。');
    const [chapter] = documentSymbols(document);
    const [article] = chapter?.children ?? [];
    const text = (range?: DocumentSymbol['range']): string => document.textDocument.getText(range);
    assert.equal(text(chapter?.selectionRange), '第一章　总则');
    assert.equal(text(article?.selectionRange), '第一条');
    assert.equal(text(article?.range), '第一条　甲：\n（一）乙。');
  });

  it('of real laws are what the protocol allows: named, and selected within their range', function () {
    this.timeout(60_000);
    const wrong: string[] = [];
    for (const { name, text } of laws(this)) {
      const document = RegulationDocument.of(`file:///${encodeURIComponent(name)}`, text);
      const check = (symbols: readonly DocumentSymbol[]): void => {
        for (const symbol of symbols) {
          const { textDocument } = document;
          const [start, selected, end, last] = [
            symbol.range.start,
            symbol.selectionRange.start,
            symbol.selectionRange.end,
            symbol.range.end,
          ].map((position) => textDocument.offsetAt(position));
          const isInside = (start ?? 0) <= (selected ?? 0) && (end ?? 0) <= (last ?? 0);
          if (!symbol.name.trim() || !isInside) wrong.push(`${name}: ${symbol.name}`);
          check(symbol.children ?? []);
        }
      };
      check(documentSymbols(document));
    }
    assert.deepEqual(wrong, []);
  });
});
