import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { at, Client, endServers, on } from './client.js';

const URI = 'untitled:供水';
const TEXT = '某市供水条例\n第一条 供水,排水。\n第二条 用\u00ad水。\n';
const ASKED = { configuration: true };
const options = { tabSize: 4, insertSpaces: true };

describe('writing', () => {
  const textDocument = { uri: URI };
  afterEach(endServers);

  const after = (text: string, edits: TextEdit[]): string =>
    TextDocument.applyEdits(TextDocument.create(URI, 'regulation', 1, text), edits);

  it('formats a document and a range as the settings say', async () => {
    const settings = { format: { indent: 'two' } };
    const client = await Client.start({ capabilities: { workspace: ASKED }, settings });
    await client.open(URI, TEXT);
    // The settings have been read when there is a diagnosis.
    await client.published.first('the first diagnosis', ({ uri }) => uri === URI);
    const all = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    assert.equal(after(TEXT, all), '某市供水条例\n　　第一条　供水，排水。\n　　第二条　用\u00ad水。\n');
    const range = on(1, 0, 5);
    const some = await client.request<TextEdit[]>('textDocument/rangeFormatting', { textDocument, range, options });
    assert.equal(after(TEXT, some), '某市供水条例\n　　第一条　供水，排水。\n第二条 用\u00ad水。\n');
  });

  it('goes on with the numbers behind Enter, unless the settings do not want it', async () => {
    const typed = `${TEXT}\n`;
    const params = { textDocument, position: at(3, 0), ch: '\n', options };
    const client = await Client.start();
    await client.open(URI, typed);
    const edits = await client.request<TextEdit[]>('textDocument/onTypeFormatting', params);
    assert.deepEqual(edits, [{ range: on(3, 0, 0), newText: '第三条　' }]);
    const without = await Client.start({ initializationOptions: { format: { onType: false } } });
    await without.open(URI, typed);
    assert.deepEqual(await without.request('textDocument/onTypeFormatting', params), []);
  });

  it('completes what regulations have, for clients that take snippets', async () => {
    const draft = `${TEXT}施行`;
    const params = { textDocument, position: at(3, 2) };
    const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
    const client = await Client.start({ capabilities });
    await client.open(URI, draft);
    const list = await client.request<CompletionList>('textDocument/completion', params);
    assert.equal(list.items[0]?.label, '施行日期');
    const plain = await Client.start();
    await plain.open(URI, draft);
    assert.equal(await plain.request('textDocument/completion', params), null);
  });

  it('clears what pasting has left', async () => {
    const client = await Client.start();
    await client.open(URI, TEXT);
    const context = { diagnostics: [], only: ['source.fixAll.residue'] };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: on(0, 0, 0),
      context,
    });
    assert.deepEqual(
      actions.map(({ title, edit }) => [title, after(TEXT, edit?.changes?.[URI] ?? [])]),
      [['清理粘贴残留', '某市供水条例\n第一条　供水，排水。\n第二条　用水。\n']],
    );
  });

  it('clears it as the text is when the action runs, where the client asks then', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const client = await Client.start({ capabilities: { textDocument: { codeAction } } });
    await client.open(URI, TEXT);
    const context = { diagnostics: [], only: ['source.fixAll.residue'] };
    const params = { textDocument, range: on(0, 0, 0), context };
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', params);
    assert.deepEqual([action?.title, action?.edit], ['清理粘贴残留', undefined]);
    const later = `\n${TEXT}`;
    await client.edit(URI, later);
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    assert.equal(after(later, edit?.changes?.[URI] ?? []), '\n某市供水条例\n第一条　供水，排水。\n第二条　用水。\n');
  });
});
