import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, show } from './editor';
import { until, untilPasses } from './until';

/** What is coloured: the text, its type and its modifiers. */
type Token = [text: string, type: string, ...modifiers: string[]];

/** Decodes tokens as the protocol packs them: five numbers each, places relative to the token before. */
function tokensOf(document: vscode.TextDocument, { data }: vscode.SemanticTokens, legend: vscode.SemanticTokensLegend) {
  const tokens: Token[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.subarray(at, at + 5);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    tokens.push([
      document.getText(new vscode.Range(line, character, line, character + length)),
      legend.tokenTypes[type] ?? '',
      ...legend.tokenModifiers.filter((_name, bit) => (modifiers & (1 << bit)) !== 0),
    ]);
  }
  return tokens;
}

describe('semantic tokens', () => {
  it('tell citations that resolve from dangling ones, and short names where they are given and used', async () => {
    const draft = await show(fileUri(DRAFT));
    const legend = await until('the legend', () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        draft.uri,
      ),
    );
    await untilPasses(async () => {
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        draft.uri,
      );
      assert.deepEqual(tokensOf(draft, tokens, legend), [
        ['《内蒙古自治区促进边境地区高质量发展条例》', 'instrument'],
        ['条例', 'alias', 'definition'],
        ['《条例》', 'alias'],
        ['第十二条第二款', 'citation'],
        ['前款', 'citation'],
        ['第二条', 'citation'],
        ['第四条', 'citation'],
        ['《条例》', 'alias'],
        ['第四十四条', 'citation'],
        ['《示范县农贸市场管理办法》', 'instrument'],
        ['市场办法', 'alias', 'definition'],
        ['第三条第一项', 'citation'],
        ['《市场办法》', 'alias'],
        ['第二条', 'citation'],
        ['第四条', 'citation'],
        ['前款', 'citation', 'dangling'],
        ['《条例》', 'alias'],
        ['第八十条', 'citation', 'dangling'],
      ] satisfies Token[]);
    });
  });
});
