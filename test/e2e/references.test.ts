import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretIn, DRAFT, fileUri, MARKET_RULES, nameOf, REGULATION, show, textAt } from './editor';
import { untilPasses } from './until';

describe('references', () => {
  /** Expects the places that refer to words and that of the words themselves, in any order: the editor has its own. */
  async function finds(uri: vscode.Uri, words: string, expected: [file: string, text: string][]): Promise<void> {
    const document = await show(uri);
    const caret = caretIn(document, words);
    await untilPasses(async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        uri,
        caret,
      );
      const found = await Promise.all(locations.map(async (place) => [nameOf(place.uri), await textAt(place)]));
      assert.deepEqual(found.sort(), [...expected].sort());
    });
  }

  it('to an article: of its items, of a range around it, in both files', async () => {
    await finds(fileUri(MARKET_RULES), '第三条　', [
      [DRAFT, '第三条第一项'],
      [DRAFT, '第二条至第四条'],
      [MARKET_RULES, '第三条'],
      [MARKET_RULES, '第三条第二项'],
    ]);
  });

  it('to an article of the draft: the range within the draft', async () => {
    await finds(fileUri(DRAFT), '第三条　', [
      [DRAFT, '第三条'],
      [DRAFT, '第二条至第四条'],
    ]);
  });

  it('to an article of the read-only regulation: the draft', async () => {
    await finds(REGULATION, '第四十四条　', [
      [DRAFT, '第四十四条'],
      [nameOf(REGULATION), '第四十四条'],
    ]);
  });
});
