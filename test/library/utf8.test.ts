import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeUtf8 } from '../../server/src/library/node/utf8.js';

/** What any bytes are to the standard's decoder; undefined where they are no UTF-8. */
function expected(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function actual(bytes: Uint8Array): string | undefined {
  try {
    return decodeUtf8(bytes);
  } catch {
    return undefined;
  }
}

describe('the decoding of UTF-8', () => {
  const texts = fc
    .array(fc.constantFrom('\ufeff', '第一条　供水。', 'a', '\u0000', '𠀀', '\uffff', 'é'), { maxLength: 8 })
    .map((parts) => new Uint8Array(Buffer.from(parts.join(''))));
  // Cut anywhere, or with a byte that is another one.
  const broken = fc.tuple(texts, fc.nat(40), fc.nat(255)).map(([bytes, at, byte]) => {
    const copy = bytes.slice(0, at + 20);
    if (at < copy.length) copy[at] = byte;
    return copy;
  });

  it('is that of the standard, of whatever bytes', () => {
    fc.assert(
      fc.property(fc.oneof(texts, broken, fc.uint8Array({ maxLength: 6 })), (bytes) =>
        assert.equal(actual(bytes), expected(bytes)),
      ),
      { numRuns: 2000 },
    );
  });
});
