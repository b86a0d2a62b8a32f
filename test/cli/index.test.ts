import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, utimesSync, watch } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { CLI, tiaowen, type Outcome } from './commandLine.js';

const COUNT = 300;

describe('tiaowen index', function () {
  this.timeout(60_000);
  const folder = new TemporaryFolder();
  const cache = (): string => path.join(folder.path, 'cache');
  /** The folder for indexes below it. */
  const storage = (): string => path.join(cache(), 'tiaowen', 'library');
  const environment = (): object => ({ XDG_CACHE_HOME: cache() });

  before(function () {
    // Elsewhere caches lie where no variable of the environment leads.
    if (process.platform !== 'linux') this.skip();
  });

  /** A library that takes several writings, and a text that cites all of it. */
  function writeLibrary(): void {
    const filling = '供水单位应当保证水质。'.repeat(1200);
    for (let index = 0; index < COUNT; index++) {
      const file = folder.write(`库/${String(index)}.txt`, `某市供水${String(index)}号条例\n第一条　${filling}\n`);
      utimesSync(file, 1_600_000_000, 1_600_000_000);
    }
    const citations = Array.from({ length: COUNT }, (_, index) => `《某市供水${String(index)}号条例》第一条`);
    folder.write('办法.txt', `某市供水办法\n第一条　依照${citations.join('、')}。\n`);
  }

  const index = (): Promise<Outcome> => tiaowen(['index', '库'], folder.path, environment());

  function outcome(read: number): Outcome {
    const line = `库：${String(COUNT)} 个文本，其中读取 ${String(read)} 个，其余未变\n`;
    return { code: 0, stdout: line, stderr: '' };
  }

  const refs = (): Promise<Outcome> =>
    tiaowen(['refs', '--json', '--library', '库', '办法.txt'], folder.path, environment());

  function assertAllResolved({ code, stdout }: Outcome): void {
    assert.equal(code, 0);
    const [file] = JSON.parse(stdout) as [{ refs: { resolved: unknown[] }[] }];
    assert.equal(file.refs.filter(({ resolved }) => resolved.length === 1).length, 2 * COUNT);
  }

  it('reads the texts once', async () => {
    writeLibrary();
    assert.deepEqual(await index(), outcome(COUNT));
    assert.deepEqual(await index(), outcome(0));
    assertAllResolved(await refs());
  });

  it('says which folder is none', async () => {
    assert.deepEqual(await tiaowen(['index', '没有'], folder.path, environment()), {
      code: 2,
      stdout: '',
      stderr: 'tiaowen: 没有：不存在\n',
    });
  });

  it('may be killed at any moment while it writes', async () => {
    writeLibrary();
    mkdirSync(storage(), { recursive: true });
    const events = [1, 2, 3, 4, 6, 8];
    let killed = 0;
    for (const event of events) if (await isKilledAt(event)) killed++;
    assert.ok(killed > 0);
    const temporary = readdirSync(storage()).filter((name) => name.endsWith('.tmp'));
    assert.ok(temporary.length <= killed);
    assertAllResolved(await refs());
    // Nobody can tell yet that nothing writes them any more.
    assert.equal(readdirSync(storage()).length, temporary.length + 1);
    for (const name of temporary) utimesSync(path.join(storage(), name), 1_600_000_000, 1_600_000_000);
    utimesSync(path.join(folder.path, '库', '0.txt'), 1_600_000_001, 1_600_000_001);
    assert.deepEqual(await index(), outcome(1));
    assert.equal(readdirSync(storage()).length, 1);
    assert.deepEqual(await index(), outcome(0));
  });

  /**
   * Starts the command and kills it at the nth time that something happens in the storage.
   *
   * @returns false where the command was quicker
   */
  async function isKilledAt(event: number): Promise<boolean> {
    const watcher = watch(storage());
    const child = spawn(process.execPath, [CLI, 'index', '库'], {
      cwd: folder.path,
      env: { ...process.env, ...environment() },
      stdio: 'ignore',
    });
    let happened = 0;
    watcher.on('change', () => {
      if (++happened === event) child.kill('SIGKILL');
    });
    const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
    watcher.close();
    return signal === 'SIGKILL';
  }

  it('may run several times at once', async () => {
    writeLibrary();
    for (const outcomes of [await Promise.all([index(), index(), index()]), await Promise.all([index(), index()])]) {
      for (const { code, stdout, stderr } of outcomes) {
        assert.deepEqual([code, stderr], [0, '']);
        assert.match(stdout, /^库：300 个文本/);
      }
      const [left, ...others] = readdirSync(storage());
      assert.ok(left?.endsWith('.index') && others.length === 0, [left, ...others].join());
    }
    assert.deepEqual(await index(), outcome(0));
  });

  describe('where the cache cannot be written', () => {
    /** Runs a command with files limited to some kilobytes, as on a full disk. */
    function limited(args: readonly string[]): Promise<Outcome> {
      return tiaowen(args, folder.path, environment(), ['sh', '-c', 'ulimit -f 1000; exec "$0" "$@"']);
    }

    it('says so, and has failed', async () => {
      writeLibrary();
      const { code, stdout, stderr } = await limited(['index', '库']);
      assert.deepEqual([code, stderr], [2, `tiaowen: ${storage()}：无法写入（EFBIG）\n`]);
      assert.match(stdout, /^库：300 个文本/);
      assert.deepEqual(readdirSync(storage()), []);
    });

    it('leaves the other commands as they are, which warn', async () => {
      writeLibrary();
      const result = await limited(['refs', '--json', '--library', '库', '办法.txt']);
      assertAllResolved(result);
      assert.equal(
        result.stderr,
        `tiaowen: 条文库的索引不能写入 ${storage()}：无法写入（EFBIG）。不影响使用，但每次启动都要重新读取条文库\n`,
      );
    });

    it('because its place lies below a file', async () => {
      writeLibrary();
      folder.write('cache', '');
      const result = await refs();
      assertAllResolved(result);
      assert.equal(
        result.stderr,
        `tiaowen: 条文库的索引不能写入 ${storage()}：不是文件夹。不影响使用，但每次启动都要重新读取条文库\n`,
      );
    });

    it('because nobody may write there', async function () {
      if (process.getuid?.() === 0) {
        console.log('      （跳过：root 不受权限限制）');
        this.skip();
      }
      writeLibrary();
      mkdirSync(cache());
      chmodSync(cache(), 0o500);
      const result = await refs();
      assertAllResolved(result);
      assert.match(result.stderr, /：没有写入权限。/);
    });
  });
});
