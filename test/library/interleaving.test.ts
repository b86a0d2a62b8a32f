import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { drawLibrary } from '../support/drawLibrary.js';
import { lawText, TITLES } from '../support/lawTexts.js';

const URIS = ['甲', '乙', '丙（2020-03-04）', '丁'].map((name) => `file:///${encodeURIComponent(name)}.txt`);

/** What happens to a library, and what it is asked meanwhile: an answer must not spoil the next ones. */
type Step =
  | { readonly kind: 'file' | 'open'; readonly uri: string; readonly text: string }
  /** The text of a file that may be kept outside the memory, and that comes again unchanged. */
  | { readonly kind: 'known file'; readonly uri: string; readonly text: string }
  | {
      readonly kind: 'edit';
      readonly uri: string;
      readonly from: number;
      readonly length: number;
      readonly text: string;
    }
  | { readonly kind: 'delete' | 'close' | 'citations' | 'citing' | 'prepare'; readonly uri: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'everything' };

const uri = fc.constantFrom(...URIS);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('file' as const, 'open' as const, 'known file' as const), uri, text: lawText }),
  fc.record({
    kind: fc.constant('edit' as const),
    uri,
    from: fc.nat(200),
    length: fc.nat(40),
    text: fc.constantFrom(
      '',
      '甲',
      '《某水法》第二条',
      '第二条　',
      '\n第三条　依照前条。\n',
      '某市',
      '（以下简称《条例》）',
    ),
  }),
  fc.record({
    kind: fc.constantFrom(
      'delete' as const,
      'close' as const,
      'citations' as const,
      'citing' as const,
      'prepare' as const,
    ),
    uri,
  }),
  fc.record({ kind: fc.constant('title' as const), title: fc.constantFrom(...TITLES, '某市节水规定') }),
  fc.record({ kind: fc.constant('everything' as const) }),
);

/** A library with what a plain bookkeeper says is in it. */
class Pair {
  readonly library = new Library();
  readonly files = new Map<string, string>();
  readonly open = new Map<string, TextDocument>();

  take(step: Step): void {
    const { library, files, open } = this;
    switch (step.kind) {
      case 'file':
        files.set(step.uri, step.text);
        return library.setFile(step.uri, step.text);
      case 'known file':
        files.set(step.uri, step.text);
        return library.putFile(RegulationDocument.of(step.uri, step.text, step.text));
      case 'delete':
        files.delete(step.uri);
        return library.deleteFile(step.uri);
      case 'open':
        return this.show(TextDocument.create(step.uri, 'regulation', 1, step.text));
      case 'edit': {
        const text = open.get(step.uri);
        if (text) this.show(edited(text, step));
        return;
      }
      case 'close':
        open.delete(step.uri);
        return library.close(step.uri);
      case 'title':
        library.withTitle(step.title);
        return;
      case 'everything':
        drawLibrary(library);
        return;
      default: {
        const document = library.document(step.uri);
        if (!document) return;
        if (step.kind === 'citations') library.citationsOf(document);
        else if (step.kind === 'citing') library.citing(document);
        else library.prepare(document);
      }
    }
  }

  /** A library that has never held anything else. */
  fresh(): Library {
    const library = new Library();
    for (const [uri, text] of this.files) library.setFile(uri, text);
    for (const [uri, text] of this.open) library.setOpen(TextDocument.create(uri, 'regulation', 1, text.getText()));
    return library;
  }

  private show(text: TextDocument): void {
    this.open.set(text.uri, text);
    this.library.setOpen(text);
  }
}

/** Another version of a text, as an editor makes it. */
function edited(text: TextDocument, { from, length, text: inserted }: Extract<Step, { kind: 'edit' }>): TextDocument {
  const before = text.getText();
  const start = Math.min(from, before.length);
  const after = before.slice(0, start) + inserted + before.slice(start + length);
  return TextDocument.create(text.uri, 'regulation', text.version + 1, after);
}

describe('a library that has seen much', function () {
  this.timeout(60_000);

  it('answers as one that never held anything else', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const pair = new Pair();
        for (const each of steps) pair.take(each);
        assert.deepEqual(drawLibrary(pair.library, TITLES), drawLibrary(pair.fresh(), TITLES));
      }),
      { numRuns: 150 },
    );
  });

  it('knows of every citation of an instrument', () => {
    fc.assert(
      fc.property(fc.array(lawText, { maxLength: 6 }), (texts) => {
        const library = new Library();
        for (const [index, text] of texts.entries()) library.setFile(`file:///${String(index)}.txt`, text);
        for (const cited of library.documents()) {
          const others = library.documents().filter((document) => document !== cited);
          const expected = others.flatMap((document) =>
            library
              .citationsOf(document)
              .mentions.filter(({ doc }) => library.withTitle(doc).includes(cited))
              .map(({ start }) => `${document.uri} ${String(start)}`),
          );
          const found = library
            .citing(cited)
            .filter(({ document, mention }) => document !== cited && mention.doc !== 'self')
            .map(({ document, mention }) => `${document.uri} ${String(mention.start)}`);
          assert.deepEqual(found.sort(), expected.sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});
