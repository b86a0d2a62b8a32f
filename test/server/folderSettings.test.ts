import assert from 'node:assert/strict';
import path from 'node:path';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  type ConfigurationItem,
} from 'vscode-languageserver/node';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { at, Client, endServers, uriOf } from './client.js';

const TEXT = '某市供水规定\n第一条　供水单位应该保证水质。\n';
const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
};
const CHANGED = { settings: null };

/** `tiaowen` with one severity. */
const severity = (of: Record<string, string>): object => ({ checks: { severity: of } });

describe('the settings of folders', () => {
  const folder = new TemporaryFolder();
  afterEach(endServers);

  /** The folder 甲, and 乙 with 丙 in it, each with a text. */
  const workspace = (): Record<'甲' | '乙' | '丙', { path: string; folder: string; text: string }> => {
    const of = (name: string): { path: string; folder: string; text: string } => {
      const text = folder.write(`${name}/供水规定.txt`, TEXT);
      return { path: path.dirname(text), folder: uriOf(path.dirname(text)), text: uriOf(text) };
    };
    return { 甲: of('甲'), 乙: of('乙'), 丙: of('乙/丙') };
  };

  /** A client that has settings by folder, and what it was asked for. */
  const start = async (
    folders: readonly string[],
    byFolder: Map<string | undefined, object | null>,
  ): Promise<{ client: Client; questions: ConfigurationItem[][] }> => {
    const questions: ConfigurationItem[][] = [];
    const client = await Client.start({
      folders,
      capabilities: CAPABILITIES,
      prepare: (connection) =>
        connection.onRequest(ConfigurationRequest.type, ({ items }) => {
          questions.push(items);
          return items.map(({ scopeUri }) => byFolder.get(scopeUri) ?? null);
        }),
    });
    return { client, questions };
  };

  const published = (client: Client, uri: string, expected: number | undefined): Promise<unknown> =>
    client.published.first(`severity ${String(expected)} in ${uri}`, (params) => {
      const found = params.diagnostics.find(({ code }) => code === 'wording/yinggai');
      return params.uri === uri && found?.severity === expected;
    });

  it('hold for the texts in each, and where none are, those in general', async () => {
    const { 甲, 乙, 丙 } = workspace();
    const { client } = await start(
      [甲.path, 乙.path],
      new Map<string | undefined, object | null>([
        [undefined, severity({ wording: 'information' })],
        [甲.folder, severity({ 'wording/yinggai': 'error' })],
        [乙.folder, null],
      ]),
    );
    for (const uri of [甲.text, 乙.text, 丙.text, 'untitled:供水规定']) await client.open(uri, TEXT);
    await published(client, 甲.text, 1);
    await published(client, 乙.text, 3);
    await published(client, 丙.text, 3);
    await published(client, 'untitled:供水规定', 3);
  });

  it('are those of the innermost folder, and of its .tiaowen.json before them', async () => {
    const { 乙, 丙 } = workspace();
    folder.write('乙/丙/.tiaowen.json', '{ "severity": { "wording/qita": "error" } }');
    const { client } = await start(
      [乙.path, 丙.path],
      new Map([
        [乙.folder, severity({ 'wording/yinggai': 'error' })],
        [丙.folder, severity({ 'wording/yinggai': 'hint', 'wording/qita': 'hint' })],
      ]),
    );
    for (const { text } of [乙, 丙]) await client.open(text, TEXT.replace('水质', '其它水质'));
    await published(client, 乙.text, 1);
    await published(client, 丙.text, 4);
    await client.published.first('the severity of .tiaowen.json', ({ uri, diagnostics }) =>
      diagnostics.some((found) => uri === 丙.text && found.code === 'wording/qita' && found.severity === 1),
    );
  });

  it('are asked for again when they change or a folder comes, and not at an edit', async () => {
    const { 甲, 乙 } = workspace();
    const settings = new Map<string | undefined, object | null>([[甲.folder, severity({ wording: 'off' })]]);
    const { client, questions } = await start([甲.path], settings);
    await client.open(甲.text, TEXT);
    await client.open(乙.text, TEXT);
    await published(client, 甲.text, undefined);
    await published(client, 乙.text, 2);

    settings.set(甲.folder, severity({ wording: 'hint' }));
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, CHANGED);
    await published(client, 甲.text, 4);

    settings.set(乙.folder, severity({ wording: 'error' }));
    const event = { added: [{ uri: 乙.folder, name: '乙' }], removed: [] };
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
    await published(client, 乙.text, 1);

    const asked = questions.length;
    for (const text of ['甲', '乙', '丙']) {
      const edited = await client.edit(乙.text, text, { start: at(1, 4), end: at(1, 4) });
      await client.published.first(
        'the diagnosis of the edit',
        ({ uri, version }) => uri === 乙.text && version === edited,
      );
    }
    assert.equal(questions.length, asked);
    assert.deepEqual(
      questions.at(-1)?.map(({ scopeUri, section }) => [scopeUri, section]),
      [undefined, 甲.folder, 乙.folder].map((scopeUri) => [scopeUri, 'tiaowen']),
    );
  });
});
