import assert from 'node:assert/strict';
import path from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Hover,
  type Location,
  type MarkupContent,
  type SymbolInformation,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import {
  WORD_TEXT,
  WORD_TEXT_CHANGED,
  type WordTextChangedParams,
  type WordTextResult,
} from '../../server/src/protocol.js';
import { wordFileOf, wordTextUri } from '../../server/src/wordTexts.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { word } from '../support/word.js';
import { at, Client, endServers, uriOf } from './client.js';
import { Events } from './eventually.js';

const REFRESHING = { workspace: { workspaceFolders: true, semanticTokens: { refreshSupport: true } } };
const LAW = '某市供水条例\n第一条　供水。\n第二条　排水。';
const DRAFT = '某市供水办法\n第一条　依照《某市供水条例》第二条办理。';

describe('the URIs of the texts of Word documents', () => {
  for (const [file, text] of [
    ['file:///a/b%20c.docx', 'tiaowen-text:/a/b%20c.docx.txt?file'],
    ['file:///c%3A/%E6%B3%95.DOCX', 'tiaowen-text:/c%3A/%E6%B3%95.DOCX.txt?file'],
    ['vscode-vfs://github/a/b/%E6%B3%95%23%3F.docx', 'tiaowen-text://github/a/b/%E6%B3%95%23%3F.docx.txt?vscode-vfs'],
  ] as const) {
    it(file, () => {
      assert.equal(wordTextUri(file), text);
      assert.equal(wordFileOf(text), file);
      assert.equal(wordTextUri(text), text);
    });
  }

  it('are of Word documents only', () => {
    assert.equal(wordTextUri('file:///a.txt'), 'file:///a.txt');
    for (const uri of ['file:///a.docx', 'tiaowen-text:/a.txt?file', 'tiaowen-text:/etc/passwd', 'tiaowen-text:']) {
      assert.equal(wordFileOf(uri), undefined, uri);
    }
  });
});

describe('Word documents', () => {
  const folder = new TemporaryFolder();
  afterEach(endServers);

  async function started(wordTexts: boolean): Promise<Client> {
    const client = await Client.start({
      capabilities: REFRESHING,
      folders: [folder.path],
      initializationOptions: { wordTexts },
      prepare: (connection) =>
        connection.onNotification(WORD_TEXT_CHANGED, ({ uri }: WordTextChangedParams) => changed.push(uri)),
    });
    await client.refreshed.first('the workspace to be read', () => true);
    return client;
  }
  let changed: Events<string>;
  beforeEach(() => (changed = new Events()));

  /** Asks at the citation of the draft. */
  async function ask<R>(client: Client, method: string): Promise<R> {
    const uri = uriOf(path.join(folder.path, '草案.law.txt'));
    const position = at(1, DRAFT.split('\n')[1]?.lastIndexOf('第二条') ?? 0);
    return client.request<R>(method, { textDocument: { uri }, position });
  }

  it('of the workspace are read without being opened, and citations lead to their texts', async () => {
    const file = folder.write('供水条例.docx', word(LAW));
    folder.write('~$水条例.docx', word(LAW));
    folder.write('说明.docx', word('某市说明\n第一条　说明。'));
    folder.write('草案.law.txt', DRAFT);
    const client = await started(true);
    const [location] = await ask<Location[]>(client, 'textDocument/definition');
    assert.equal(location?.uri, wordTextUri(uriOf(file)));
    assert.deepEqual(location.range.start, at(2, 0));
    const { text } = await client.request<WordTextResult>(WORD_TEXT, { uri: location.uri });
    assert.equal(text, LAW);
    const titles = await client.request<SymbolInformation[]>('workspace/symbol', { query: '某市' });
    assert.deepEqual(titles.map(({ name }) => name).sort(), ['某市供水办法', '某市供水条例']);
    // The text, once an editor shows it, is a document like any other, but for its mending.
    const { uri } = location;
    await client.open(uri, text);
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.equal(symbols.length, 2);
    assert.equal((await ask<Location[]>(client, 'textDocument/definition'))[0]?.uri, uri);
  });

  it('are hover text only, for an editor that does not show their texts', async () => {
    folder.write('供水条例.docx', word(LAW));
    folder.write('草案.law.txt', DRAFT);
    const client = await started(false);
    assert.deepEqual(await ask<Location[]>(client, 'textDocument/definition'), []);
    const { contents } = await ask<Hover>(client, 'textDocument/hover');
    assert.match((contents as MarkupContent).value, /第二条[^]*排水。[^]*供水条例\\\.docx/);
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map(({ uri }) => path.posix.basename(uri)),
      [path.posix.basename(uriOf('草案.law.txt'))],
    );
  });

  it('are checked where their texts are shown, and followed', async () => {
    const file = folder.write('供水条例.docx', word('某市供水条例\n第一条　供水。\n第三条　排水。'));
    const client = await started(true);
    const codes = async (): Promise<unknown[]> => {
      const report = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
      return report.items.flatMap((item) =>
        'items' in item ? item.items.map(({ code }) => `${item.uri} ${String(code)}`) : [],
      );
    };
    assert.deepEqual(await codes(), [`${wordTextUri(uriOf(file))} numbering/gap`]);
    folder.write('供水条例.docx', word(LAW));
    const refreshed = client.refreshed.next('the change');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(file), type: FileChangeType.Changed }],
    });
    await refreshed;
    assert.deepEqual(await codes(), []);
    await changed.first('the new text', (uri) => uri === wordTextUri(uriOf(file)));
  });

  it('that cannot be read are named, once and for all others to be read', async () => {
    folder.write('旧条例.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    folder.write('供水条例.docx', word(LAW));
    const client = await started(true);
    await client.logged.first('the old one', (line) => line.includes('旧条例.docx：是旧版 Word（.doc）'));
    assert.equal((await client.request<SymbolInformation[]>('workspace/symbol', { query: '某市供水条例' })).length, 1);
    const asked = client.request(WORD_TEXT, { uri: wordTextUri(uriOf(path.join(folder.path, '旧条例.docx'))) });
    await assert.rejects(asked, /旧条例\.docx：是旧版 Word/);
    await assert.rejects(
      client.request(WORD_TEXT, { uri: uriOf(path.join(folder.path, '供水条例.docx')) }),
      /没有提供读取方式/,
    );
  });
});
