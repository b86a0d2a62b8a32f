import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver';
import { Run } from '../support/run.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';

const COUNT = 900;

describe('the thread that indexes a large folder', function () {
  this.timeout(60_000);
  const temporary = new TemporaryFolder();
  const folder = (): string => path.join(temporary.path, '库');
  const storage = (name: string): string => path.join(temporary.path, name);
  const threaded = (name: string): Promise<Run> =>
    new Run(storage(name), 'this code', path.resolve('dist/indexer.js')).use(folder());

  beforeEach(() => {
    const filling = '供水单位应当保证水质。'.repeat(200);
    for (let index = 0; index < COUNT; index++) {
      const cited = `《某市供水${String((index * 7) % COUNT)}号条例》第一条`;
      temporary.write(`库/${String(index)}.txt`, `某市供水${String(index)}号条例\n第一条　依照${cited}。${filling}\n`);
    }
    temporary.write('库/大.txt', `某市排水条例\n第一条　${'水'.repeat(500_000)}\n`);
    temporary.write('库/图.txt', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'));
  });

  it('finds what is found without one', async () => {
    const run = await threaded('thread');
    assert.equal(await run.load(), COUNT + 2);
    const alone = await new Run(storage('alone')).use(folder());
    await alone.load();
    assert.deepEqual(run.texts, alone.texts);
    assert.deepEqual(run.said, ['图.txt：不是文本，或者编码无法识别']);
    const next = await threaded('thread');
    assert.deepEqual(next.texts, alone.texts);
  });

  it('leaves an index of what it has read, where it is stopped', async () => {
    const stop = new CancellationTokenSource();
    const run = await threaded('thread');
    const read = await run.load(() => stop.cancel(), stop.token);
    assert.ok(read > 0 && read < COUNT);
    assert.equal(readdirSync(storage('thread')).length, 1);
    const next = await threaded('thread');
    assert.deepEqual(next.texts, run.texts);
    await next.load();
    assert.equal(next.files.count, COUNT + 1);
  });

  it('comes to its end, however many edits it gives way to', async () => {
    for (let index = 20; index < COUNT; index++) temporary.remove(`库/${String(index)}.txt`);
    const run = await threaded('thread');
    let isLoading = true;
    const loaded = run.load().finally(() => (isLoading = false));
    while (isLoading) {
      run.files.giveWay();
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(await loaded, 22);
    assert.equal(run.files.count, 21);
  });
});
