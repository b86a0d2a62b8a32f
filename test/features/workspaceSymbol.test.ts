import assert from 'node:assert/strict';
import { SYMBOL_LIMIT, workspaceSymbols } from '../../server/src/features/workspaceSymbol.js';
import { formatNumeral } from '../../server/src/syntax/numerals.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

const TEXTS = fixture(
  `
  === 草案.law.txt
  示范县市场管理办法实施细则$$
  （2024年3月1日通过）
  第一章　总　　则
  第一条　甲。
  第二章　促进边境地区市场
  第一节　边民互市
  第二条　乙。
  第十二条　丙。
  第一百二十条之一　丁。
  附件1：登记表
  === 无标题.txt
  第十二条　戊。
`,
  { corpus: true },
);

/** What is found, a line each: name and container. */
function found(query: string, at: Fixture = TEXTS): string[] {
  return workspaceSymbols(at.library, query).symbols.map(
    ({ name, containerName }) => `${name} | ${containerName ?? ''}`,
  );
}

const REGULATION = '《内蒙古自治区促进边境地区高质量发展条例》';
const DRAFT = '《示范县市场管理办法实施细则》';

describe('workspace symbols', () => {
  for (const [query, ...expected] of [
    ['示范县市场管理办法实施细则', '示范县市场管理办法实施细则 | 2024-03-01'],
    ['县细则', '示范县市场管理办法实施细则 | 2024-03-01'],
    ['促进边境', `第二章 促进边境地区市场 | ${DRAFT}`, '内蒙古自治区促进边境地区高质量发展条例 | 2023-11-30'],
    ['总则', `第一章 总则 | ${DRAFT}`, `第一章 总则 | ${REGULATION}`],
    ['边民互市', `第一节 边民互市 | ${DRAFT} 第二章`],
    ['登记表', `附件1： 登记表 | ${DRAFT}`],
    ['第一百二十条之一', `第一百二十条之一 | ${DRAFT} 第二章 第一节`],
    ['120-1', `第一百二十条之一（120-1） | ${DRAFT} 第二章 第一节`],
    ['一百二十之一', `第一百二十条之一 | ${DRAFT} 第二章 第一节`],
    ['12 细则', `第十二条（12） | ${DRAFT} 第二章 第一节`],
    ['第十二条 促进', `第十二条 | ${REGULATION} 第二章`],
    ['不存在'],
  ] as const) {
    it(`${query} → ${expected.join('；') || '无'}`, () => assert.deepEqual(found(query), expected));
  }

  for (const query of ['第十二条', '十二条', '第12条', '12条', '１２']) {
    it(`${query}: article 12 first, in all texts, the open one before the others`, () => {
      assert.deepEqual(found(query).slice(0, 3), [
        `第十二条 | ${DRAFT} 第二章 第一节`,
        `第十二条 | ${REGULATION} 第二章`,
        '第十二条 | 无标题.txt',
      ]);
    });
  }

  it('what is written in digits stands in the name, by which editors filter again', () => {
    assert.deepEqual(found('12'), [
      `第十二条（12） | ${DRAFT} 第二章 第一节`,
      `第十二条（12） | ${REGULATION} 第二章`,
      '第十二条（12） | 无标题.txt',
    ]);
  });

  it('lead to the title, the heading, the number', () => {
    const first = (query: string): string | undefined =>
      workspaceSymbols(TEXTS.library, query).symbols.map(({ location }) => show(TEXTS, location))[0];
    assert.equal(first('县细则'), '草案.law.txt: 示范县市场管理办法实施细则');
    assert.equal(first('总则'), '草案.law.txt: 第一章　总　　则');
    assert.equal(first('120-1'), '草案.law.txt: 第一百二十条之一');
  });

  it('follow the text as it changes', () => {
    const at = fixture('第一条　甲。');
    assert.deepEqual(found('第二条', at), []);
    const { textDocument } = fixture('第二条　甲。').document;
    at.library.setOpen(textDocument);
    assert.deepEqual(found('第二条', at), ['第二条 | 草案.law.txt']);
  });

  it('are capped, and say so', () => {
    const articles = Array.from({ length: SYMBOL_LIMIT + 1 }, (_, index) => `第${formatNumeral(index + 1)}条　甲。`);
    const all = fixture(articles.join('\n'));
    const { symbols, capped } = workspaceSymbols(all.library, '');
    assert.equal(symbols.length, SYMBOL_LIMIT);
    assert.equal(capped, true);
    assert.deepEqual(workspaceSymbols(all.library, '第一百条').capped, false);
    assert.equal(workspaceSymbols(fixture(articles.slice(1).join('\n')).library, '').capped, false);
  });
});
