import assert from 'node:assert/strict';
import fc from 'fast-check';
import { faultsOf, type SequenceNumber } from '../../server/src/checks/sequence.js';

const numbers = (...values: (number | undefined)[]): (SequenceNumber | undefined)[] =>
  values.map((value) => (value === undefined ? undefined : [value]));
const shown = (...values: (number | undefined)[]): unknown =>
  faultsOf(numbers(...values), 'one').map(({ kind, index }) => [kind, index]);

/** From 1 to `length`. */
const run = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

describe('faultsOf', () => {
  it('explains one slip by one fault', () => {
    assert.deepEqual(shown(1, 2, 3), []);
    assert.deepEqual(shown(1, 3, 4, 5), [['gap', 1]]);
    assert.deepEqual(shown(1, 2, 2, 3, 4), [['duplicate', 2]]);
    assert.deepEqual(shown(1, 2, 2, 4, 5), [['duplicate', 2]]);
    assert.deepEqual(shown(1, 2, 13, 4, 5), [['order', 2]]);
    assert.deepEqual(shown(1, 2, 3, 1, 2, 3), [['duplicate', 3]]);
  });

  it('lets a number that is left open stand for a missing one', () => {
    assert.deepEqual(shown(1, undefined, 3), []);
    assert.deepEqual(shown(1, undefined, 2), []);
    assert.deepEqual(shown(1, undefined, 4), [['gap', 2]]);
  });

  const length = fc.integer({ min: 3, max: 60 });
  const place = fc.nat();

  it('gives one gap where any one number is missing', () => {
    fc.assert(
      fc.property(length, place, (count, at) => {
        const index = at % (count - 1);
        const values = run(count).filter((value) => value !== index + 1);
        assert.deepEqual(shown(...values), [['gap', index]]);
      }),
    );
  });

  it('gives one fault where any one number is another', () => {
    fc.assert(
      fc.property(length, place, fc.integer({ min: 1, max: 200 }), (count, at, other) => {
        const values = run(count);
        const index = at % (count - 1);
        if (values[index] === other) return;
        values[index] = other;
        assert.equal(faultsOf(numbers(...values), 'one').length, 1, values.join());
      }),
    );
  });

  it('gives at most one fault where any one number stands elsewhere', () => {
    fc.assert(
      fc.property(length, place, place, (count, from, to) => {
        const values = run(count);
        const [moved = 1] = values.splice(from % count, 1);
        values.splice(to % count, 0, moved);
        assert.ok(faultsOf(numbers(...values), 'one').length <= 1, values.join());
      }),
    );
  });

  it('never throws and finds nothing wrong with numbers in their order', () => {
    const number = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.option(number, { nil: undefined }), { maxLength: 40 }), (values) => {
        for (const { index } of faultsOf(values, 'any')) assert.ok(index >= 0 && index < values.length);
      }),
    );
    assert.deepEqual(faultsOf(numbers(...run(1000)), 'one'), []);
  });
});
