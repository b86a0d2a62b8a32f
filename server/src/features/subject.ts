import { readTitle } from '../citations/titles.js';
import type { Alias } from '../citations/aliases.js';
import { unitOf } from '../citations/provisions.js';
import type { Mention } from '../citations/resolve.js';
import type { Term } from '../citations/terms/terms.js';
import { aliasAt, mentionAt, type RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { NodeKind } from '../syntax/structure.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { holds, nodeAtCaret } from './positions.js';
import { termAt } from './terms.js';

/** What a caret is on: definition, references, highlights and hover all speak of the same thing. */
export type Subject =
  /** A citation of a provision. */
  | { readonly kind: 'citation'; readonly span: Span; readonly mention: Mention }
  /** A mention of an instrument; `alias` where it is by a short name that this document defines. */
  | { readonly kind: 'instrument'; readonly span: Span; readonly mention: Mention; readonly alias: Alias | undefined }
  /** The short name in its own definition. */
  | { readonly kind: 'alias'; readonly span: Span; readonly alias: Alias }
  /** A term that this document defines, where it is defined or used. */
  | { readonly kind: 'term'; readonly span: Span; readonly term: Term; readonly isDefinition: boolean }
  /** The number of a provision, or the heading of a chapter or an annex. */
  | { readonly kind: 'provision'; readonly span: Span; readonly node: SyntaxNode }
  /** A heading repeated in the table of contents. */
  | { readonly kind: 'entry'; readonly span: Span; readonly node: SyntaxNode }
  /** The title of the document. */
  | { readonly kind: 'title'; readonly span: Span };

/**
 * What the caret is on; undefined in running text.
 *
 * @param offset UTF-16 offset into the text, from 0 to its length
 */
export function subjectAt(library: Library, document: RegulationDocument, offset: number): Subject | undefined {
  const { mentions, aliases } = library.citationsOf(document);
  const mention = mentionAt(mentions, offset);
  if (mention) {
    const span = { start: mention.start, end: mention.end };
    if (mention.kind === 'provision') return { kind: 'citation', span, mention };
    return { kind: 'instrument', span, mention, alias: aliasUsed(document, mention, aliases) };
  }
  const alias = aliasAt(aliases, offset);
  if (alias) return { kind: 'alias', span: alias.definition, alias };
  // Behind a number with no space begins the text: there the words are meant, at the end of a heading the heading is.
  const term = termSubject(library, document, offset);
  return (term && offset < term.span.end ? term : undefined) ?? headAt(document, offset) ?? term;
}

function termSubject(library: Library, document: RegulationDocument, offset: number): TermSubject | undefined {
  // A heading stands for what is below it, and a title for the text, whatever words they have.
  if (HEADS.has(nodeAtCaret(document, offset).kind)) return undefined;
  const found = termAt(library, document, offset);
  return found && { kind: 'term', ...found, isDefinition: found.span.start === found.term.span.start };
}

type TermSubject = Subject & { kind: 'term' };

const HEADS: ReadonlySet<NodeKind> = new Set([
  'title',
  'subtitle',
  'note',
  'entry',
  'part',
  'subpart',
  'chapter',
  'section',
  'annex',
]);

/** The alias that a mention of an instrument is written with, if any. */
export function aliasUsed(
  document: RegulationDocument,
  mention: Mention,
  aliases: readonly Alias[],
): Alias | undefined {
  if (aliases.length === 0) return undefined;
  const name = readTitle(document.characters.slice(mention.start, mention.end).replace(/^《|》$/g, ''));
  return aliases.find((alias) => alias.name === name && alias.title === mention.doc);
}

function headAt(document: RegulationDocument, offset: number): Subject | undefined {
  // The caret may be right behind a number, where the text of the first paragraph begins.
  for (let node: SyntaxNode | undefined = nodeAtCaret(document, offset); node; node = node.parent) {
    const { mark, selectionRange } = node;
    const named = unitOf(node) !== undefined || node.kind === 'annex';
    if (named && node.kind !== 'paragraph' && mark.end > mark.start && holds(selectionRange, offset)) {
      return { kind: 'provision', span: selectionRange, node };
    }
    if (node.kind === 'entry' && holds(node.range, offset)) return { kind: 'entry', span: node.range, node };
    if (node.kind === 'title' && node.parent?.kind === 'document' && holds(node.range, offset)) {
      return { kind: 'title', span: document.titleSpan };
    }
  }
  return undefined;
}
