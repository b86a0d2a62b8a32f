import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DRAFT, fileUri, MARKET_RULES, nameOf, REGULATION, show } from './editor';
import { untilPasses } from './until';

describe('symbols of the workspace', () => {
  before(() => show(fileUri(DRAFT)));

  for (const [query, name, file] of [
    ['农贸市场', '示范县农贸市场管理办法', MARKET_RULES],
    ['口岸管理', '内蒙古自治区边境口岸管理实施细则', DRAFT],
    ['民族团结', '第二章 民族团结进步', nameOf(REGULATION)],
    ['第七十三条', '第七十三条', nameOf(REGULATION)],
    ['73', '第七十三条（73）', nameOf(REGULATION)],
  ] as const) {
    it(`${query}: ${name}`, async () => {
      await untilPasses(async () => {
        const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          query,
        );
        const found = symbols.map((symbol) => [symbol.name, nameOf(symbol.location.uri)]);
        assert.ok(
          found.some(([symbol, of]) => symbol === name && of === file),
          JSON.stringify(found),
        );
      });
    });
  }
});
