import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/src/features/callHierarchy.js';
import { DEFAULT_FORMAT } from '../../server/src/drafting/format/options.js';
import { codeLenses, resolveCodeLens } from '../../server/src/features/codeLens.js';
import { completions } from '../../server/src/features/completion.js';
import { definition } from '../../server/src/features/definition.js';
import { documentHighlights } from '../../server/src/features/documentHighlight.js';
import { documentLinks, resolveDocumentLink } from '../../server/src/features/documentLink.js';
import { documentSymbols } from '../../server/src/features/documentSymbol.js';
import { foldingRanges } from '../../server/src/features/foldingRange.js';
import { formatting } from '../../server/src/features/formatting.js';
import { hover } from '../../server/src/features/hover.js';
import { inlayHints } from '../../server/src/features/inlayHint.js';
import { outline } from '../../server/src/features/outline.js';
import { ON_TYPE_TRIGGERS, onTypeFormatting } from '../../server/src/features/onTypeFormatting.js';
import { references } from '../../server/src/features/references.js';
import { residueActions } from '../../server/src/features/residueActions.js';
import { selectionRanges } from '../../server/src/features/selectionRange.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../server/src/features/typeHierarchy.js';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbol.js';
import { citationsOfProvision, provisionAt } from '../../server/src/library/citedBy.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { laws, type Law } from '../support/laws.js';

/** Asks everything about a document, with the caret at some offsets. */
function askEverything(library: Library, document: RegulationDocument, offsets: readonly number[]): void {
  documentSymbols(document);
  outline(document);
  formatting(document, DEFAULT_FORMAT);
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  residueActions(library, document, [], top, { only: ['source'] }, DEFAULT_FORMAT, 'zh');
  foldingRanges(document);
  semanticTokens(library, document);
  workspaceSymbols(library, '第一条');
  const documentOf = (uri: string): RegulationDocument | undefined => library.document(uri);
  inlayHints(library, document, document.rangeOf({ start: 0, end: document.text.length }), 'all');
  for (const lens of codeLenses(library, document, 'zh', true).slice(0, 3)) {
    resolveCodeLens(library, lens, documentOf, 'zh');
  }
  for (const link of documentLinks(library, document).slice(0, 3)) resolveDocumentLink(library, link, documentOf);
  for (const offset of offsets) {
    const position = document.textDocument.positionAt(offset);
    selectionRanges(library, document, [position]);
    definition(library, document, position, true);
    references(library, document, position, true);
    documentHighlights(library, document, position);
    hover(library, document, position, { locale: 'zh', maxLength: 100 });
    completions(library, document, position, 'zh', true, true);
    for (const typed of ON_TYPE_TRIGGERS) onTypeFormatting(document, position, typed);
    for (const { data } of prepareCallHierarchy(library, document, position)) {
      incomingCalls(library, data, documentOf);
      outgoingCalls(library, data, documentOf);
    }
    for (const { data } of prepareTypeHierarchy(library, document, position, 'zh')) {
      supertypes(library, data, documentOf, 'zh');
      subtypes(library, data, documentOf);
    }
  }
}

/** One law of twenty, and those that are published part by part. */
function someLaws(context: Mocha.Context): Law[] {
  return laws(context).filter(({ name }, index) => index % 20 === 0 || name.startsWith('民法典/'));
}

describe('features', () => {
  const texts: [name: string, text: string][] = [
    ['nothing', ''],
    ['line breaks', '\r\n\r\n\u2028\u0085'],
    ['half a character', '第一条　\ud800。\n第\udc00条　依照第一条。'],
    ['NULs', '第一条\0　甲。\0\n\0第二条　依照第一条\0。'],
    ['open brackets', '《'.repeat(500) + '（以下简称《' + '第一条　'.repeat(100)],
    ['a breakless title', `第一条　根据《某\n市条例》（以下简称《条\n例》）第一条。`],
    ['many headings', '第一章　甲\n第一节　乙\n'.repeat(5000)],
    ['many paragraphs', '甲。\n'.repeat(12_000)],
    ['a long line', `第一条　${'依照第一条、'.repeat(5000)}`],
    ['numbers without end', '第一百百百条　第九千九百九十九条至第一条，第零条。\n第0条　第99999条。'],
  ];
  for (const [name, text] of texts) {
    it(`answer on ${name}`, () => {
      const library = new Library();
      const document = library.setOpen(TextDocument.create('file:///a', 'regulation', 1, text));
      const middle = Math.floor(text.length / 2);
      assert.doesNotThrow(() => askEverything(library, document, [0, 5, middle, text.length]));
    });
  }

  it('agree on real laws: what a citation leads to is cited by that citation', function () {
    this.timeout(60_000);
    const wrong: string[] = [];
    for (const { name, text } of someLaws(this)) {
      const library = new Library();
      const document = library.setOpen(TextDocument.create('file:///a', 'regulation', 1, text));
      for (const mention of library.citationsOf(document).mentions) {
        const resolution = library.resolve(document, mention);
        if (mention.kind !== 'provision' || resolution.state !== 'found') continue;
        for (const { node } of resolution.places) {
          const provision = provisionAt(document, node);
          const places = provision ? citationsOfProvision(library, provision) : [];
          const isCited = places.some(({ span }) => span.start === mention.start && span.end === mention.end);
          if (!isCited) wrong.push(`${name}: ${text.slice(mention.start, mention.end)}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});
