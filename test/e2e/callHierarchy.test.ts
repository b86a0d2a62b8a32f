import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretIn, DRAFT, fileUri, MARKET_RULES, nameOf, REGULATION, show } from './editor';
import { untilPasses } from './until';

describe('call hierarchy', () => {
  async function prepared(uri: vscode.Uri, words: string): Promise<vscode.CallHierarchyItem> {
    const document = await show(uri);
    const caret = caretIn(document, words);
    const [item, ...others] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      uri,
      caret,
    );
    assert.ok(item && others.length === 0, 'one item');
    return item;
  }

  /** `file name: citations`, of the calls to and from what the words stand in. */
  async function calls(uri: vscode.Uri, words: string): Promise<{ incoming: string[]; outgoing: string[] }> {
    const item = await prepared(uri, words);
    const [incoming, outgoing] = await Promise.all([
      vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item),
      vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item),
    ]);
    const drawn = async (to: vscode.CallHierarchyItem, place: vscode.Uri, ranges: vscode.Range[]): Promise<string> => {
      const document = await vscode.workspace.openTextDocument(place);
      return `${nameOf(to.uri)} ${to.name}: ${ranges.map((range) => document.getText(range)).join('、')}`;
    };
    return {
      incoming: await Promise.all(incoming.map(({ from, fromRanges }) => drawn(from, from.uri, fromRanges))),
      outgoing: await Promise.all(outgoing.map(({ to, fromRanges }) => drawn(to, item.uri, fromRanges))),
    };
  }

  it('of an article: what cites it in both files, and what it cites', async () => {
    await untilPasses(async () => {
      assert.deepEqual(await calls(fileUri(MARKET_RULES), '第三条　'), {
        incoming: [`${MARKET_RULES} 第四条: 第三条第二项`, `${DRAFT} 第四条: 第三条第一项、第二条至第四条`],
        outgoing: [`${MARKET_RULES} 第二条: 第二条`],
      });
    });
  });

  it('goes into the read-only regulation, and comes back from it', async () => {
    await untilPasses(async () => {
      const { outgoing } = await calls(fileUri(DRAFT), '第三条　');
      assert.ok(outgoing.includes(`${nameOf(REGULATION)} 第四十四条: 第四十四条`), outgoing.join('\n'));
      const { incoming } = await calls(REGULATION, '第四十四条　');
      assert.ok(incoming.includes(`${DRAFT} 第三条: 第四十四条`), incoming.join('\n'));
    });
  });
});
