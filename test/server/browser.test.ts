import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  DidOpenTextDocumentNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type MarkupContent,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { LIST_FILES, type ListFilesParams, type ListFilesResult } from '../../server/src/protocol.js';
import { createServer } from '../../server/src/server.js';
import { Events } from './eventually.js';

const URI = 'untitled:草案';

/** A client of a server that reads no files by itself, as in a browser; what the client lists is empty. */
async function startInBrowser(folders: readonly string[]): Promise<{
  client: ProtocolConnection;
  logged: Events<string>;
  listed: Events<string>;
}> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  createServer(connection, { version: '0.0.0' });
  connection.listen();
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const logged = new Events<string>();
  const listed = new Events<string>();
  client.onNotification(LogMessageNotification.type, ({ message }) => logged.push(message));
  client.onRequest(LIST_FILES, (params: ListFilesParams): ListFilesResult => {
    params.folders.forEach((folder) => listed.push(folder));
    if (params.folders.includes('memfs:/%E6%B2%A1%E6%9C%89')) throw new Error('没有这个文件夹');
    return { uris: [] };
  });
  client.listen();
  await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { fileAccess: true, corpusUri: 'tiaowen-corpus:/', library: { folders } },
  });
  await client.sendNotification(InitializedNotification.type, {});
  return { client, logged, listed };
}

describe('a server that reads no files by itself', () => {
  it('asks for folders that are given as URIs, and says of paths that they are none', async () => {
    const { logged, listed } = await startInBrowser(['/法规', 'memfs:/法规']);
    await logged.first('the path', (line) => line.includes('/法规 不能读取：在浏览器中，条文库文件夹须写成 URI'));
    await listed.first('the URI', (folder) => folder === 'memfs:/%E6%B3%95%E8%A7%84');
    assert.equal(listed.all.length, 1);
  });

  it('says which folder cannot be listed, and why', async () => {
    const { logged } = await startInBrowser(['memfs:/没有']);
    await logged.first('the folder', (line) => line.includes('不能列出其中的文件') && line.includes('没有这个文件夹'));
  });

  it('advises to add the URI of a folder', async () => {
    const { client } = await startInBrowser([]);
    const text = '第一条　根据《某市供水条例》制定。';
    await client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: URI, languageId: 'regulation', version: 1, text },
    });
    const hover = await client.sendRequest(HoverRequest.type, {
      textDocument: { uri: URI },
      position: { line: 0, character: 8 },
    });
    assert.match((hover?.contents as MarkupContent).value, /加入存放它的文件夹的 URI/);
  });
});
