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
import type { RegulationDocument } from '../../server/src/library/document.js';
import type { Library } from '../../server/src/library/library.js';

/** Asks every feature about a document, with the caret at some offsets; nothing but that it answers is of interest. */
export function askEverything(library: Library, document: RegulationDocument, offsets: readonly number[]): void {
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
