import assert from 'node:assert/strict';
import { toBase64 } from '../../server/src/base64';

describe('base64', () => {
  for (const length of [0, 1, 2, 3, 0x8000, 0x8001, 100_000]) {
    it(`of ${length} bytes`, () => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 131) % 256);
      assert.deepEqual(new Uint8Array(Buffer.from(toBase64(bytes), 'base64')), bytes);
    });
  }
});
