import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import {
  CITATION_MAP,
  CITING_PLACES,
  LIBRARY_CHANGED,
  type CitationMap,
  type CitingPlace,
} from '../../server/src/protocol.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { Client, endServers } from './client.js';
import { Events } from './eventually.js';

describe('the citation map', () => {
  const folder = new TemporaryFolder();
  after(endServers);

  it('is that of the workspace as it is now, and says when other texts have come', async () => {
    const file = folder.write(
      '某市办法.txt',
      '某市办法\n第一条　根据《某省条例》，制定本办法。\n第二条　依照《某省条例》第一条办理。\n',
    );
    const changes = new Events<'changed'>();
    const client = await Client.start({
      folders: [folder.path],
      initializationOptions: { libraryChanges: true },
      prepare: (connection) => connection.onNotification(LIBRARY_CHANGED, () => changes.push('changed')),
    });
    await changes.first('the workspace’s texts', () => true);
    const uri = pathToFileURL(file).href;
    const map = (): Promise<CitationMap> => client.request<CitationMap>(CITATION_MAP, { around: uri });
    const { nodes, edges, centre } = await map();
    assert.deepEqual(
      nodes.map(({ title, where }) => `${title} ${where}`),
      ['某市办法 workspace', '某省条例 missing'],
    );
    assert.deepEqual(edges, [{ from: 0, to: 1, citations: 2, madeUnder: true }]);
    assert.equal(centre, 0);
    const places = await client.request<CitingPlace[]>(CITING_PLACES, { uri, title: '某省条例' });
    assert.deepEqual(
      places.map(({ provision, range }) => [provision, range.start.line]),
      [
        ['第一条', 1],
        ['第二条', 2],
      ],
    );

    const other = folder.write('某省条例.txt', '某省条例\n第一条　甲。\n');
    const changed = changes.next('the other text');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(other).href, type: FileChangeType.Created }],
    });
    await changed;
    assert.deepEqual(
      (await map()).nodes.map(({ where }) => where),
      ['workspace', 'workspace'],
    );
    await assert.rejects(client.request(CITATION_MAP, { filter: 1 }));
    assert.equal((await map()).all, 2, 'the server lives');
  });
});
