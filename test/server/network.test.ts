import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hover, Location } from 'vscode-languageserver/node';
import { DUTIES, EXPORT_WORD, IMPORT_WORD, PREVIEW, REPORT, type ExportWordResult } from '../../server/src/protocol.js';
import { tiaowen } from '../cli/commandLine.js';
import { Guard } from '../support/guard.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { at, Client, endServers, uriOf } from './client.js';

const DRAFT = '某市供水办法\n第一条　依照《某市供水条例》第二条办理。\n第三条　见 http://127.0.0.1/a.png 。\n';
const LAW = '某市供水条例\n第一条　供水。\n第二条　供水单位应当排水。\n';
/** What reaches into networks, and the names of it that need no module. */
const NETWORK = /require\("(?:node:)?(?:https?|http2|tls|dgram|dns(?:\/promises)?|inspector|undici)"\)/;
const BY_NAME = /\b(?:fetch|sendBeacon)\(|new (?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b/;

describe('without a network', () => {
  const folder = new TemporaryFolder();
  const guard = new Guard();
  afterEach(endServers);

  for (const name of ['server', 'cli', 'indexer', 'convert']) {
    it(`dist/${name}.js has nothing that would reach into one`, () => {
      const code = readFileSync(path.join('dist', `${name}.js`), 'utf8');
      assert.doesNotMatch(code, NETWORK);
      assert.doesNotMatch(code, BY_NAME);
    });
  }

  it('what would reach into one is stopped and noted', () => {
    const code =
      "for (const reach of [() => fetch('a'), () => require('net').connect(9), () => require('dns').lookup('a')]) try { reach(); } catch {}";
    execFileSync(process.execPath, ['-e', code], { env: { ...process.env, ...guard.environment } });
    assert.deepEqual(guard.forbidden, ['fetch', 'node:dns.lookup', 'node:net.connect']);
  });

  it('a session of the server does all that it does, and tries to reach none', async function () {
    this.timeout(60_000);
    folder.write('稿/某市供水办法.txt', DRAFT);
    folder.write('库/某市供水条例.txt', LAW);
    const client = await Client.start({
      capabilities: {
        workspace: { workspaceFolders: true, configuration: true, semanticTokens: { refreshSupport: true } },
      },
      folders: [path.join(folder.path, '稿')],
      settings: { library: { folders: [path.join(folder.path, '库')] } },
      initializationOptions: { storageUri: uriOf(path.join(folder.path, '存')) },
      environment: guard.environment,
    });
    await client.refreshed.first('the texts to be read', () => true);
    const uri = uriOf(path.join(folder.path, '稿', '某市供水办法.txt'));
    const textDocument = { uri };
    await client.open(uri, DRAFT);
    const position = at(1, DRAFT.split('\n')[1]?.indexOf('第二条') ?? 0);
    const [led] = await client.request<Location[]>('textDocument/definition', { textDocument, position });
    assert.match(led?.uri ?? '', /\.txt$/);
    assert.ok(await client.request<Hover | null>('textDocument/hover', { textDocument, position }));
    for (const method of [
      'documentSymbol',
      'documentLink',
      'codeLens',
      'formatting',
      'semanticTokens/full',
      'diagnostic',
    ]) {
      assert.ok(await client.request(`textDocument/${method}`, { textDocument, options: {} }), method);
    }
    for (const method of [PREVIEW, DUTIES]) assert.ok(await client.request(method, { uri }));
    assert.ok(await client.request(REPORT, { uri, name: 'coverage' }));
    const { content } = await client.request<ExportWordResult>(EXPORT_WORD, {
      text: DRAFT,
      isMarkdown: false,
      options: {},
    });
    assert.ok(await client.request(IMPORT_WORD, { content, changes: 'accepted' }));
    assert.equal(await client.stop(), 0);
    assert.ok(guard.hasWatched);
    assert.deepEqual(guard.forbidden, []);
    assert.deepEqual(
      guard.opened.filter((file) => !file.startsWith(folder.path) && !isOfSystem(file)),
      [],
    );
  });

  it('the command line does all that it does, and tries to reach none', async function () {
    this.timeout(120_000);
    const draft = folder.write('某市供水办法.txt', DRAFT);
    folder.write('库/某市供水条例.txt', LAW);
    const library = ['--library', path.join(folder.path, '库')];
    const environment = { ...guard.environment, XDG_CACHE_HOME: path.join(folder.path, '存') };
    for (const args of [
      ['index', path.join(folder.path, '库')],
      ['check', draft, ...library, '--format', 'sarif'],
      ['refs', draft, '--json', ...library],
      ['convert', draft, path.join(folder.path, '某市供水办法.docx')],
      ['convert', draft, path.join(folder.path, '某市供水办法.html'), ...library],
    ]) {
      const { code, stderr } = await tiaowen(args, folder.path, environment);
      assert.ok(code === 0 || code === 1, `${args.join(' ')}: ${stderr}`);
    }
    assert.ok(guard.hasWatched);
    assert.deepEqual(guard.forbidden, []);
    assert.deepEqual(
      guard.opened.filter((file) => !file.startsWith(folder.path) && !isOfSystem(file)),
      [],
    );
  });
});

/** What Node itself asks the machine for. */
function isOfSystem(file: string): boolean {
  return /^\/(?:proc|sys|dev|etc\/(?:ssl|os-release))(?:\/|$)/.test(file) || file.includes('tiaowen-guard-');
}
