import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver';
import { titleKey } from '../citations/titles.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span } from '../syntax/tree.js';
import { findReferences } from './references.js';
import { subjectAt, type Subject } from './subject.js';

/**
 * Everything in the document that speaks of what the caret is on: the citations of a provision and its number, the
 * mentions of an instrument under all its names and where a short name is given to it, the uses of a term. Empty in running text, so that
 * an editor falls back on equal words.
 */
export function documentHighlights(
  library: Library,
  document: RegulationDocument,
  position: Position,
): DocumentHighlight[] {
  const subject = subjectAt(library, document, document.offsetAt(position));
  if (!subject) return [];
  const { declarations, references } = findReferences(library, document, subject, document);
  const declared = declarations.filter((place) => place.document.uri === document.uri).map(({ span }) => span);
  const written = [...declared, ...aliasDefinitions(library, document, subject)];
  return [
    ...written.map((span) => highlight(document, span, DocumentHighlightKind.Write)),
    ...references.map(({ span }) => highlight(document, span, DocumentHighlightKind.Read)),
  ].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** Where the document gives short names to the instrument. */
function aliasDefinitions(library: Library, document: RegulationDocument, subject: Subject): Span[] {
  if (subject.kind !== 'instrument') return [];
  const key = titleKey(subject.mention.doc);
  const { aliases } = library.citationsOf(document);
  return aliases.filter(({ title }) => titleKey(title) === key).map(({ definition }) => definition);
}

function highlight(document: RegulationDocument, span: Span, kind: DocumentHighlightKind): DocumentHighlight {
  return { range: document.rangeOf(span), kind };
}
