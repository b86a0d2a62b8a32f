import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../server/src/library/lines.js';

describe('the lines of a text', () => {
  it('give the positions that the protocol’s own documents give', () => {
    const text = fc
      .array(fc.constantFrom('条', '。', 'a', '\n', '\r\n', '\r', '\u0085', '\u2028', '𠮷'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const document = TextDocument.create('file:///a', 'regulation', 0, text);
        const lines = Lines.of(text);
        const again = new Lines(lines.widths);
        for (let offset = 0; offset <= text.length + 1; offset++) {
          if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
          assert.deepEqual(lines.positionAt(offset), document.positionAt(offset));
          assert.deepEqual(again.positionAt(offset), document.positionAt(offset));
        }
      }),
      { numRuns: 500 },
    );
  });
});
