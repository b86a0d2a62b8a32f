import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { moved as check } from '../../server/src/checks/citation/moved.js';
import { runChecks } from '../../server/src/checks/registry.js';
import { DraftHistory } from '../../server/src/drafting/history.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';

/** A text in an editor, from its opening on. */
class Draft {
  readonly library = new Library();
  readonly history = new DraftHistory();
  document: RegulationDocument;

  constructor(text: string) {
    this.document = this.show(text);
  }

  /** The text is this one now. */
  show(text: string): RegulationDocument {
    this.document = this.library.setOpen(TextDocument.create('file:///draft.txt', 'regulation', 1, text));
    this.history.changed(this.document);
    return this.document;
  }

  /** Puts words in front of others, a character at a time. */
  type(words: string, infront: string): void {
    let offset = this.document.text.lastIndexOf(infront);
    for (const character of words) {
      const { text } = this.document;
      this.show(text.slice(0, offset) + character + text.slice(offset));
      offset += character.length;
    }
  }

  replace(words: string, others: string): void {
    assert.ok(this.document.text.includes(words), `no ${words}`);
    this.show(this.document.text.replace(words, others));
  }

  /** What is said of citations, each behind the words it is said of. */
  get marks(): string[] {
    const { library, document, history } = this;
    const found = runChecks(
      { library, document, moved: () => history.movedCitations(library, document) },
      { checks: [check] },
    );
    return found.map(({ span, message }) => `${document.text.slice(span.start, span.end)}: ${message.zh}`);
  }
}

const TEXT = `某市试验条例
第一条　甲。
第二条　乙。
乙的第二款。
第三条　依照第一条、第二条第一款办理。
违反前条规定的，责令改正。
`;

describe('citations whose provision has moved', () => {
  it('are none as long as only words change', () => {
    const draft = new Draft(TEXT);
    draft.type('新的词语', '乙的');
    draft.replace('第一条、', '');
    assert.deepEqual(draft.marks, []);
  });

  it('say which article they were written for, once another one has its number', () => {
    const draft = new Draft(TEXT);
    draft.type('第二条　新。\n', '第二条　乙');
    assert.deepEqual(draft.marks, ['第二条第一款: “第二条第一款”所指的条文现为第三条第一款。']);
    draft.replace('第二条　乙', '第三条　乙');
    draft.replace('第三条　依照', '第四条　依照');
    assert.deepEqual(draft.marks, ['第二条第一款: “第二条第一款”所指的条文现为第三条第一款。']);
    draft.replace('第二条第一款', '第三条第一款');
    assert.deepEqual(draft.marks, []);
  });

  it('stay with their words while others are typed', () => {
    const draft = new Draft(TEXT);
    draft.type('第二条　新。\n', '第二条　乙');
    const before = draft.marks;
    draft.type('再写几句，', '乙的');
    assert.deepEqual(draft.marks, before);
    draft.type('依照第一条，', '乙的');
    assert.deepEqual(draft.marks, before);
  });

  it('tell of paragraphs and of what counts from its place', () => {
    const draft = new Draft(`${TEXT}第四条　丁。\n依照前款办理。\n`);
    draft.type('新的一款。\n', '依照前款');
    assert.deepEqual(draft.marks, ['前款: “前款”所指的条文现为第四条第一款。']);
    draft.type('第四条　新。\n', '第三条　依照');
    assert.deepEqual(draft.marks, ['前条: “前条”所指的条文现为第二条。', '前款: “前款”所指的条文现为第五条第一款。']);
  });

  it('say that it was deleted', () => {
    const draft = new Draft(TEXT);
    draft.replace('第一条　甲。\n', '');
    assert.deepEqual(draft.marks, ['第一条: “第一条”所指的条文已删除。']);
  });

  it('are none any more when the change was taken back, or the text was renumbered', () => {
    const draft = new Draft(TEXT);
    draft.type('第二条　新。\n', '第二条　乙');
    draft.replace('第二条　新。\n', '');
    assert.deepEqual(draft.marks, []);
    draft.type('第二条　新。\n', '第二条　乙');
    const renumbered = '某市试验条例\n第一条　甲。\n';
    draft.history.expect(draft.document.uri, renumbered);
    draft.show(renumbered);
    assert.deepEqual(draft.marks, []);
  });

  it('follow a number that was mistyped', () => {
    const draft = new Draft(TEXT);
    draft.replace('第一条　甲', '第七条　甲');
    assert.deepEqual(draft.marks, ['第一条: “第一条”所指的条文现为第七条。']);
  });

  it('are none in a text that was opened with placeholders, and not edited since', () => {
    const text = '某市试验条例\n第一条　甲。\n第×条　新。\n第二条　依照前条办理。\n';
    const draft = new Draft(text);
    assert.deepEqual(draft.marks, []);
    draft.replace('办理', '执行');
    assert.deepEqual(draft.marks, []);
  });

  it('are looked for once, and not again at each word', () => {
    const draft = new Draft(TEXT);
    draft.type('第二条　新。\n', '第二条　乙');
    const first = draft.history.movedCitations(draft.library, draft.document);
    assert.equal(draft.history.movedCitations(draft.library, draft.document), first);
    draft.type('词', '乙的');
    const [before] = first;
    const [after] = draft.history.movedCitations(draft.library, draft.document);
    assert.equal(after?.now, before?.now);
    assert.equal(after?.span.start, (before?.span.start ?? 0) + 1);
  });
});
