import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  WorkDoneProgressCancelNotification,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import {
  LIST_FILES,
  READ_FILE,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/protocol.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { Client, endServers, uriOf, type ClientOptions } from './client.js';
import { untilEqual } from './eventually.js';
import { progress } from './progress.js';

const REFRESHING = { workspace: { workspaceFolders: true, semanticTokens: { refreshSupport: true } } };

describe('the workspace', () => {
  const folder = new TemporaryFolder();
  afterEach(endServers);

  /** A client whose server has read the workspace. */
  async function started(options: ClientOptions = {}): Promise<Client> {
    const client = await Client.start({ capabilities: REFRESHING, folders: [folder.path], ...options });
    await client.refreshed.first('the workspace to be read', () => true);
    return client;
  }

  /** The titles that the library has beside the bundled one, sorted. */
  async function titles(client: Client): Promise<string[]> {
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: '某' });
    return symbols.flatMap(({ name }) => (name.startsWith('某') ? name : [])).sort();
  }

  /** Asks until that is so: what tells of a change may tell of one before, and texts go before others are read. */
  async function hasTitles(client: Client, expected: readonly string[]): Promise<void> {
    await untilEqual(() => titles(client), expected);
  }

  async function tell(client: Client, name: string, type: FileChangeType): Promise<void> {
    const changed = client.refreshed.next(`the change of ${name}`);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(`${folder.path}/${name}`), type }],
    });
    await changed;
  }

  it('gives the library what is named as a regulation', async () => {
    folder.write('地方/供水条例.txt', '某市供水条例\n第一条　供水。');
    folder.write('草案.law.txt', '某市排水办法\n第一条　排水。');
    folder.write('说明.md', '某市说明\n第一条　说明。');
    await hasTitles(await started(), ['某市供水条例', '某市排水办法']);
  });

  it('is followed: files and folders that come, change and go', async () => {
    const client = await Client.start({
      folders: [folder.path],
      capabilities: { workspace: { ...REFRESHING.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    const registration = await client.registered.first(
      'the watching',
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
    );
    const { watchers } = registration.registerOptions as { watchers: { globPattern: string }[] };
    assert.ok(watchers.some(({ globPattern }) => globPattern === '**/*.{txt,fagui,md,docx}'));
    folder.write('供水条例.txt', '某市供水条例');
    await tell(client, '供水条例.txt', FileChangeType.Created);
    await hasTitles(client, ['某市供水条例']);
    folder.write('供水条例.txt', '某市用水条例');
    await tell(client, '供水条例.txt', FileChangeType.Changed);
    await hasTitles(client, ['某市用水条例']);
    folder.write('地方/排水/排水条例.txt', '某市排水条例');
    await tell(client, '地方', FileChangeType.Created);
    await hasTitles(client, ['某市排水条例', '某市用水条例']);
    folder.remove('地方');
    await tell(client, '地方', FileChangeType.Deleted);
    folder.remove('供水条例.txt');
    await tell(client, '供水条例.txt', FileChangeType.Deleted);
    await hasTitles(client, []);
  });

  it('loses no text that an editor shows when its file goes', async () => {
    const file = folder.write('供水条例.txt', '某市供水条例');
    folder.write('排水条例.txt', '某市排水条例');
    const client = await started();
    await client.open(uriOf(file), '某市新供水条例');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(file), type: FileChangeType.Deleted }],
    });
    folder.remove('排水条例.txt');
    await tell(client, '排水条例.txt', FileChangeType.Deleted);
    await hasTitles(client, ['某市新供水条例']);
    await client.close(uriOf(file));
    await hasTitles(client, []);
  });

  it('knows a file that an editor spells in another way as the same', async () => {
    const file = folder.write('供水条例（草案）.txt', '某市供水条例');
    const client = await started();
    const spelled = uriOf(file).replace('%E8%8D%89', '草');
    assert.notEqual(spelled, uriOf(file));
    await client.open(spelled, '某市新供水条例');
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: '某市' });
    assert.deepEqual(
      symbols.map(({ name, location }) => [name, location.uri]),
      [['某市新供水条例', spelled]],
    );
  });

  it('grows and shrinks by folders without a restart', async () => {
    folder.write('甲/供水条例.txt', '某市供水条例');
    folder.write('乙/排水条例.txt', '某市排水条例');
    const [first, second] = ['甲', '乙'].map((name) => ({ uri: uriOf(`${folder.path}/${name}`), name }));
    assert.ok(first && second);
    const client = await started({ folders: [`${folder.path}/甲`] });
    const changed = client.refreshed.next('the change of folders');
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [second], removed: [first] },
    });
    await changed;
    await hasTitles(client, ['某市排水条例']);
  });

  it('holds files that cannot be read, each of which is said once', async () => {
    folder.write('图条例.txt', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'));
    folder.write('供水条例.txt', '某市供水条例');
    const client = await started();
    await client.logged.first('the file', (line) => line.endsWith('图条例.txt：不是文本，或者编码无法识别'));
    folder.write('供水条例.txt', '某市用水条例');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(`${folder.path}/图条例.txt`), type: FileChangeType.Changed }],
    });
    await tell(client, '供水条例.txt', FileChangeType.Changed);
    await hasTitles(client, ['某市用水条例']);
    assert.equal(client.logged.all.filter((line) => line.includes('图条例')).length, 1);
  });

  it('is resolved against the folders of the command line too', async () => {
    folder.write('库/1.txt', '某市供水条例');
    const client = await started({ folders: [], args: ['--library', `${folder.path}/库`] });
    await hasTitles(client, ['某市供水条例']);
  });

  describe('is read with progress', () => {
    const capabilities = { window: { workDoneProgress: true }, ...REFRESHING };

    it('that begins and ends', async () => {
      folder.write('供水条例.txt', '某市供水条例');
      const { events, prepare } = progress();
      await started({ capabilities, prepare });
      const kinds = events.all.map(({ kind }) => kind);
      assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
      assert.equal(events.all[0]?.title, '读取条文库');
    });

    it('that the user cancels, which is said', async () => {
      // Where all has been read before this process had its turn to cancel, there is to be more to read.
      for (let count = 400; ; count *= 5) {
        for (let index = 0; index < count; index++)
          folder.write(`${String(index)}条例.txt`, `某市条例${String(index)}`);
        const { events, prepare } = progress((connection, token, kind) => {
          if (kind === 'begin') void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
        });
        const client = await Client.start({ capabilities, folders: [folder.path], prepare });
        await events.first('the end', ({ kind }) => kind === 'end');
        const found = (await titles(client)).length;
        const said = client.logged.all.find((line) => line.startsWith('已取消读取条文库'));
        if (said === undefined && count < 20_000) continue;
        assert.ok(said?.includes(`读入 ${String(found)} 个`), said);
        assert.ok(found < count);
        break;
      }
    });
  });

  it('may lie where only the editor can read', async () => {
    const files = new Map([
      ['memfs:/%E6%B3%95/%E4%BE%9B%E6%B0%B4%E6%9D%A1%E4%BE%8B.txt', '某市供水条例'],
      ['memfs:/%E6%B3%95/%E6%8E%92%E6%B0%B4%E6%9D%A1%E4%BE%8B.txt', undefined],
    ]);
    const client = await Client.start({
      capabilities: REFRESHING,
      initializationOptions: { fileAccess: true, corpusUri: 'tiaowen-corpus:/' },
      prepare: (connection) => {
        connection.onRequest(LIST_FILES, ({ folders }: ListFilesParams): ListFilesResult => ({
          uris: [...files.keys()].filter((uri) => folders.some((name) => uri.startsWith(name))),
        }));
        connection.onRequest(READ_FILE, ({ uri }: ReadFileParams): ReadFileResult => {
          const text = files.get(uri);
          if (text === undefined) throw new Error('不给');
          return { content: Buffer.from(text).toString('base64') };
        });
      },
    });
    const changed = client.refreshed.next('the new folder');
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: 'memfs:/%E6%B3%95', name: '法' }], removed: [] },
    });
    await changed;
    await hasTitles(client, ['某市供水条例']);
    await client.logged.first(
      'the file that is refused',
      (line) => line.includes('排水条例.txt') && line.includes('不给'),
    );
    const [regulation] = await client.request<SymbolInformation[]>('workspace/symbol', { query: '内蒙古' });
    assert.match(regulation?.location.uri ?? '', /^tiaowen-corpus:\/%E5/);
  });
});
