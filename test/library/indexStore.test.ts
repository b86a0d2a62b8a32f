import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { drawLibrary } from '../support/drawLibrary.js';
import { events, Run, uriOf } from '../support/run.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';

const LAW = '某市供水条例\n第一条　供水。\n第二条　甲：\n（一）乙；\n（二）丙。\n';
const CITING = '某市供水办法\n第一条　依照《某市供水条例》第二条第一项、第一条和本办法第一条。\n';

describe('the index of a folder', () => {
  const temporary = new TemporaryFolder();
  const folder = (): string => path.join(temporary.path, '库');
  const storage = (): string => path.join(temporary.path, 'storage');
  const fileOf = (name: string): string => path.join(folder(), name);

  /** Writes a file of the library that was changed long ago: younger ones are compared by their content. */
  function write(name: string, content: string | Uint8Array, modified = 1_600_000_000): string {
    const file = temporary.write(`库/${name}`, content);
    utimesSync(file, modified, modified);
    return file;
  }

  function start(code?: string): Promise<Run> {
    return new Run(storage(), code).use(folder());
  }

  /** A run that has read everything and has kept what it found. */
  async function first(): Promise<Run> {
    const run = await start();
    await run.load();
    await run.keepCitations();
    return run;
  }

  const encoded: Record<string, Uint8Array> = {
    'UTF-8': Buffer.from(LAW),
    'UTF-8 with a mark': Buffer.from(`\ufeff${LAW}`),
    'UTF-16LE': Buffer.from(LAW, 'utf16le'),
    'UTF-16LE with a mark': Buffer.from(`\ufeff${LAW}`, 'utf16le'),
    'UTF-16BE': Buffer.from(LAW, 'utf16le').swap16(),
    'UTF-16BE with a mark': Buffer.from(`\ufeff${LAW}`, 'utf16le').swap16(),
  };
  for (const [encoding, bytes] of Object.entries(encoded)) {
    it(`gives back a text in ${encoding}, without its file`, async () => {
      write('供水.txt', bytes);
      await first();
      temporary.remove('库');
      assert.deepEqual((await start()).texts, { '供水.txt': LAW });
    });
  }

  it('gives back a text in GB18030, without its file', async () => {
    write('供水.txt', Buffer.from('b5dad2bbccf5a1a1b9a9cbaea1a3', 'hex'));
    await first();
    temporary.remove('库');
    assert.deepEqual((await start()).texts, { '供水.txt': '第一条　供水。' });
  });

  it('answers as the texts themselves do', async () => {
    write('供水.txt', LAW);
    write('办法（2020-01-02）.txt', CITING);
    const { library } = await first();
    assert.deepEqual(drawLibrary((await start()).library), drawLibrary(library));
  });

  describe('at the next start', () => {
    beforeEach(async () => {
      for (const name of ['甲', '乙', '丙']) write(`${name}.txt`, `某市${name}条例\n`);
      await first();
    });

    const changes: [what: string, change: () => void, read: number, texts: Record<string, string>][] = [
      ['nothing has changed', () => undefined, 0, {}],
      ['a file has changed', () => write('乙.txt', '某市新乙条例\n', 1_600_000_001), 1, { '乙.txt': '某市新乙条例\n' }],
      [
        'a file of the same size',
        () => write('乙.txt', '某市丁条例\n', 1_600_000_001),
        1,
        { '乙.txt': '某市丁条例\n' },
      ],
      ['a file of the same time', () => write('乙.txt', '某市新乙条例\n'), 1, { '乙.txt': '某市新乙条例\n' }],
      ['a file has been touched', () => write('乙.txt', '某市乙条例\n', 1_600_000_001), 1, {}],
      ['a file has come', () => write('下/丁.txt', '某市丁条例\n'), 1, { '下/丁.txt': '某市丁条例\n' }],
      ['a file has gone', () => temporary.remove('库/乙.txt'), 0, { '乙.txt': '' }],
      [
        'a file has another name',
        () => renameSync(fileOf('乙.txt'), fileOf('丁.txt')),
        1,
        { '乙.txt': '', '丁.txt': '某市乙条例\n' },
      ],
    ];
    for (const [what, change, read, difference] of changes) {
      it(`reads ${String(read)} files where ${what}`, async () => {
        change();
        const run = await start();
        assert.equal(await run.load(), read);
        const before = { '丙.txt': '某市丙条例\n', '乙.txt': '某市乙条例\n', '甲.txt': '某市甲条例\n' };
        const expected = Object.entries({ ...before, ...difference }).filter(([, text]) => text !== '');
        assert.deepEqual(run.texts, Object.fromEntries(expected.sort(([one], [other]) => (one < other ? -1 : 1))));
        // What was found out is there at the start after that.
        assert.deepEqual((await start()).texts, run.texts);
        assert.equal(await (await start()).load(), 0);
      });
    }

    it('reads a file that may have changed within the tick in which it was read', async () => {
      // The clock has not gone on since the file was written.
      const now = Date.now() / 1000 + 3600;
      write('乙.txt', '某市丁条例\n', now);
      await first();
      write('乙.txt', '某市戊条例\n', now);
      const run = await start();
      assert.equal(await run.load(), 1);
      assert.equal(run.texts['乙.txt'], '某市戊条例\n');
    });

    it('reads everything by other code', async () => {
      const run = await start('other code');
      assert.deepEqual(run.texts, {});
      assert.equal(await run.load(), 3);
    });

    it('reads everything in another encoding', async () => {
      const run = await new Run(storage()).use(folder(), 'gb18030');
      assert.deepEqual(run.texts, {});
      await run.load();
      assert.notDeepEqual(run.texts, (await start()).texts);
    });

    it('reads everything of another folder, even if it holds the same', async () => {
      renameSync(folder(), `${folder()}二`);
      const run = await new Run(storage()).use(`${folder()}二`);
      assert.deepEqual(run.texts, {});
      assert.equal(await run.load(), 3);
    });

    it('reads what the last one left when it was cancelled', async () => {
      for (const name of ['丁', '戊', '己']) write(`${name}.txt`, `某市${name}条例\n${'甲'.repeat(400_000)}`);
      const stop = new CancellationTokenSource();
      const run = await start();
      await run.load(() => stop.cancel(), stop.token);
      assert.equal(run.files.count, 4);
      const next = await start();
      assert.equal(await next.load(), 2);
      assert.equal(next.files.count, 6);
    });
  });

  it('has one file in the storage, whatever has been written', async () => {
    write('供水.txt', LAW);
    await first();
    write('办法.txt', CITING);
    await first();
    assert.equal(readdirSync(storage()).length, 1);
  });

  describe('keeps citations', () => {
    /** Whether the citations of a text were known; they are made if they were not. */
    function isKnown({ library }: Run, name: string): boolean {
      const document = library.document(uriOf(fileOf(name)));
      assert.ok(document);
      return library.prepare(document) === undefined;
    }

    beforeEach(async () => {
      write('供水.txt', LAW);
      write('办法.txt', CITING);
      await first();
    });

    it('that are the same at the next start', async () => {
      const run = await start();
      assert.ok(isKnown(run, '办法.txt') && isKnown(run, '供水.txt'));
      const fresh = await new Run(path.join(temporary.path, 'other')).use(folder());
      await fresh.load();
      assert.deepEqual(drawLibrary(run.library), drawLibrary(fresh.library));
    });

    it('unless what they look into has changed meanwhile', async () => {
      // Now the items are the second paragraph's.
      write('供水.txt', LAW.replace('甲：', '甲。\n乙：'), 1_600_000_001);
      const run = await start();
      await run.load();
      assert.ok(!isKnown(run, '办法.txt'));
      const fresh = await new Run(path.join(temporary.path, 'other')).use(folder());
      await fresh.load();
      assert.deepEqual(drawLibrary(run.library), drawLibrary(fresh.library));
    });

    it('unless they look into a text that was only in an editor', async () => {
      const run = await start();
      run.library.setOpen(TextDocument.create('untitled:1', 'regulation', 1, LAW));
      await run.keepCitations();
      // Without the editor the citations from before still hold.
      assert.ok(isKnown(await start(), '办法.txt'));
    });

    it('and changes no text that has changed since the index was written', async () => {
      write('规定.txt', CITING.replace('办法', '规定'));
      const run = await start();
      await run.load();
      write('供水.txt', LAW.replace('丙', '丁'), 1_600_000_001);
      temporary.remove('库/办法.txt');
      write('新.txt', '某市新条例\n');
      await run.follow([
        ...events('Changed', fileOf('供水.txt')),
        ...events('Deleted', fileOf('办法.txt')),
        ...events('Created', fileOf('新.txt')),
      ]);
      const texts = {
        '供水.txt': LAW.replace('丙', '丁'),
        '新.txt': '某市新条例\n',
        '规定.txt': CITING.replace('办法', '规定'),
      };
      assert.deepEqual(run.texts, texts);
      const written = readdirSync(storage());
      await run.keepCitations();
      assert.notDeepEqual(readdirSync(storage()), written);
      assert.deepEqual(run.texts, texts);
      await run.load();
      assert.deepEqual(run.texts, texts);
    });
  });

  it('has files under the URIs that Node gives them, however they are named', async () => {
    const names = ['100%.txt', '%41.txt', 'a b.txt', "~甲(1)!'*.txt", '#?&+,;=@[]^|{}.txt', '𠀀.txt', 'é/下 %/乙.txt'];
    for (const name of names) write(name, '某市供水条例\n');
    const run = await first();
    const uris = names.map((name) => uriOf(fileOf(name))).sort();
    const found = ({ library }: Run): string[] =>
      library
        .documents()
        .map(({ uri }) => uri)
        .sort();
    assert.deepEqual(found(run), uris);
    const next = await start();
    assert.deepEqual(found(next), uris);
    assert.equal(await next.load(), 0);
  });

  it('keeps up with files that have changed while they were read', async () => {
    write('甲.txt', `某市甲条例\n${'甲'.repeat(400_000)}`);
    write('乙.txt', '某市乙条例\n');
    write('丙.txt', '某市丙条例\n');
    write('丁.txt', '某市丁条例\n');
    const names = ['丁.txt', '丙.txt', '乙.txt', '甲.txt'];
    assert.deepEqual(readdirSync(folder()).sort(), [...names].sort());
    const run = await start();
    let told = false;
    await run.load(() => {
      if (told) return;
      told = true;
      // By now the states of all files have been seen, and not all of them have been read.
      write('乙.txt', '某市戊条例\n', 1_600_000_001);
      write('甲.txt', '某市己条例\n', 1_600_000_001);
      temporary.remove('库/丙.txt');
    });
    assert.ok(told);
    const next = await start();
    await next.load();
    assert.deepEqual(next.texts, { '丁.txt': '某市丁条例\n', '乙.txt': '某市戊条例\n', '甲.txt': '某市己条例\n' });
  });

  it('forgets what is gone, though nobody told of it', async () => {
    write('甲.txt', '某市甲条例\n');
    const run = await first();
    const file = write('乙.txt', '某市乙条例\n');
    await run.follow(events('Created', file));
    temporary.remove('库/乙.txt');
    await run.load();
    assert.deepEqual(run.texts, { '甲.txt': '某市甲条例\n' });
  });

  it('is of a folder that goes and comes back', async () => {
    write('甲.txt', '某市甲条例\n');
    const run = await first();
    renameSync(folder(), path.join(temporary.path, '别处'));
    await run.load();
    assert.deepEqual(run.texts, {});
    await run.load();
    assert.deepEqual(run.said, ['库：不存在', '库：不存在']);
    renameSync(path.join(temporary.path, '别处'), folder());
    await run.follow(events('Created', folder()));
    assert.deepEqual(run.texts, { '甲.txt': '某市甲条例\n' });
    assert.equal(await (await start()).load(), 1);
  });

  it('follows a folder that takes the place of another one', async () => {
    write('下/甲.txt', '某市甲条例\n');
    write('别处/乙.txt', '某市乙条例\n');
    const run = await first();
    temporary.remove('库/下');
    renameSync(fileOf('别处'), fileOf('下'));
    await run.follow([
      ...events('Deleted', fileOf('下')),
      ...events('Deleted', fileOf('别处')),
      ...events('Created', fileOf('下')),
    ]);
    assert.deepEqual(run.texts, { '下/乙.txt': '某市乙条例\n' });
  });

  it('has the files that links lead to, and ends where links go round', async () => {
    write('甲.txt', '某市甲条例\n');
    temporary.write('别处/乙.txt', '某市乙条例\n');
    symlinkSync(path.join(temporary.path, '别处/乙.txt'), fileOf('乙.txt'));
    symlinkSync(fileOf('丙.txt'), fileOf('丙.txt'));
    symlinkSync(fileOf('己.txt'), fileOf('戊.txt'));
    symlinkSync(fileOf('戊.txt'), fileOf('己.txt'));
    symlinkSync('/没有', fileOf('没有.txt'));
    symlinkSync(folder(), fileOf('上'));
    mkdirSync(fileOf('下'));
    symlinkSync('..', fileOf('下/上.txt'));
    const run = await start();
    await run.load();
    const texts = { '乙.txt': '某市乙条例\n', '甲.txt': '某市甲条例\n' };
    assert.deepEqual([run.texts, run.said], [texts, []]);
    // A folder that is told of is listed in another way.
    await run.follow(events('Created', folder()));
    assert.deepEqual([run.texts, run.said], [texts, []]);
  });

  describe('where it cannot be written', () => {
    it('is done without, which is said', async () => {
      write('甲.txt', '某市甲条例\n');
      writeFileSync(storage(), '');
      const run = await start();
      await run.load();
      await run.keepCitations();
      assert.deepEqual(run.texts, { '甲.txt': '某市甲条例\n' });
      assert.deepEqual(run.said, ['storage：不是文件夹']);
      await run.load();
      assert.deepEqual(run.texts, { '甲.txt': '某市甲条例\n' });
    });
  });
});
