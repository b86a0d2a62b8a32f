import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkDoneProgressCancelNotification,
  type FileSystemWatcher,
  type Location,
} from 'vscode-languageserver/node';
import { fileName } from '../../server/src/library/files.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { at, Client, endServers, uriOf, type ClientOptions } from './client.js';
import { untilEqual } from './eventually.js';
import { progress } from './progress.js';

const DRAFT = 'untitled:办法';
const CITING = '某市供水办法\n第一条　依照《某市供水条例》第二条的规定。\n第二条　依照前条。\n';
/** On 第二条 of the regulation. */
const CITATION = at(1, 17);
const LAW = '某市供水条例\n第一条　甲。\n第二条　乙。\n';

describe('the folders of the library', function () {
  // Many files take their time to go, too.
  this.timeout(600_000);
  // They go before what they read and write.
  afterEach(endServers);
  const folder = new TemporaryFolder();
  const library = (): string => path.join(folder.path, '库');
  const storage = (): string => path.join(folder.path, 'storage');

  /** A client with the folder of the library in its settings, whose server has read it, and an open draft. */
  async function started(options: ClientOptions = {}): Promise<Client> {
    const { events, prepare } = progress();
    const client = await Client.start({ ...settled(), prepare, ...options });
    await client.open(DRAFT, CITING);
    await events.first('the end of the reading', ({ kind }) => kind === 'end');
    return client;
  }

  function settled(): ClientOptions {
    return {
      capabilities: {
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          semanticTokens: { refreshSupport: true },
        },
        window: { workDoneProgress: true },
      },
      settings: { library: { folders: [library()] } },
      initializationOptions: { storageUri: uriOf(storage()) },
    };
  }

  /** The names of the files that the draft's citation leads to. */
  async function led(client: Client): Promise<string[]> {
    const params = { textDocument: { uri: DRAFT }, position: CITATION };
    const locations = await client.request<Location[] | null>('textDocument/definition', params);
    return (locations ?? []).map(({ uri }) => fileName(uri));
  }

  /** Asks until that is so: what tells of a change may tell of one before, as of the end of the reading. */
  async function leads(client: Client, expected: readonly string[]): Promise<void> {
    await untilEqual(() => led(client), expected);
  }

  async function tell(client: Client, ...changes: [name: string, type: FileChangeType][]): Promise<void> {
    const changed = client.refreshed.next(`the change of ${changes.map(([name]) => name).join()}`);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(([name, type]) => ({ uri: uriOf(path.join(folder.path, name)), type })),
    });
    await changed;
  }

  async function setFolders(client: Client, ...folders: string[]): Promise<void> {
    const changed = client.refreshed.next('the change of the settings');
    client.settings = { library: { folders } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await changed;
  }

  const watched = ({ registerOptions }: { registerOptions?: unknown }): string[] =>
    (registerOptions as { watchers?: FileSystemWatcher[] }).watchers?.map(({ globPattern }) =>
      typeof globPattern === 'string' ? globPattern : `${JSON.stringify(globPattern.baseUri)} ${globPattern.pattern}`,
    ) ?? [];

  it('are watched outside of the workspace: a file that comes after the start is found', async () => {
    folder.write('工作区/其他条例.txt', '某市其他条例\n');
    mkdirSync(library());
    const client = await started({ folders: [path.join(folder.path, '工作区')] });
    await client.registered.first('the watching', (registration) =>
      watched(registration).some((pattern) => pattern.startsWith(`"${uriOf(library())}" **/*.{txt`)),
    );
    await leads(client, []);
    folder.write('库/1.txt', LAW);
    await tell(client, ['库/1.txt', FileChangeType.Created]);
    await leads(client, ['1.txt']);
    folder.write('库/1.txt', LAW.replace('供水', '排水'));
    await tell(client, ['库/1.txt', FileChangeType.Changed]);
    await leads(client, []);
    folder.write('库/下/2.txt', LAW);
    await tell(client, ['库/下', FileChangeType.Created]);
    await leads(client, ['2.txt']);
    renameSync(path.join(library(), '下'), path.join(library(), '上'));
    renameSync(path.join(library(), '上/2.txt'), path.join(library(), '上/3.txt'));
    await tell(client, ['库/下', FileChangeType.Deleted], ['库/上', FileChangeType.Created]);
    await leads(client, ['3.txt']);
  });

  it('come and go with the settings', async () => {
    folder.write('库/1.txt', LAW);
    folder.write('别的库/2.txt', LAW);
    const client = await started();
    await leads(client, ['1.txt']);
    const watching = client.registered.next('the new watching', (registration) =>
      watched(registration).some((pattern) => pattern.startsWith(`"${uriOf(path.join(folder.path, '别的库'))}"`)),
    );
    await setFolders(client, path.join(folder.path, '别的库'));
    await watching;
    await client.refreshed.first('the new folder', () => true);
    assert.deepEqual(await ledTo(client, '2.txt'), ['2.txt']);
    await setFolders(client);
    await leads(client, []);
  });

  /** Asks again until the citation leads to a file: what is read is in use at once, and told of at the end. */
  async function ledTo(client: Client, name: string): Promise<string[]> {
    for (let found = await led(client); ; found = await led(client)) {
      if (found.includes(name)) return found;
      await client.refreshed.next(`the text ${name}`);
    }
  }

  it('may be missing, come and go again, of which is told once', async () => {
    const client = await started();
    const missing = (line: string): boolean => line === `${library()}：不存在`;
    await client.logged.first('the missing folder', missing);
    folder.write('库/1.txt', LAW);
    await tell(client, ['库', FileChangeType.Created]);
    await leads(client, ['1.txt']);
    renameSync(library(), path.join(folder.path, '别处'));
    await tell(client, ['库', FileChangeType.Deleted]);
    await leads(client, []);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(library()), type: FileChangeType.Created }],
    });
    renameSync(path.join(folder.path, '别处'), library());
    await tell(client, ['库', FileChangeType.Created]);
    await leads(client, ['1.txt']);
    assert.equal(client.logged.all.filter(missing).length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('may hold what is no file, or no text, of which only the latter is told', async () => {
    folder.write('库/1.txt', LAW);
    folder.write('库/图.txt', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'));
    folder.write('库/夹.txt/2.txt', '某市排水条例\n');
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(library(), '管道条例.txt')]);
    symlinkSync('管道条例.txt', path.join(library(), '去管道.txt'));
    symlinkSync('圈.txt', path.join(library(), '圈.txt'));
    symlinkSync('..', path.join(library(), '上'));
    const client = await started();
    await leads(client, ['1.txt']);
    await tell(client, ['库/1.txt', FileChangeType.Deleted]);
    await tell(
      client,
      ['库/管道条例.txt', FileChangeType.Created],
      ['库/去管道.txt', FileChangeType.Created],
      ['库/圈.txt', FileChangeType.Created],
      ['库/上', FileChangeType.Created],
      ['库/1.txt', FileChangeType.Created],
    );
    await leads(client, ['1.txt']);
    const told = client.logged.all.filter((line) => line.startsWith(folder.path));
    assert.deepEqual(
      told.filter((line) => line.includes('图.txt')),
      [`${path.join(library(), '图.txt')}：不是文本，或者编码无法识别`],
    );
  });

  it('are read where no index can be kept, which is said once', async () => {
    folder.write('库/1.txt', LAW);
    folder.write('storage', '');
    const client = await started();
    await leads(client, ['1.txt']);
    mkdirSync(path.join(folder.path, '别的库'));
    await setFolders(client, path.join(folder.path, '别的库'));
    await setFolders(client, library());
    assert.deepEqual(await ledTo(client, '1.txt'), ['1.txt']);
    assert.deepEqual(
      client.logged.all.filter((line) => line.includes('索引')),
      [`条文库的索引不能写入 ${path.join(storage(), 'library')}：不是文件夹。不影响使用，但每次启动都要重新读取条文库`],
    );
  });

  it('may be read by several servers at once', async () => {
    for (let index = 0; index < 200; index++) {
      utimesSync(folder.write(`库/${String(index)}.txt`, `某市第${String(index)}条例\n${CITING}`), 1e9, 1e9);
    }
    folder.write('库/供水.txt', LAW);
    for (let round = 0; round < 2; round++) {
      const clients = await Promise.all([started(), started(), started()]);
      for (const client of clients) await leads(client, ['供水.txt']);
      for (const client of clients) assert.equal(await client.stop(), 0);
    }
    const client = await started();
    await leads(client, ['供水.txt']);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(
      client.logged.all.filter((line) => !line.endsWith('已启动')),
      [],
    );
    const whole = readdirSync(path.join(storage(), 'library')).filter((name) => name.endsWith('.index'));
    assert.equal(whole.length, 1);
  });

  describe('that hold many files', () => {
    /** Writes as many files, in folders of a thousand. */
    function writeMany(count: number, filling: string): void {
      folder.write('库/供水.txt', LAW);
      for (let index = 0; index < count; index++) {
        const below = path.join(library(), String(Math.floor(index / 1000)));
        if (index % 1000 === 0) mkdirSync(below, { recursive: true });
        const text = `某市第${String(index)}号条例\n第一条　${filling}\n第二条　乙。\n`;
        writeFileSync(path.join(below, `${String(index)}.txt`), text);
      }
    }

    it('are read until the user cancels; what has been read is in use', async () => {
      // Where all has been read before this process had its turn to cancel, there is to be more to read.
      for (let files = 3000; ; files *= 4) {
        writeMany(files, '供水单位应当保证水质。'.repeat(100));
        const { events, prepare } = progress((connection, token, kind) => {
          if (kind === 'begin') void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
        });
        const client = await Client.start({ ...settled(), prepare });
        await client.open(DRAFT, CITING);
        await events.first('the end of the reading', ({ kind }) => kind === 'end');
        // What was said at the end is here before the answer.
        assert.equal(await client.stop(), 0);
        const said = client.logged.all.find((line) => line.startsWith('已取消读取条文库'));
        if (said === undefined && files < 20_000) continue;
        const count = Number(/读入 (\d+) 个/.exec(said ?? '')?.[1]);
        assert.ok(count < files + 1, said);
        break;
      }
      // The next start goes on from there.
      await leads(await started(), ['供水.txt']);
    });

    it('answer meanwhile, and take little memory', async () => {
      writeMany(100_000, '甲。');
      const { events, prepare } = progress();
      const client = await Client.start({ ...settled(), prepare });
      await client.open(DRAFT, CITING);
      await events.first('the beginning', ({ kind }) => kind === 'begin');
      const isEnded = (): boolean => events.all.some(({ kind }) => kind === 'end');
      let answers = 0;
      while (!isEnded()) {
        const params = { textDocument: { uri: DRAFT }, position: at(2, 8) };
        assert.ok(await client.request('textDocument/hover', params));
        answers++;
        // Not the questions are to be what takes the time.
        if (!isEnded()) await events.next('more to be read', () => true, 60_000);
      }
      assert.ok(answers > 10);
      // On Linux the system says how much memory was taken at most, in kilobytes.
      const status = `/proc/${String(client.server.pid)}/status`;
      const peak = existsSync(status) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) : 0;
      console.log(`      （内存峰值 ${String(Math.round(peak / 1024))} MB，其间回答 ${String(answers)} 次）`);
      assert.ok(peak < 1024 * 1024);
      await leads(client, ['供水.txt']);
    });
  });
});
