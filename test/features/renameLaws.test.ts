import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { termsOf } from '../../server/src/citations/terms/terms.js';
import { rename } from '../../server/src/features/rename.js';
import { Library } from '../../server/src/library/library.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';

const URI = 'file:///law.txt';

/** Words that no law has. */
const NEW_NAME = '甲乙丙丁戊';

/** The text after the rename of what stands at an offset. */
function renamed(text: string, offset: number, name: string): string {
  const library = new Library();
  const document = library.setOpen(TextDocument.create(URI, 'regulation', 1, text));
  const { changes } = rename(library, document, document.textDocument.positionAt(offset), name, {
    locale: 'zh',
    takesDocumentChanges: false,
    takesChangeAnnotations: false,
    isEditable: () => false,
  });
  return TextDocument.applyEdits(document.textDocument, changes?.[URI] ?? []);
}

describe('rename of the terms of real laws', function () {
  this.timeout(240_000);

  it('is undone by the rename back', function () {
    let count = 0;
    const failed: string[] = [];
    laws(this).forEach(({ name, text }, index) => {
      if (index % 16 !== 0) return;
      const seen = new Set<string>();
      const terms = termsOf(SyntaxTree.parse(text));
      for (const term of terms.all) {
        // A name with brackets in it can be renamed, but not given anew.
        if (seen.has(term.name) || /[^\p{L}\p{N}、]/u.test(term.name)) continue;
        seen.add(term.name);
        // One that means something else in another chapter would be the same word there.
        if (terms.definitionsOf(term).length < terms.named(term.name).length) continue;
        count++;
        const after = renamed(text, term.span.start, NEW_NAME);
        const [again] = termsOf(SyntaxTree.parse(after)).named(NEW_NAME);
        if (!again || renamed(after, again.span.start, term.name) !== text) failed.push(`${name}: ${term.name}`);
      }
    });
    console.log(`      ${String(count)} terms renamed and renamed back`);
    assert.deepEqual(failed, []);
  });
});
