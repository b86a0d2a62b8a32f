import assert from 'node:assert/strict';
import {
  DidChangeConfigurationNotification,
  type CodeLens,
  type Hover,
  type InlayHint,
} from 'vscode-languageserver/node';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { at, Client, endServers, on, uriOf, type ClientOptions } from './client.js';

const URI = 'untitled:供水';
const GAP = '某市供水条例\n第一条　供水单位应当保证水质。\n第三条　违反第一条的，依法处理。\n';
const ASKED = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };

describe('settings', () => {
  const folder = new TemporaryFolder();
  afterEach(endServers);

  const severityOfGap = (client: Client, severity: number | undefined): Promise<unknown> =>
    client.published.first(`severity ${String(severity)}`, ({ uri, diagnostics }) => {
      const gap = diagnostics.find(({ code }) => code === 'numbering/gap');
      return uri === URI && gap?.severity === severity;
    });

  it('are asked for, and again when they change', async () => {
    const client = await Client.start({
      capabilities: ASKED,
      settings: { checks: { severity: { 'numbering/gap': 'hint' } } },
    });
    await client.registered.first('a registration', ({ method }) => method === 'workspace/didChangeConfiguration');
    await client.open(URI, GAP);
    await severityOfGap(client, 4);
    client.settings = { checks: { severity: { numbering: 'information', 'numbering/order': 'off' } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await severityOfGap(client, 3);
    client.settings = { checks: { severity: { numbering: 'off' } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await severityOfGap(client, undefined);
  });

  it('are taken from what a client sends that cannot be asked', async () => {
    const client = await Client.start({
      initializationOptions: { checks: { severity: { 'numbering/gap': 'warning' } } },
    });
    await client.open(URI, GAP);
    await severityOfGap(client, 2);
    const settings = { tiaowen: { checks: { severity: { 'numbering/gap': 'hint' } } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await severityOfGap(client, 4);
  });

  it('that are wrong are said in the log, and the defaults hold', async () => {
    const settings = { checks: { delay: 'soon', severity: { 'numbering/gap': 'fatal' } } };
    const client = await Client.start({ capabilities: ASKED, settings });
    await client.logged.first('the delay', (line) => line.includes('tiaowen.checks.delay 的值 "soon" 不可用'));
    await client.logged.first('the severity', (line) => line.includes('tiaowen.checks.severity.numbering/gap'));
    await client.open(URI, GAP);
    await severityOfGap(client, 1);
  });

  it('turn on code lenses and inlay hints, for which the client is asked to ask again', async () => {
    const refreshing = { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
    const client = await Client.start({
      capabilities: { workspace: { ...ASKED.workspace, ...refreshing } },
      initializationOptions: { editorCommands: true },
    });
    await client.open(URI, GAP);
    await client.published.first('the first diagnosis', ({ uri }) => uri === URI);
    client.settings = { codeLens: { citedBy: true }, inlayHints: { citations: 'all' } };
    const refreshes = (['codeLenses', 'inlayHints'] as const).map((kind) =>
      client.refreshed.next(`the refresh of ${kind}`, (refreshed) => refreshed === kind),
    );
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await Promise.all(refreshes);

    const textDocument = { uri: URI };
    const [lens, ...others] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.deepEqual([lens?.range, lens?.command, others], [on(1, 0, 3), undefined, []]);
    const { command } = await client.request<CodeLens>('codeLens/resolve', lens);
    assert.equal(command?.title, '被引用 1 处（本文 1，其他 0）');
    assert.deepEqual(command.arguments, [URI, at(1, 0), [{ uri: URI, range: on(2, 6, 9) }]]);

    const [hint] = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range: on(2, 0, 20) });
    assert.deepEqual(hint?.position, at(2, 9));
  });

  const chinese = /\p{Script=Han}{3}/u;
  const english = /^[A-Z]/;
  const languages: [what: string, options: ClientOptions, expected: RegExp][] = [
    ['Chinese, where nobody says anything', {}, chinese],
    ["the editor's", { locale: 'en-us' }, english],
    ["the command line's, before the editor's", { locale: 'en-us', args: ['--lang', 'zh'] }, chinese],
    [
      "the settings', before all others",
      { locale: 'zh-cn', args: ['--lang', 'zh'], capabilities: ASKED, settings: { language: 'en' } },
      english,
    ],
  ];
  for (const [what, options, expected] of languages) {
    it(`decide on the language of messages: ${what}`, async () => {
      const client = await Client.start(options);
      await client.open(URI, GAP);
      const { diagnostics } = await client.published.first('a finding', (params) => params.diagnostics.length > 0);
      const message = diagnostics[0]?.message ?? '';
      assert.match(typeof message === 'string' ? message : message.value, expected);
    });
  }

  it('name folders of the library, which are read without a restart, in their encoding', async () => {
    // 供水条例 / 第一条　供水。
    folder.write('库/1.txt', Buffer.from('b9a9cbaeccf5c0fd0ab5dad2bbccf5a1a1b9a9cbaea1a3', 'hex'));
    const client = await Client.start({ capabilities: ASKED });
    await client.open(URI, '第一条　根据《供水条例》第一条，制定本细则。');
    await client.published.first('the first diagnosis', ({ uri }) => uri === URI);
    const hover = async (): Promise<string> => {
      const found = await client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri: URI },
        position: at(0, 13),
      });
      return JSON.stringify(found?.contents);
    };
    assert.doesNotMatch(await hover(), /供水。/);
    client.settings = { library: { folders: [`${folder.path}/库`], encoding: 'gb18030' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.published.next('the diagnosis with the library', ({ uri }) => uri === URI);
    assert.match(await hover(), /供水。/);
    client.settings = { library: { folders: [uriOf(`${folder.path}/没有`)] } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.logged.first('the folder that is missing', (line) => /没有：不存在$/.test(line));
    assert.doesNotMatch(await hover(), /供水。/);
  });
});
