import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_FORMAT } from '../../server/src/drafting/format/options.js';
import { formatting } from '../../server/src/features/formatting.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { fixture } from '../support/fixture.js';

describe('formatting', () => {
  it('of a document is edits at their places', () => {
    const { document } = fixture('第一条 甲:\n(一)乙。 ');
    const edits = formatting(document, DEFAULT_FORMAT);
    assert.deepEqual(edits[0], {
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } },
      newText: '　',
    });
    assert.equal(TextDocument.applyEdits(document.textDocument, edits), '第一条　甲：\n（一）乙。');
  });

  it('of a range is that of its lines', () => {
    const { document, positions } = fixture('第一条 甲。\n第二条 $$乙。\n第三条 丙$$。\n第四条 丁。');
    const [start, end] = positions;
    assert.ok(start && end);
    const edits = formatting(document, DEFAULT_FORMAT, { start, end });
    assert.equal(
      TextDocument.applyEdits(document.textDocument, edits),
      '第一条 甲。\n第二条　乙。\n第三条　丙。\n第四条 丁。',
    );
  });

  it('of a text that has its layout is nothing', () => {
    assert.deepEqual(formatting(fixture('第一条　甲。\n').document, DEFAULT_FORMAT), []);
  });

  it('leaves the text of a Word document', () => {
    assert.deepEqual(formatting(RegulationDocument.of('tiaowen-text:/a.docx', '第一条 甲。'), DEFAULT_FORMAT), []);
  });
});
