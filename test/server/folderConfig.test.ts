import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type CodeAction,
  type FileEvent,
} from 'vscode-languageserver/node';
import { REPORT, type ReportResult } from '../../server/src/protocol.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { Client, endServers, on, uriOf } from './client.js';

const TEXT = '某市供水规定\n第一条　供水单位应该保证水质，具体办法由市人民政府制定。\n';

describe('.tiaowen.json', () => {
  const folder = new TemporaryFolder();
  afterEach(endServers);

  it('is read at the start and followed; a code action writes it', async () => {
    const uri = uriOf(folder.write('供水规定.txt', TEXT));
    const config = folder.write('.tiaowen.json', '{ "severity": { "wording": "error" } }');
    const client = await Client.start({
      folders: [folder.path],
      capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
    });
    const published = (severity: number | undefined): Promise<unknown> =>
      client.published.first(`severity ${String(severity)}`, (params) => {
        const found = params.diagnostics.find(({ code }) => code === 'wording/yinggai');
        return params.uri === uri && found?.severity === severity;
      });
    await client.open(uri, TEXT);
    await published(1);
    folder.write('.tiaowen.json', '{ "ignore": [{ "code": "wording/yinggai" }] }');
    const changes: FileEvent[] = [{ uri: uriOf(config), type: FileChangeType.Changed }];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await published(undefined);
    folder.write('.tiaowen.json', '{}');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await published(2);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: on(1, 8, 10),
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const suppressing = actions.filter(({ title }) => title.includes('不再报告'));
    assert.equal(suppressing.length, 2);
    assert.deepEqual(
      suppressing.map(({ edit }) => edit?.documentChanges?.length),
      [1, 1],
    );
  });

  it('goes with links to the pages on checks, and reports come as Markdown', async () => {
    const uri = uriOf(folder.write('供水规定.txt', TEXT));
    const client = await Client.start({
      folders: [folder.path],
      initializationOptions: { pagesUri: 'file:///ext/docs/checks/' },
    });
    await client.open(uri, TEXT);
    await client.published.first('a link', ({ diagnostics }) =>
      diagnostics.some(({ codeDescription }) => codeDescription?.href === 'file:///ext/docs/checks/wording/yinggai.md'),
    );
    const { markdown } = await client.request<ReportResult>(REPORT, { uri, name: 'delegations' });
    assert.ok(markdown.includes(`[第一条](${uri}#L2) | 具体办法 | 市人民政府`), markdown);
  });
});
