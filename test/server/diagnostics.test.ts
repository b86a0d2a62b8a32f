import assert from 'node:assert/strict';
import path from 'node:path';
import type {
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { CORPUS } from '../../server/src/corpus.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { at, Client, endServers, on, uriOf } from './client.js';

const URI = 'untitled:供水';
const FINE = '某市供水条例\n第一条　供水单位应当保证水质。\n第二条　违反前条规定的，依法处理。\n';
const DANGLING = FINE.replace('前条', '第八条');

function codes({ diagnostics }: PublishDiagnosticsParams): unknown[] {
  return diagnostics.map(({ code }) => code);
}

describe('diagnostics', () => {
  const folder = new TemporaryFolder();
  afterEach(endServers);

  describe('pushed to a client that does not ask', () => {
    it('when a document is opened and edited, for its newest version', async () => {
      const client = await Client.start();
      await client.open(URI, FINE);
      assert.deepEqual(codes(await client.published.first('the first version', ({ version }) => version === 1)), []);
      await client.edit(URI, '第八条', on(2, 6, 8));
      await client.edit(URI, '第九', on(2, 6, 8));
      const newest = await client.edit(URI, '第十条', on(2, 6, 9));
      const { diagnostics } = await client.published.next('the newest version', ({ version }) => version === newest);
      assert.deepEqual(
        diagnostics.map(({ code, range }) => [code, range]),
        [['citation/dangling', on(2, 6, 9)]],
      );
    });

    it('when a document changes that they depend on', async () => {
      const client = await Client.start();
      const other = 'untitled:细则';
      await client.open(URI, FINE);
      await client.open(other, '某市供水条例实施细则\n第一条　违反《某市供水条例》第二条的，依法处理。\n');
      assert.deepEqual(codes(await client.published.first('the citing one', ({ uri }) => uri === other)), []);
      await client.edit(URI, '', { start: at(2, 0), end: at(3, 0) });
      const later = await client.published.next('the citing one again', ({ uri }) => uri === other);
      assert.deepEqual(codes(later), ['citation/dangling']);
    });

    it('and taken back when it is closed', async () => {
      const client = await Client.start();
      await client.open(URI, DANGLING);
      await client.published.first('a finding', ({ diagnostics }) => diagnostics.length === 1);
      await client.close(URI);
      await client.published.next('none', ({ uri, diagnostics }) => uri === URI && diagnostics.length === 0);
    });

    it('with the other places that a message speaks of, where the client shows them', async () => {
      const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
      const client = await Client.start({ capabilities });
      await client.open(URI, FINE.replace('第二条', '第一条').replace('前条', '本条'));
      const { diagnostics } = await client.published.first('a duplicate', (params) => codes(params).length > 0);
      assert.equal(diagnostics[0]?.code, 'numbering/duplicate');
      assert.deepEqual(diagnostics[0].relatedInformation?.[0]?.location, { uri: URI, range: on(1, 0, 3) });
    });

    it('with the status of the document behind them', async () => {
      const client = await Client.start();
      await client.open(URI, DANGLING);
      const status = await client.statuses.first('the status', ({ uri }) => uri === URI);
      assert.deepEqual(status, { uri: URI, version: 1, title: '某市供水条例', articles: 2, problems: 1 });
      assert.equal(client.published.all.length, 1);
    });
  });

  describe('pulled by a client that asks', () => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    };

    it('for a document, and unchanged where they are', async () => {
      const client = await Client.start({ capabilities });
      await client.open(URI, DANGLING);
      const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
        client.request('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId });
      const first = await pull();
      assert.equal(first.kind, 'full');
      assert.deepEqual(
        (first as FullDocumentDiagnosticReport).items.map(({ code }) => code),
        ['citation/dangling'],
      );
      await client.statuses.first('the status', ({ problems }) => problems === 1);
      assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await client.edit(URI, FINE);
      const second = await pull(first.resultId);
      assert.equal(second.kind, 'full');
      assert.deepEqual((second as FullDocumentDiagnosticReport).items, []);
      assert.deepEqual(client.published.all, []);
    });

    describe('for the workspace', () => {
      const pull = async (client: Client, previousResultIds: object[] = []): Promise<WorkspaceDiagnosticReport> =>
        client.request('workspace/diagnostic', { previousResultIds });

      it('where what is gone has none', async () => {
        folder.write('供水条例.txt', DANGLING);
        folder.write('会议记录.txt', DANGLING);
        const client = await Client.start({ capabilities, folders: [folder.path] });
        await client.refreshed.first('the workspace to be read', (what) => what === 'diagnostics');
        const gone = uriOf(`${folder.path}/没有.txt`);
        const { items } = await pull(client, [{ uri: gone, value: '1' }]);
        const file = uriOf(`${folder.path}/供水条例.txt`);
        assert.deepEqual(
          items.map((item) => [item.uri, item.version, (item as FullDocumentDiagnosticReport).items.length]),
          [
            [file, null, 1],
            [gone, null, 0],
          ],
        );
        const again = await pull(
          client,
          items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
        );
        assert.deepEqual(
          again.items.map(({ kind }) => kind),
          ['unchanged', 'full'],
        );
      });

      it('where the bundled regulation has none, though it had some in its editor', async () => {
        const client = await Client.start({ capabilities });
        const [{ name, text } = { name: '', text: '' }] = CORPUS;
        const uri = uriOf(path.resolve('corpus', name));
        await client.open(uri, text);
        const { items, resultId: value } = await client.request<FullDocumentDiagnosticReport>(
          'textDocument/diagnostic',
          {
            textDocument: { uri },
          },
        );
        assert.equal(items.length, 1);
        await client.close(uri);
        for (const previous of [[], [{ uri, value }]]) {
          assert.deepEqual((await pull(client, previous)).items, [{ kind: 'full', items: [], uri, version: null }]);
        }
      });
    });

    it('again where an edit of another document concerns them, which the client is told of', async () => {
      const client = await Client.start({ capabilities });
      const other = 'untitled:细则';
      await client.open(URI, FINE);
      await client.open(other, '某市供水条例实施细则\n第一条　违反《某市供水条例》第二条的，依法处理。\n');
      const pull = async (): Promise<unknown[]> => {
        const textDocument = { uri: other };
        const { items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
          textDocument,
        });
        return items.map(({ code }) => code);
      };
      assert.deepEqual(await pull(), []);
      const told = client.refreshed.next('what tells the client', (what) => what === 'diagnostics');
      await client.edit(URI, '', { start: at(2, 0), end: at(3, 0) });
      await told;
      assert.deepEqual(await pull(), ['citation/dangling']);
    });
  });
});
