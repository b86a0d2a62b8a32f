import assert from 'node:assert/strict';
import { applied } from '../../server/src/drafting/edits.js';
import { draftWithPlaceholders } from '../../server/src/drafting/placeholders.js';
import { renumber, type Renumbering } from '../../server/src/drafting/renumber.js';
import { fixture, type Fixture } from '../support/fixture.js';

/** Renumbers the marked text of a fixture, or its first one, by its placeholders. */
function renumbered(source: string): { result: Renumbering; texts: Fixture; textOf: (name?: string) => string } {
  const texts = fixture(source);
  const result = renumber(texts.library, [draftWithPlaceholders(texts.document)], () => true);
  const textOf = (name?: string): string => {
    const { uri, text } = name === undefined ? texts.document : texts.file(name);
    return applied(text, result.edits.get(uri) ?? []).text;
  };
  return { result, texts, textOf };
}

/** A regulation of ten articles, with a new one in front of 第五条, in which one paragraph is to be tried. */
function tenArticles(line: string, at = 9): string {
  const articles = '一二三四五六七八九十'
    .split('')
    .map((number, index) => `第${number}条　${index + 1 === at ? line : `内容${number}。`}`);
  articles.splice(4, 0, '第×条　新增内容。');
  return `某市试验条例\n${articles.join('\n')}\n`;
}

/** What a citation in 第九条 (or another article) reads after an article was put in front of 第五条. */
function citationAfter(line: string, at?: number): string {
  const { textOf } = renumbered(tenArticles(line, at));
  const number =
    at !== undefined && at < 5 ? '一二三四'[at - 1] : ['六', '七', '八', '九', '十', '十一'][(at ?? 9) - 5];
  const found = textOf()
    .split('\n')
    .find((each) => each.startsWith(`第${number ?? ''}条　`));
  return found?.slice(found.indexOf('　') + 1) ?? '';
}

describe('renumbering', () => {
  const cases: [name: string, line: string, expected: string, at?: number][] = [
    ['leaves what stands in front', '依照第四条办理。', '依照第四条办理。'],
    ['follows an article', '依照第五条办理。', '依照第六条办理。'],
    ['follows it under the own name', '依照本条例第五条第一款办理。', '依照本条例第六条第一款办理。'],
    ['follows a list', '依照第三条、第六条和第八条办理。', '依照第三条、第七条和第九条办理。'],
    ['lets a range grow', '依照第三条至第六条办理。', '依照第三条至第七条办理。'],
    ['moves a range', '依照第六条至第八条办理。', '依照第七条至第九条办理。'],
    ['keeps a relative citation that still holds', '依照前两条办理。', '依照前两条办理。'],
    ['writes out one that the new article has come between', '依照前条办理。', '依照本条例第四条办理。', 5],
    ['writes out a list that is no row any more', '依照前两条办理。', '依照本条例第四条、第六条办理。', 6],
    ['keeps 本条', '依照本条第一款办理。', '依照本条第一款办理。'],
    ['keeps numbers of the form they have', '依照第5条办理。', '依照第6条办理。'],
    [
      'does not touch another instrument',
      '依照《中华人民共和国刑法》第五条、第六条办理。',
      '依照《中华人民共和国刑法》第五条、第六条办理。',
    ],
    ['does not touch a statute named without brackets', '依照刑法第五条、第六条办理。', '依照刑法第五条、第六条办理。'],
  ];
  for (const [name, line, expected, at] of cases) {
    it(`${name}: ${line}`, () => assert.equal(citationAfter(line, at), expected));
  }

  it('gives placeholders numbers, in lists and of chapters too, and keeps the table of contents in step', () => {
    const { textOf } = renumbered(`
      某市试验条例
      目录
      第一章　总则
      第×章　新章
      第二章　附则
      第一章　总则
      第一条　有下列情形之一的：
      （一）甲；
      （×）新项；
      （二）乙；
      （三）前两项以外的。
      有前款第二项、第三项情形的，依照第二章办理。
      第×章　新章
      第×条　新条。
      第二章　附则
      第二条　本条例自2024年1月1日起施行。
    `);
    assert.equal(
      textOf(),
      [
        '某市试验条例',
        '目录',
        '第一章　总则',
        '第二章　新章',
        '第三章　附则',
        '第一章　总则',
        '第一条　有下列情形之一的：',
        '（一）甲；',
        '（二）新项；',
        '（三）乙；',
        '（四）第一项、第三项以外的。',
        '有前款第三项、第四项情形的，依照第三章办理。',
        '第二章　新章',
        '第二条　新条。',
        '第三章　附则',
        '第三条　本条例自2024年1月1日起施行。',
      ].join('\n'),
    );
  });

  it('rewrites the citations in other texts, by title and by alias', () => {
    const { textOf, result } = renumbered(`
      === 条例.txt
      某市试验条例
      第一条　甲。$$
      第×条　新。
      第二条　乙。
      === 细则.txt
      某市试验条例实施细则
      第一条　根据《某市试验条例》（以下简称《条例》），制定本细则。
      第二条　《某市试验条例》第二条所称乙，《条例》第一条、第二条另有规定的除外。本细则第二条不适用。
    `);
    assert.equal(
      textOf('细则.txt').split('\n')[2],
      '第二条　《某市试验条例》第三条所称乙，《条例》第一条、第三条另有规定的除外。本细则第二条不适用。',
    );
    assert.equal(result.citations, 2);
  });

  it('reports what cites it and is not to be changed', () => {
    const texts = fixture(`
      === 条例.txt
      某市试验条例
      第×条　新。$$
      第一条　乙。
      === 细则.txt
      某市试验条例实施细则
      第一条　依照《某市试验条例》第一条办理。
    `);
    const { reports, edits } = renumber(texts.library, [draftWithPlaceholders(texts.document)], () => false);
    assert.deepEqual([...edits.keys()], [texts.document.uri]);
    assert.deepEqual(
      reports.map(({ message }) => message.zh),
      ['“第一条”现应指第二条，但所在文本不能改动'],
    );
  });

  it('refuses to guess which of two articles with one number is cited', () => {
    const { result } = renumbered(`
      某市试验条例
      第一条　甲。
      第二条　新。
      第二条　乙。
      第三条　依照第二条办理。
    `);
    assert.deepEqual(
      result.reports.map(({ message, isRefusal }) => [message.zh, isRefusal]),
      [['“第二条”可能指两个第二条中的任何一个，未作改动', true]],
    );
  });

  it('reports a citation of nothing that would get a meaning', () => {
    const { result, textOf } = renumbered(`
      某市试验条例
      第一条　甲。
      第×条　新。
      第二条　依照第三条办理。
    `);
    assert.match(textOf(), /第三条　依照第三条办理/);
    assert.deepEqual(
      result.reports.map(({ message }) => message.zh),
      ['“第三条”原来没有所指，整理编号后会指向另一条文，未作改动'],
    );
  });

  it('closes a gap, and keeps 第二条之一 behind its article', () => {
    const { textOf } = renumbered(`
      某市试验条例
      第一条　甲。
      第三条　乙，依照第三条之一、第五条办理。
      第三条之一　丙。
      第五条　丁。
    `);
    assert.equal(
      textOf(),
      '某市试验条例\n第一条　甲。\n第二条　乙，依照第二条之一、第三条办理。\n第二条之一　丙。\n第三条　丁。',
    );
  });

  it('leaves a text without faults as it is', () => {
    const { result } = renumbered(tenArticles('依照第五条办理。').replace('第×条　新增内容。\n', ''));
    assert.equal(result.edits.size, 0);
    assert.deepEqual(result.reports, []);
  });
});
