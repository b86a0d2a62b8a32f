import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type ShowMessageParams,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { DRAFT, DUTIES, IMPORT_WORD, PREVIEW, REPORT, STRUCTURE, WORD_TEXT } from '../../server/src/protocol.js';
import { Guard } from '../support/guard.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { word } from '../support/word.js';
import { at, Client, endServers, uriOf } from './client.js';

const DRAFT_TEXT = '某市供水办法\n第一条　依照《某市机密条例》第一条办理。\n';
const SECRET = '某市机密条例\n第一条　机密。\n';
const REFUSED = /在工作区和条文库文件夹之外/;

/** A folder that somebody has sent, beside files that are none of its business. */
describe('a workspace that nobody trusts', () => {
  const folder = new TemporaryFolder();
  const guard = new Guard();
  const inFolder = (...names: string[]): string => path.join(folder.path, ...names);
  afterEach(endServers);

  beforeEach(() => {
    folder.write('外/某市机密条例.txt', SECRET);
    folder.write('外/某市机密规定.docx', word('某市机密规定\n第一条　机密。'));
    folder.write('外/密码.json', 'password: 123');
    folder.write('工作区/某市供水办法.txt', DRAFT_TEXT);
  });

  async function started(options: { libraries?: string[]; wordTexts?: boolean } = {}): Promise<Client> {
    const client = await Client.start({
      capabilities: {
        workspace: { workspaceFolders: true, configuration: true, semanticTokens: { refreshSupport: true } },
      },
      folders: [inFolder('工作区')],
      settings: { library: { folders: options.libraries ?? [] } },
      initializationOptions: { wordTexts: options.wordTexts ?? true, storageUri: uriOf(inFolder('存')) },
      environment: guard.environment,
    });
    await client.refreshed.first('the workspace to be read', () => true);
    return client;
  }

  async function titles(client: Client): Promise<string[]> {
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: '某市' });
    return symbols.map(({ name }) => name).sort();
  }

  function openedOutside(): string[] {
    assert.ok(guard.hasWatched);
    return guard.opened.filter((file) => file.startsWith(inFolder('外')));
  }

  it('holds links that lead out of it: they are not followed, which is said', async () => {
    symlinkSync(inFolder('外', '某市机密条例.txt'), inFolder('工作区', '某市机密条例.txt'));
    symlinkSync(inFolder('外'), inFolder('工作区', '规定'));
    symlinkSync(inFolder('外', '密码.json'), inFolder('工作区', '.tiaowen.json'));
    const client = await started();
    assert.deepEqual(await titles(client), ['某市供水办法']);
    const link = uriOf(inFolder('工作区', '某市机密条例.txt'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: link, type: FileChangeType.Changed },
        { uri: uriOf(inFolder('工作区', '规定', '某市机密条例.txt')), type: FileChangeType.Created },
        { uri: uriOf(inFolder('工作区', '规定')), type: FileChangeType.Created },
        { uri: uriOf(inFolder('工作区', '.tiaowen.json')), type: FileChangeType.Changed },
        { uri: uriOf(inFolder('外', '.tiaowen.json')), type: FileChangeType.Created },
        {
          uri: `${uriOf(inFolder('工作区'))}/../${encodeURIComponent('外')}/${encodeURIComponent('某市机密条例.txt')}`,
          type: FileChangeType.Created,
        },
      ],
    });
    await client.logged.first('the link', (line) => line.includes('某市机密条例.txt') && REFUSED.test(line));
    assert.deepEqual(await titles(client), ['某市供水办法']);
    assert.ok(!client.logged.all.some((line) => line.includes('password')));
    assert.equal(await client.stop(), 0);
    assert.deepEqual([openedOutside(), guard.forbidden], [[], []]);
  });

  it('holds links that lead into a folder of the library, or to its own files: they count', async () => {
    mkdirSync(inFolder('库'));
    writeFileSync(inFolder('库', '某市排水条例.txt'), '某市排水条例\n第一条　排水。\n');
    writeFileSync(inFolder('工作区', '底稿.txt'), '某市节水条例\n第一条　节水。\n');
    symlinkSync(inFolder('工作区', '底稿.txt'), inFolder('工作区', '某市节水条例.txt'));
    // Of the library's own links the reader has decided.
    symlinkSync(inFolder('外', '某市机密条例.txt'), inFolder('库', '另一件.txt'));
    const client = await started({ libraries: [inFolder('库')] });
    assert.deepEqual(await titles(client), ['某市供水办法', '某市排水条例', '某市机密条例', '某市节水条例'].sort());
    assert.equal(await client.stop(), 0);
  });

  it('names files outside in what is asked: none is read', async () => {
    const client = await started();
    const secret = uriOf(inFolder('外', '某市机密条例.txt'));
    const document = inFolder('外', '某市机密规定.docx');
    const wordUri = (file: string, authority = ''): string =>
      `tiaowen-text:${authority}${uriOf(file).slice('file://'.length)}.txt?file`;
    const climbing = wordUri(inFolder('工作区', '甲')).replace(
      /[^/]*$/,
      `../${encodeURIComponent('外')}/${encodeURIComponent('某市机密规定.docx')}.txt?file`,
    );
    for (const uri of [wordUri(document), climbing, climbing.replace('..', '%2E%2e'), wordUri(document, '//server')]) {
      await assert.rejects(client.request(WORD_TEXT, { uri }), /不予读取|无法读取/, uri);
    }
    for (const uri of [
      'tiaowen-text:/a.docx.txt?http',
      'tiaowen-corpus:/../../etc/passwd',
      'tiaowen-text:',
      'data:text/plain,a',
      secret,
    ]) {
      await assert.rejects(client.request(WORD_TEXT, { uri }), /不予读取|无法读取|没有提供|tiaowen/, uri);
    }
    for (const method of [PREVIEW, DUTIES, STRUCTURE, REPORT]) {
      await assert.rejects(client.request(method, { uri: secret, name: 'duties' }), new RegExp(method), method);
    }
    // What is imported are the bytes that the editor sends: a path in their place is no document.
    await assert.rejects(client.request(IMPORT_WORD, { content: document, changes: 'accepted' }), /无法读取/);
    const position = at(0, 0);
    for (const method of ['definition', 'hover', 'references', 'completion', 'documentLink']) {
      const answer = await client.request(`textDocument/${method}`, {
        textDocument: { uri: secret },
        position,
        context: {},
      });
      assert.deepEqual(answer ?? [], [], method);
    }
    const resolved = await client
      .request<{ target?: string }>('documentLink/resolve', {
        range: { start: position, end: position },
        data: { uri: secret, start: 0, end: 3 },
      })
      .catch(() => ({}));
    assert.ok(!('target' in resolved));
    assert.equal(await client.stop(), 0);
    assert.deepEqual([openedOutside(), guard.forbidden], [[], []]);
  });

  it('asks for operations that there are not: each is refused, and nothing is changed', async () => {
    const client = await started();
    const uri = uriOf(inFolder('工作区', '某市供水办法.txt'));
    await client.open(uri, DRAFT_TEXT);
    const told: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
      told.push(message);
    });
    const applied: unknown[] = [];
    client.connection.onRequest('workspace/applyEdit', (edit) => {
      applied.push(edit);
      return { applied: false };
    });
    const others = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 7, null, {}];
    for (const operation of others) {
      await client.request('workspace/executeCommand', { command: DRAFT, arguments: [uri, operation, at(1, 0)] });
    }
    for (const given of [
      undefined,
      [],
      [7],
      [null, 'renumber'],
      [uriOf(inFolder('外', '某市机密条例.txt')), 'renumber'],
    ]) {
      await client.request('workspace/executeCommand', { command: DRAFT, arguments: given }).catch(() => undefined);
    }
    await client.request('workspace/executeCommand', { command: 'workbench.action.terminal.new' });
    assert.equal(told.filter((message) => message.includes('没有这个操作')).length, others.length);
    assert.deepEqual(applied, []);
    assert.equal(await client.stop(), 0);
    assert.deepEqual([openedOutside(), guard.forbidden], [[], []]);
  });
});
