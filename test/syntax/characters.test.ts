import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areEqual, PiecedText, sameEnd, sameStart } from '../../server/src/syntax/characters';

/** Longer than several pieces, and unlike itself everywhere. */
const LAW = Array.from({ length: 3000 }, (_, index) => `第${index}条　本条例所称。\n`).join('');

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Of characters, of articles, and of nearly everything. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.nat(3), fc.nat(300), fc.nat(40_000)),
    inserted: fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.nat(20_000).map((length) => LAW.slice(0, length)),
    ),
  }),
  { maxLength: 12 },
);

function* versions(start: string, all: readonly Edit[]): Generator<[PiecedText, string, PiecedText, string]> {
  let [pieced, plain] = [PiecedText.of(start), start];
  for (const { at, removed, inserted } of all) {
    const from = Math.floor(at * plain.length);
    const to = Math.min(plain.length, from + removed);
    const after = plain.slice(0, from) + inserted + plain.slice(to);
    const next = pieced.replaced(from, to, inserted);
    yield [next, after, pieced, plain];
    [pieced, plain] = [next, after];
  }
}

describe('a text in pieces', () => {
  it('is the text, whatever the edits', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '第一条', LAW), edits, (start, all) => {
        for (const [pieced, plain] of versions(start, all)) {
          assert.equal(pieced.length, plain.length);
          assert.ok(pieced.toString() === plain, 'another text');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the stretches and characters that the string has', () => {
    const offset = fc.integer({ min: -70_000, max: 70_000 });
    fc.assert(
      fc.property(edits, fc.array(fc.tuple(offset, offset), { minLength: 20, maxLength: 20 }), (all, spans) => {
        for (const [pieced, plain] of versions(LAW, all)) {
          for (const [start, end] of spans) {
            assert.ok(pieced.slice(start, end) === plain.slice(start, end), `from ${start} to ${end}`);
            assert.ok(pieced.slice(start) === plain.slice(start), `from ${start}`);
            assert.equal(pieced.charAt(start), plain.charAt(start));
            assert.equal(pieced.charCodeAt(start), plain.charCodeAt(start));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has as much in common with the version before as the strings have', () => {
    fc.assert(
      fc.property(edits, (all) => {
        for (const [pieced, plain, earlier, earlierPlain] of versions(LAW, all)) {
          const limit = Math.min(plain.length, earlierPlain.length);
          let front = 0;
          while (front < limit && plain[front] === earlierPlain[front]) front++;
          let back = 0;
          while (back < limit - front && plain.at(-1 - back) === earlierPlain.at(-1 - back)) back++;
          assert.equal(sameStart(pieced, earlier, limit), front);
          assert.equal(sameEnd(pieced, earlier, limit - front), back);
          assert.equal(areEqual(pieced, earlier), plain === earlierPlain);
          assert.ok(areEqual(pieced, plain));
        }
      }),
      { numRuns: 40 },
    );
  });
});
