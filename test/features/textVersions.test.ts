import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument, type Range } from 'vscode-languageserver-textdocument';
import { TEXT_VERSIONS } from '../../server/src/library/textVersions.js';

const URI = 'file:///草案.law.txt';
const words = fc.array(fc.constantFrom('第', '条', '\n', '\r', '\r\n', '\u2028', '𠮷')).map((parts) => parts.join(''));
const position = fc.record({ line: fc.integer({ min: -1, max: 8 }), character: fc.integer({ min: -1, max: 8 }) });
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: words }) },
  { weight: 1, arbitrary: fc.record({ text: words }) },
);

/** What a text answers about every place in it, and about some beyond it. */
function answers(text: TextDocument): unknown {
  const whole = text.getText();
  const lines = Array.from({ length: text.lineCount + 2 }, (_, line) => line - 1);
  return {
    whole,
    lineCount: text.lineCount,
    version: text.version,
    positions: Array.from({ length: whole.length + 3 }, (_, at) => text.positionAt(at - 1)),
    offsets: lines.map((line) => [-1, 0, 1, 2, 3, 100].map((character) => text.offsetAt({ line, character }))),
    ranges: lines.map((line) => text.getLineRange(line)),
    breaks: lines.map((line) => text.getEOLCharacters(line)),
    texts: lines.map((line) => text.getText({ start: { line, character: 1 }, end: { line: line + 1, character: 0 } })),
  };
}

describe('the versions of an open text', () => {
  it('are as those of a text that was opened so, and none changes with the next', () => {
    fc.assert(
      fc.property(words, fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 4 }), (first, edits) => {
        const versions = [TEXT_VERSIONS.create(URI, 'regulation', 1, first)];
        let expected = first;
        for (const changes of edits) {
          const earlier = versions.at(-1) as TextDocument;
          const before = answers(earlier);
          for (const each of changes) expected = changed(expected, each);
          const after = TEXT_VERSIONS.update(earlier, changes, earlier.version + 1);
          versions.push(after);
          const fresh = TextDocument.create(URI, 'regulation', earlier.version + 1, expected);
          assert.deepEqual(answers(after), answers(fresh));
          assert.deepEqual(answers(earlier), before);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function changed(whole: string, change: { readonly range?: Range; readonly text: string }): string {
  if (!change.range) return change.text;
  const text = TextDocument.create(URI, 'regulation', 1, whole);
  const [start = 0, end = 0] = [text.offsetAt(change.range.start), text.offsetAt(change.range.end)].sort(
    (a, b) => a - b,
  );
  return whole.slice(0, start) + change.text + whole.slice(end);
}
