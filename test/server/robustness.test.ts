import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, type Hover, type ResponseError } from 'vscode-languageserver/node';
import { at, Client, endServers, on } from './client.js';
import { eventually } from './eventually.js';

const URI = 'untitled:供水';
const TEXT = '某市供水条例\n第一条　供水。\n第二条　违反前条的，依法处理。';
const POSITIONED = [
  'textDocument/definition',
  'textDocument/hover',
  'textDocument/documentHighlight',
  'textDocument/references',
];

describe('the server survives', () => {
  let client: Client;
  const textDocument = { uri: URI };

  beforeEach(async () => {
    client = await Client.start();
    await client.open(URI, TEXT);
  });
  afterEach(async () => {
    // It lives, and answers.
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position: at(2, 7) });
    assert.match(JSON.stringify(hover.contents), /供水。/);
    assert.equal(await client.stop(), 0);
    endServers();
  });

  it('requests on a document that it does not know', async () => {
    const unknown = { textDocument: { uri: 'file:///%E6%B2%A1%E6%9C%89.txt' } };
    const params = { ...unknown, position: at(0, 0), context: { includeDeclaration: true }, range: on(0, 0, 0) };
    for (const method of POSITIONED) assert.deepEqual((await client.request(method, params)) ?? [], [], method);
    for (const method of ['documentSymbol', 'foldingRange', 'codeAction']) {
      assert.deepEqual(await client.request(`textDocument/${method}`, params), [], method);
    }
    assert.deepEqual(await client.request('textDocument/semanticTokens/full', unknown), { data: [] });
    assert.deepEqual(await client.request('textDocument/diagnostic', unknown), { kind: 'full', items: [] });
    assert.deepEqual(await client.request('textDocument/hover', { ...params, textDocument: { uri: '%%%' } }), null);
  });

  it('positions that are nowhere', async () => {
    for (const position of [at(99, 99), at(-1, -5), at(1, 1e9), { line: 'x', character: null }, { line: 0.5 }, {}]) {
      for (const method of POSITIONED) {
        await client.request(method, { textDocument, position, context: { includeDeclaration: true } });
      }
    }
    await client.request('textDocument/selectionRange', { textDocument, positions: [at(99, 0)] });
  });

  it('requests without what they need, which it answers with an error and a line in the log', async () => {
    for (const params of [{}, { textDocument }, { textDocument, position: null }]) {
      await assert.rejects(client.request('textDocument/hover', params), /hover/);
    }
    await client.logged.first('the error', (line) => line.startsWith('内部错误 hover'));
  });

  it('edits of what is not open, and edits beyond the text', async () => {
    await client.edit('untitled:没有', '供水');
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI } });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:没有' } });
    await client.edit(URI, '\n第三条　供水。', { start: at(99, 0), end: at(100, 0) });
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['第一条', '第二条', '第三条'],
    );
  });

  it('a text that is none', async () => {
    await client.edit(URI, `\u0000\ud800（（（《《《第第条\r\r\n${'第一章 '.repeat(2000)}`);
    for (const method of ['documentSymbol', 'foldingRange', 'semanticTokens/full', 'diagnostic']) {
      await client.request(`textDocument/${method}`, { textDocument });
    }
    await client.edit(URI, TEXT);
  });

  it('the cancellation of a request, which it then does not begin', async () => {
    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest('textDocument/documentSymbol', { textDocument }, source.token);
    source.cancel();
    const outcome = eventually('the answer', cancelled).then(
      () => 'answered',
      ({ code }: ResponseError) => code,
    );
    // The answer may have been under way already.
    assert.ok([LSPErrorCodes.RequestCancelled, 'answered'].includes(await outcome));
  });
});

describe('incremental edits', () => {
  afterEach(endServers);

  it('give the text that the editor shows', async () => {
    const client = await Client.start();
    await client.open(URI, TEXT);
    await client.edit(URI, '第三条', on(2, 0, 3));
    await client.edit(URI, '第二条　用水。\r\n', on(2, 0, 0));
    await client.edit(URI, '', { start: at(0, 6), end: at(1, 0) });
    await client.edit(URI, '\n', on(0, 6, 6));
    const symbols = await client.request<{ name: string; detail: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(
      symbols.map(({ name, detail }) => name + detail),
      ['第一条供水。', '第二条用水。', '第三条违反前条的，依法处理。'],
    );
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: at(3, 7),
    });
    assert.match(JSON.stringify(hover.contents), /用水。/);
  });
});
