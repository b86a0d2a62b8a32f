import assert from 'node:assert/strict';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { drawLibrary, type DrawnLibrary } from '../support/drawLibrary.js';
import { Run } from '../support/run.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';

/** What may happen to a file on a disk. Places are parts of its length. */
type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: readonly number[] }
  | { readonly kind: 'insert' | 'overwrite'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'replace'; readonly bytes: Uint8Array };

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const bytes = fc.uint8Array({ minLength: 1, maxLength: 100 });

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('flip' as const), at: fc.array(place, { minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constantFrom('insert' as const, 'overwrite' as const), at: place, bytes }),
  fc.record({ kind: fc.constant('replace' as const), bytes: fc.uint8Array({ maxLength: 300 }) }),
);

function damaged(whole: Buffer, damage: Damage): Buffer {
  const at = (part: number): number => Math.floor(part * whole.length);
  switch (damage.kind) {
    case 'cut':
      return whole.subarray(0, at(damage.at));
    case 'flip': {
      const flipped = Buffer.from(whole);
      for (const part of damage.at) flipped[at(part)] = (flipped[at(part)] ?? 0) ^ 0x55;
      return flipped;
    }
    case 'replace':
      return Buffer.from(damage.bytes);
    default: {
      const length = damage.kind === 'overwrite' ? damage.bytes.length : 0;
      return Buffer.concat([whole.subarray(0, at(damage.at)), damage.bytes, whole.subarray(at(damage.at) + length)]);
    }
  }
}

const TEXTS: Record<string, string | Uint8Array> = {
  '供水.txt': '某市供水条例\n第一条　供水。\n第二条　甲：\n（一）乙；\n（二）丙。\n',
  '办法（2020-01-02）.txt': '某市供水办法\n第一条　依照《某市供水条例》第二条第一项和《某市排水办法》第一条。\n',
  '下/排水.txt': Buffer.from('某市排水办法\n第一条　依照本办法第二条。\n第二条　排水。\n', 'utf16le'),
  '图.txt': Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'),
};

describe('an index file that was damaged', function () {
  this.timeout(60_000);
  const temporary = new TemporaryFolder();
  const folder = (): string => path.join(temporary.path, '库');
  const storage = (): string => path.join(temporary.path, 'storage');

  function write(name: string, content: string | Uint8Array, modified: number): void {
    utimesSync(temporary.write(`库/${name}`, content), modified, modified);
  }

  /** The library of a run that knows nothing of an index. */
  async function fresh(): Promise<DrawnLibrary> {
    const run = await new Run(path.join(temporary.path, 'other')).use(folder());
    await run.load();
    temporary.remove('other');
    return drawLibrary(run.library);
  }

  it('changes no answer, neither at the next start nor at the one after', async () => {
    for (const [name, content] of Object.entries(TEXTS)) write(name, content, 1_600_000_000);
    const run = await new Run(storage()).use(folder());
    await run.load();
    await run.keepCitations();
    const [name = ''] = readdirSync(storage());
    const whole = readFileSync(path.join(storage(), name));
    const expected = await fresh();
    assert.equal(Object.keys(expected.documents).length, 3);
    let modified = 1_600_000_000;
    await fc.assert(
      fc.asyncProperty(damage, fc.boolean(), async (harm, changes) => {
        temporary.remove('storage');
        temporary.write(`storage/${name}`, damaged(whole, harm));
        for (const [file, content] of Object.entries(TEXTS)) write(file, content, 1_600_000_000);
        // One file that has changed makes the index be written anew, from what is left of the damaged one.
        if (changes) write('供水.txt', TEXTS['供水.txt'] ?? '', ++modified);
        for (let start = 1; start <= 2; start++) {
          const next = await new Run(storage()).use(folder());
          assert.deepEqual(drawnOnly(next, expected), []);
          await next.load();
          assert.deepEqual(drawLibrary(next.library), expected);
          await next.keepCitations();
          assert.deepEqual(drawLibrary(next.library), expected);
          assert.deepEqual(
            next.said.filter((line) => !line.startsWith('图.txt')),
            [],
          );
        }
        assert.equal(readdirSync(storage()).length, 1);
      }),
      { numRuns: 100 },
    );
  });

  /** The documents that a library has and that are not expected, or others. */
  function drawnOnly({ library }: Run, expected: DrawnLibrary): string[] {
    const known = library.documents().filter(({ uri, text }) => expected.documents[uri]?.text !== text);
    return known.map(({ uri }) => uri);
  }

  it('may be none at all', async () => {
    write('供水.txt', TEXTS['供水.txt'] ?? '', 1_600_000_000);
    const run = await new Run(storage()).use(folder());
    await run.load();
    const [name = ''] = readdirSync(storage());
    temporary.remove('storage');
    // A folder under the name of an index, and one under the next name.
    temporary.write(`storage/${name}/甲`, '');
    writeFileSync(path.join(storage(), `${name}.tmp`), '');
    const expected = await fresh();
    const next = await new Run(storage()).use(folder());
    await next.load();
    assert.deepEqual(drawLibrary(next.library), expected);
    assert.equal(await (await new Run(storage()).use(folder())).load(), 0);
  });
});
