import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { termsOf } from '../../server/src/citations/terms/terms.js';
import { runChecks } from '../../server/src/checks/registry.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { documentSymbols, writtenSymbols } from '../../server/src/features/documentSymbol.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { Library } from '../../server/src/library/library.js';
import { isAmending } from '../../server/src/checks/amending.js';
import { charactersOf, TEXT_VERSIONS } from '../../server/src/library/textVersions.js';
import { laws } from '../support/laws.js';

const OWN = 'file:///草案.law.txt';
const OTHER = 'file:///管理条例.law.txt';
/** An older version of it, which texts of its time mean. */
const OLDER = {
  uri: 'file:///管理条例(2001-01-01).law.txt',
  text: '管理条例\n（2001年1月1日通过）\n第一条　甲。\n第二条　乙：\n（一）丙；\n（二）丁。\n戊：\n（三）己。\n',
};

/** Sentences whose citations depend on what stands around them, in this text and in another one. */
const SENTENCES = [
  '依照第三条第二款的规定处罚。',
  '有前款第一项行为的，依照本条第二款处理。',
  '违反第二条规定，有第二项行为的，罚款。',
  '依照第一条第（二）项和第三项办理；第四项除外。',
  '前条和前两条规定的情形，适用本章的规定。',
  '前章、本章第一节、第二章第一节另有规定的除外。',
  '总则第一章、本编第二章适用于分则第一章。',
  '根据《管理条例》（以下简称《条例》）第二条第三项制定。',
  '违反《条例》第三条、第九条第一项的，依照该条例第二条处理，第二款、第三项同。',
  '依照《中华人民共和国行政处罚法》（以下简称处罚法）办理。',
  '处罚法第二十条第一款；该法第三条；该款；该项规定。',
  '本条例第一百条、第三条至第一条适用。',
  '为了规范管理，制定本条例。',
  '本条例所称管理，是指处理；管理人，是指处理人。',
  '本章所称处理，包括管理；前款所称管理，不包括罚款。',
  '本条例下列用语的含义：',
  '罚款，是指第三条规定的处理：',
  '管理机关（以下简称机关）、丙（本节简称处理机关）负责管理；第一条所称机关，包括丙。',
  '下列行为：',
  '本办法和本条例应该，，做出决定（以下简称决定',
  '违反本条例第一条第一款、第二条第一项，处五万元以上三万元以下的罚款。',
  '本条第一款、本条第二款和第二条规定的，处30日、三日、五日以下罚款；',
  '[bookmark: _GoBack]一百〇一𠮷',
];

const MARKS = [
  '第一编　总则',
  '第一章　总　　则',
  '第二章　管理',
  '第一节　许可',
  '第一条　',
  '第二条　',
  '第三条　',
  '第三条之一　',
  '第4条　',
  '第×条　',
  '（一）',
  '（二）',
  '（四）',
  '1. ',
  '（1）',
  '一、',
  '',
  '',
];

const WHOLE_LINES = [
  '某某管理条例',
  '关于修改《管理条例》的决定',
  '（2023年1月1日通过）',
  '（2003年1月1日通过）',
  '目　录',
  '附件一　名录',
  '第三十条',
  '将第二条修改为：“第二条　庚。',
  '甲；',
  '（一）甲。',
  '本条例自公布之日起施行。',
  '乙；',
  '',
];

const lineOfLaw = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom(...SENTENCES)).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...WHOLE_LINES, ...MARKS) },
);
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r', '\u2028', '');
const linesOfLaw = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(lineOfLaw, lineBreak), { maxLength }).map((lines) => lines.flat().join(''));

/** What an edit does: where, as a part of the text; how many characters it deletes; what it puts in. */
const editOfLaw = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  atLine: fc.boolean(),
  deleted: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 200 })),
  inserted: fc.oneof(
    fc.constantFrom('', '甲', '。', '\n', '第', '三', '（以下简称《条例》）'),
    linesOfLaw(3),
    fc.constantFrom(...SENTENCES),
  ),
});
type Edit = typeof editOfLaw extends fc.Arbitrary<infer T> ? T : never;

/** Takes back the edit before. */
const UNDO = 'undo';

function edited(text: TextDocument, { where, atLine, deleted, inserted }: Edit): TextDocument {
  const whole = text.getText();
  const at = Math.floor(where * whole.length);
  const offset = atLine ? whole.lastIndexOf('\n', at) + 1 : at;
  const range = { start: text.positionAt(offset), end: text.positionAt(offset + deleted) };
  return TEXT_VERSIONS.update(text, [{ range, text: inserted }], text.version + 1);
}

function replaced(text: TextDocument, whole: string): TextDocument {
  return TEXT_VERSIONS.update(text, [{ text: whole }], text.version + 1);
}

