import assert from 'node:assert/strict';
import { articleCitations } from '../../server/src/features/articleCitations.js';
import { codeLenses } from '../../server/src/features/codeLens.js';
import { parentPlace } from '../../server/src/features/parentPlace.js';
import { structureTree } from '../../server/src/features/structureTree.js';
import { runChecks } from '../../server/src/checks/registry.js';
import type { CitedInstrument, StructureNode } from '../../server/src/protocol.js';
import { fixture, show } from '../support/fixture.js';

const TEXTS = `
  某市供水条例实施细则
  第一章　总则
  第一条　根据《某市供水条例》（以下简称《条例》）和《某省水条例》，制定本细则。
  第二章　管理
  第二条　违反《条例》第二条、$$第三条$$第一款的，依照本细则第三条处理。
  第三条　依照第九条、第一条办理。$$
  === 某市供水条例.txt
  某市供水条例
  第一条　甲。
  第二条　供水单位应当保证水质。
  第三条　乙。
  丙。
`;

describe('the tree of the structure', () => {
  it('has containers and articles, with problems and citations counted', () => {
    const { library, document } = fixture(TEXTS);
    const problems = runChecks({ document, library });
    const lines = (nodes: readonly StructureNode[], indent = ''): string[] =>
      nodes.flatMap(({ label, problems: count, citedBy, children }) => [
        `${indent}${label} ${String(count > 0)} ${String(citedBy)}`,
        ...lines(children, `${indent}  `),
      ]);
    assert.deepEqual(lines(structureTree(library, document, problems)), [
      '第一章 总则 false 0',
      '  第一条 false 1',
      '第二章 管理 false 0',
      '  第二条 false 0',
      '  第三条 true 1',
    ]);
  });
});

describe('how often an article is cited', () => {
  it('is the same in both trees and above the article: places elsewhere, however many stand in one article', () => {
    const { library, document } = fixture(`
      某市供水条例$$
      第一条　依照本条例第二条、第三条处理，违反第二条的除外。
      第二条　甲。
      依照本条例第二条第一款、前款办理。
      第三条　依照第一条至第三条办理。
      === 某市供水条例实施细则.txt
      某市供水条例实施细则
      第一条　依照《某市供水条例》第二条、第三条，制定本细则。
    `);
    const lenses = codeLenses(library, document, 'zh', false).map(({ range, command }) => ({ range, command }));
    const counts = structureTree(library, document, []).map(({ label, citedBy, selectionRange }) => {
      const { citedBy: groups } = articleCitations(library, document, selectionRange.start, (uri) =>
        library.document(uri),
      );
      const places = groups.flatMap(({ provisions }) => provisions.flatMap((provision) => provision.places));
      const lens = lenses.find(({ range }) => range.start.line === selectionRange.start.line)?.command?.title ?? '';
      return [label, citedBy, places.length, Number(/被引用 (\d+) 处/.exec(lens)?.[1] ?? 0)];
    });
    assert.deepEqual(counts, [
      ['第一条', 1, 1, 1],
      ['第二条', 4, 4, 4],
      ['第三条', 2, 2, 2],
    ]);
  });
});

describe('the citations of an article', () => {
  it('are grouped by instrument, its own first', () => {
    const at = fixture(TEXTS);
    const { article, cites, citedBy } = articleCitations(at.library, at.document, at.position, (uri) =>
      at.library.document(uri),
    );
    const lines = (groups: readonly CitedInstrument[]): string[] =>
      groups.flatMap(({ title, provisions }) =>
        provisions.map(({ label, places }) => `${title}: ${label} ← ${places.map((place) => show(at, place)).join()}`),
      );
    assert.equal(article, '第二条');
    assert.deepEqual(lines(cites), [
      '《某市供水条例实施细则》: 第三条 ← 草案.law.txt: 第三条',
      '《某市供水条例》: 第二条 ← 草案.law.txt: 第二条',
      '《某市供水条例》: 第三条第一款 ← 草案.law.txt: 第三条第一款',
    ]);
    assert.deepEqual(citedBy, []);
  });
});

describe('the place in the parent law', () => {
  it('is what the citation next to the caret cites; parents that are missing are named', () => {
    const at = fixture(TEXTS);
    const placeAt = (index: number) => parentPlace(at.library, at.document, at.positions[index] ?? at.position);
    const { parents, cited } = placeAt(1);
    assert.deepEqual(
      parents.map(({ title, uri }) => [title, uri !== undefined]),
      [
        ['某市供水条例', true],
        ['某省水条例', false],
      ],
    );
    assert.deepEqual(
      cited?.ranges.map((range) => show(at, { uri: cited.uri, range })),
      ['某市供水条例.txt: 乙。'],
    );
    assert.equal(placeAt(2).cited, undefined);
  });
});
