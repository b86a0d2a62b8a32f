import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DraftHistory } from '../../server/src/drafting/history.js';
import { insertArticle } from '../../server/src/drafting/operations/insert.js';
import type { Change } from '../../server/src/drafting/operations/operation.js';
import { perform } from '../../server/src/drafting/perform.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';

const TEXT = '某市试验条例\n第一条　甲。\n第二条　乙。\n第三条　依照第二条办理。\n';
const TYPED = '某市试验条例\n第一条　甲。\n第二条　新。\n第二条　乙。\n第三条　依照第二条办理。\n';
const RIGHT = '某市试验条例\n第一条　甲。\n第二条　新。\n第三条　乙。\n第四条　依照第三条办理。\n';

describe('the history of a draft', () => {
  let library: Library;
  let history: DraftHistory;
  beforeEach(() => {
    library = new Library();
    history = new DraftHistory();
  });

  function show(text: string): RegulationDocument {
    const document = library.setOpen(TextDocument.create('file:///draft.txt', 'regulation', 1, text));
    history.changed(document);
    return document;
  }

  /** The text that a change makes of one with right numbers, which the editor has from then on. */
  function performed(document: RegulationDocument, change: Change = { edits: [], caret: 0 }): string {
    const { text } = perform(library, history.draftOf(document), change, () => true);
    history.expect(document.uri, text);
    show(text);
    return text;
  }

  it('is what it was when 整理编号 was taken back: done again it comes to the same', () => {
    show(TEXT);
    assert.equal(performed(show(TYPED)), RIGHT);
    assert.equal(history.isPending('file:///draft.txt'), false);
    const back = show(TYPED);
    assert.equal(history.isPending(back.uri), true);
    assert.equal(performed(back), RIGHT);
  });

  it('is so, too, when words were written and taken back in between', () => {
    show(TEXT);
    performed(show(TYPED));
    show(RIGHT.replace('新。', '新写的。'));
    show(RIGHT);
    assert.equal(performed(show(TYPED)), RIGHT);
  });

  it('goes along with a text that grows: what was written and cited since it was opened keeps its meaning', () => {
    const lines = TEXT.split('\n');
    for (const count of lines.keys()) show(lines.slice(0, count + 1).join('\n'));
    assert.equal(history.isPending('file:///draft.txt'), false);
    assert.equal(performed(show(TYPED)), RIGHT);
  });

  it('does not go along where a provision has got another number: other texts may cite it by the old one', () => {
    show(TEXT);
    show('某市试验条例\n第一条　甲。\n第二条　新。\n第二条　乙。\n第三条　办理。\n');
    show('某市试验条例\n第一条　甲。\n第二条　新。\n第三条　乙。\n第四条　办理。\n');
    assert.equal(history.isPending('file:///draft.txt'), true);
  });

  it('does not go along while a number is wrong, nor where a provision is gone', () => {
    show(TEXT);
    show(`${TEXT}第五条　丁。\n`);
    assert.equal(history.isPending('file:///draft.txt'), true);
    show(`${TEXT}第四条　丁。\n`);
    assert.equal(history.isPending('file:///draft.txt'), false);
    show(TEXT);
    assert.equal(history.isPending('file:///draft.txt'), true);
  });

  it('knows that all was right when an operation was taken back', () => {
    const document = show(TEXT);
    const change = insertArticle(document, document.text.indexOf('甲'));
    assert.ok(!('refused' in change));
    performed(document, change);
    show(TEXT);
    assert.equal(history.isPending(document.uri), false);
    assert.deepEqual(history.movedCitations(library, document), []);
  });
});
