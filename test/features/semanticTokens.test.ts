import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../server/src/features/semanticTokens.js';
import { fixture, type Fixture } from '../support/fixture.js';

/** The tokens, a line each: text, type, modifiers. */
function tokens({ library, document }: Fixture, range?: Range): string[] {
  const { data } = semanticTokens(library, document, range);
  const shown: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    line += lines;
    character = lines > 0 ? characters : character + characters;
    const text = document.textDocument.getText({
      start: { line, character },
      end: { line, character: character + length },
    });
    const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;
    shown.push([text, tokenTypes[type], ...tokenModifiers.filter((_, bit) => modifiers & (1 << bit))].join(' '));
  }
  return shown;
}

describe('semantic tokens', () => {
  const text = `
    第一条　根据《市场条例》（以下简称《条例》）和《中华人民共和国慈善法》，制定本细则。
    第二条　依照《条例》第一条、第九条，慈善法第三条，本细则第一条至第八条办理。
    违反前款规定的，依照前两款处理；依照本章处理。
    === 条例.txt
    市场条例
    第一条　甲。
  `;
  const first = ['《市场条例》 instrument', '条例 alias definition', '《中华人民共和国慈善法》 instrument external'];
  const second = [
    '《条例》 alias',
    '第一条 citation',
    '第九条 citation dangling',
    '慈善法 instrument external',
    '第三条 citation external',
    '第一条 citation',
    '第八条 citation dangling',
  ];
  const third = ['前款 citation', '前两款 citation dangling', '本章 citation'];

  it('of a document', () => assert.deepEqual(tokens(fixture(text)), [...first, ...second, ...third]));

  it('of a range', () => {
    const start = { line: 1, character: 0 };
    assert.deepEqual(tokens(fixture(text), { start, end: { line: 1, character: 200 } }), second);
    assert.deepEqual(tokens(fixture(text), { start, end: { line: 1, character: 8 } }), ['《条例》 alias']);
  });

  it('of terms, where they are defined and used', () => {
    assert.deepEqual(
      tokens(
        fixture(`
          第一条　本办法所称道路，是指公路；企业（以下简称单位）、道路。
          第二条　依照道路交通安全法，单位修道路，依照《道路管理办法》处罚。
        `),
      ),
      [
        '道路 term definition',
        '单位 term definition',
        '道路 term',
        '道路交通安全法 instrument external',
        '单位 term',
        '道路 term',
        '《道路管理办法》 instrument external',
      ],
    );
  });

  it('do not call dangling what an amending decision cites', () => {
    assert.deepEqual(
      tokens(
        fixture(`
          关于修改《市场条例》的决定
          一、增加一条，作为第九条：“违反前款规定的，责令改正。”
          === 条例.txt
          市场条例
          第一条　甲。
        `),
      ).filter((token) => token.includes('dangling')),
      [],
    );
  });

  it('of nothing', () => assert.deepEqual(tokens(fixture('')), []));
});