/** Everything that an editor is told of a text. */
function answers(library: Library, uri: string): Record<string, unknown> {
  const document = library.document(uri);
  assert.ok(document);
  const nodes = [...document.tree.root.walk()];
  const problems = runChecks({ document, library });
  const terms = termsOf(document.tree);
  const { mentions, aliases } = library.citationsOf(document);
  const symbols = documentSymbols(document);
  assert.deepEqual(writtenSymbols(document).toJSON(), JSON.parse(JSON.stringify(symbols)));
  return {
    tree: nodes.map(({ kind, number, label, full, range, selectionRange, mark, body }) => [
      ...[kind, number, label, full, range, selectionRange, mark, body],
    ]),
    mentions,
    aliases,
    problems: diagnostics(library, document, problems, { locale: 'zh', relatedInformation: true }),
    fixes: problems.map(({ fixes }) => fixes),
    symbols,
    tokens: semanticTokens(library, document).data,
    terms: terms.all,
    uses: terms.all.map((term) => terms.usesOf(term)),
    unused: terms.unused(),
  };
}

/** Asserts that both open texts are answered as by a library that has seen no earlier version. */
function assertFresh(library: Library, others: readonly { uri: string; text: string }[]): void {
  const fresh = new Library();
  for (const { uri, text } of others) fresh.setFile(uri, text);
  const open = [OWN, OTHER].flatMap((uri) => library.document(uri)?.textDocument ?? []);
  for (const text of open) fresh.setOpen(TextDocument.create(text.uri, text.languageId, 0, text.getText()));
  for (const { uri } of open) assert.deepEqual(answers(library, uri), answers(fresh, uri));
}

describe('after any edits', () => {
  it('a text and one that cites it are answered as if they had been opened so', function () {
    this.timeout(120_000);
    const steps = fc.array(fc.tuple(fc.boolean(), fc.oneof({ weight: 4, arbitrary: editOfLaw }, fc.constant(UNDO))), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(linesOfLaw(25), linesOfLaw(8), steps, (own, other, edits) => {
        const library = new Library();
        library.setFile(OLDER.uri, OLDER.text);
        const texts = {
          [OWN]: [TextDocument.create(OWN, 'regulation', 1, `某某条例\n${own}`)],
          [OTHER]: [TextDocument.create(OTHER, 'regulation', 1, `管理条例\n${other}`)],
        };
        for (const [text] of Object.values(texts)) if (text) library.setOpen(text);
        assertFresh(library, [OLDER]);
        for (const [inOwn, edit] of edits) {
          const versions = texts[inOwn ? OWN : OTHER] ?? [];
          const last = versions.at(-1);
          if (!last) continue;
          const text = edit === UNDO ? replaced(last, versions.at(-2)?.getText() ?? '') : edited(last, edit);
          versions.push(text);
          library.setOpen(text);
          assertFresh(library, [OLDER]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a real law is answered as if it had been opened so', function () {
    this.timeout(240_000);
    const all = laws(this);
    const others = all.slice(0, 40).map(({ name, text }) => ({ uri: `file:///${encodeURIComponent(name)}`, text }));
    fc.assert(
      fc.property(
        fc.nat({ max: all.length - 1 }),
        fc.array(editOfLaw, { minLength: 1, maxLength: 4 }),
        (index, edits) => {
          const library = new Library();
          for (const { uri, text } of others) library.setFile(uri, text);
          let text = TextDocument.create(OWN, 'regulation', 1, all[index]?.text ?? '');
          library.setOpen(text);
          answers(library, OWN);
          for (const edit of edits) library.setOpen((text = edited(text, edit)));
          assertFresh(library, others);
          // The answers to the text of before, once the nodes of the later one are known.
          library.setOpen((text = replaced(text, all[index]?.text ?? '')));
          assertFresh(library, others);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('a real law is answered without all of it in one string, which would take longer than everything else', function () {
    this.timeout(120_000);
    const library = new Library();
    for (const { name, text: source } of laws(this).filter((_, index) => index % 40 === 0)) {
      const opened = TEXT_VERSIONS.create(OWN, 'regulation', 1, source);
      const document = library.setOpen(opened);
      // What its instructions say of each other is looked for in the whole of a decision.
      if (isAmending(document.title)) continue;
      runChecks({ document, library });
      const end = opened.positionAt(source.lastIndexOf('。'));
      const text = TEXT_VERSIONS.update(opened, [{ range: { start: end, end }, text: '甲' }], 2);
      const edit = library.setOpen(text);
      runChecks({ document: edit, library });
      writtenSymbols(edit);
      semanticTokens(library, edit);
      assert.ok(Reflect.get(charactersOf(text), 'whole') === undefined, name);
    }
  });
});
