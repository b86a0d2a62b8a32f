import assert from 'node:assert/strict';
import { ErrorCodes, InitializeRequest, type ResponseError } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { Client, endServers } from './client.js';
import { eventually } from './eventually.js';

describe('the server', () => {
  afterEach(endServers);

  it('says what it can do', async () => {
    const client = await Client.start();
    const { capabilities, serverInfo } = await client.result;
    assert.deepEqual(serverInfo, { name: 'tiaowen', version });
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'callHierarchyProvider',
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentFormattingProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentOnTypeFormattingProvider',
      'documentRangeFormattingProvider',
      'documentSymbolProvider',
      'executeCommandProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'textDocumentSync',
      'typeHierarchyProvider',
      'workspace',
      'workspaceSymbolProvider',
    ]);
    assert.equal(await client.stop(), 0);
  });

  it('ends with 1 on exit without shutdown', async () => {
    const client = await Client.start();
    await client.connection.sendNotification('exit');
    assert.equal(await eventually('the end of the server', client.ended), 1);
  });

  it('ends when its client is gone', async () => {
    const client = await Client.start();
    client.server.stdin?.end();
    assert.equal(await eventually('the end of the server', client.ended), 1);
  });

  it('refuses to be initialized twice, and requests that it does not know', async () => {
    const client = await Client.start();
    const again = client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: null,
    });
    await assert.rejects(
      eventually('initialize', again),
      ({ code }: ResponseError) => code === ErrorCodes.InvalidRequest,
    );
    await assert.rejects(client.request('textDocument/brew', {}), ({ code }: ResponseError) => {
      return code === ErrorCodes.MethodNotFound;
    });
    assert.equal(await client.stop(), 0);
  });
});
