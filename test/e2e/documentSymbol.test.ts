import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, REGULATION, show } from './editor';
import { until } from './until';

/** Names of an outline, with those below in order. */
type Outline = [name: string, below: Outline][];

function outlineOf(symbols: readonly vscode.DocumentSymbol[]): Outline {
  return symbols.map(({ name, children }) => [name, outlineOf(children)]);
}

describe('the outline', () => {
  async function symbolsOf(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
    await show(uri);
    return until('the outline', () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
    );
  }

  it('of a draft: chapters, articles, paragraphs where there are several, items', async () => {
    const symbols = await symbolsOf(fileUri(DRAFT));
    assert.deepEqual(outlineOf(symbols), [
      [
        '第一章 总则',
        [
          ['第一条', []],
          [
            '第二条',
            [
              ['第一款 口岸所在的旗市区应当落实《条例》第十二条…', []],
              ['第二款 违反前款规定的，责令改正。', []],
            ],
          ],
          ['第三条', []],
        ],
      ],
      [
        '第二章 管理',
        [
          [
            '第四条',
            [
              ['（一） 公开服务事项；', []],
              ['（二） 依照《示范县农贸市场管理办法》（以下简称…', []],
              ['（三） 按照《市场办法》第二条至第四条管理口岸市…', []],
            ],
          ],
          ['第一十五条', []],
        ],
      ],
    ]);
    assert.equal(symbols[1]?.children[0]?.detail, '口岸单位应当：');
  });

  it('of the read-only regulation: 9 chapters, 73 articles', async () => {
    const chapters = await symbolsOf(REGULATION);
    const articles = chapters.flatMap(({ children }) => children);
    assert.deepEqual([chapters.length, articles.length], [9, 73]);
    assert.equal(chapters[1]?.name, '第二章 民族团结进步');
    assert.deepEqual(
      [articles[1], articles[53]].map((article) => [article?.name, article?.children.length]),
      [
        ['第二条', 3],
        ['第五十四条', 4],
      ],
    );
  });
});
