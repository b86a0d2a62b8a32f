import {
  SemanticTokensBuilder,
  type Range,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { isAmending } from '../checks/amending.js';
import { danglingProvision } from '../checks/citation/dangling.js';
import type { Mention } from '../citations/resolve.js';
import { termsOf } from '../citations/terms/terms.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span } from '../syntax/tree.js';
import { aliasUsed } from './subject.js';

const TYPES = ['citation', 'instrument', 'alias', 'term'] as const;
/** `external`: the text cited is not in the library, so nothing can be said of it. */
const MODIFIERS = ['dangling', 'external', 'definition'] as const;

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: [...MODIFIERS],
};

interface Token {
  readonly span: Span;
  readonly type: (typeof TYPES)[number];
  readonly modifier: (typeof MODIFIERS)[number] | undefined;
}

/**
 * Citations, mentions of instruments, short names and terms, with what is known of where they lead.
 *
 * @param range the part of the document to look at; all of it when left out
 */
export function semanticTokens(library: Library, document: RegulationDocument, range?: Range): SemanticTokens {
  const limits = range
    ? { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
    : { start: 0, end: document.characters.length };
  const builder = new SemanticTokensBuilder();
  let last = 0;
  for (const token of tokensOf(library, document, limits)) {
    // Tokens must not overlap.
    if (token.span.start < last) continue;
    last = token.span.end;
    push(builder, document, token);
  }
  return builder.build();
}

/** The tokens that touch a stretch of the text, in text order. */
function tokensOf(library: Library, document: RegulationDocument, limits: Span): Token[] {
  const { mentions, aliases } = library.citationsOf(document);
  const isInside = ({ start, end }: Span): boolean => end > limits.start && start < limits.end;
  const tokens: Token[] = [];
  for (const { definition } of aliases) {
    if (isInside(definition)) tokens.push({ span: definition, type: 'alias', modifier: 'definition' });
  }
  for (const mention of mentions) {
    if (!isInside(mention)) continue;
    if (mention.kind === 'document' && aliasUsed(document, mention, aliases)) {
      tokens.push({ span: mention, type: 'alias', modifier: undefined });
      continue;
    }
    const type = mention.kind === 'document' ? 'instrument' : 'citation';
    tokens.push({ span: mention, type, modifier: modifierOf(library, document, mention) });
  }
  // Of what begins at one place the citation comes first, and takes the place of the words that are terms by themselves.
  const terms = termsOf(document.tree);
  for (const { span } of terms.all) if (isInside(span)) tokens.push({ span, type: 'term', modifier: 'definition' });
  for (const { span } of terms.usesIn(limits)) tokens.push({ span, type: 'term', modifier: undefined });
  return tokens.sort((a, b) => a.span.start - b.span.start);
}

/** A citation is dangling exactly where a check reports it: what can't be judged is no mistake by that. */
function modifierOf(library: Library, document: RegulationDocument, mention: Mention): Token['modifier'] {
  switch (library.resolve(document, mention).state) {
    case 'found':
    case 'unknown':
      return undefined;
    case 'missing-document':
      return 'external';
    case 'nothing-before':
      return isAmending(document.title) ? undefined : 'dangling';
    case 'missing-provision':
      return danglingProvision({ document, library }, mention) && 'dangling';
  }
}

/** Adds a token; one that a line break runs through is several, since many editors take no other. */
function push(builder: SemanticTokensBuilder, document: RegulationDocument, { span, type, modifier }: Token): void {
  const modifiers = modifier === undefined ? 0 : 1 << MODIFIERS.indexOf(modifier);
  const start = document.textDocument.positionAt(span.start);
  if (!/[\r\n]/.test(document.characters.slice(span.start, span.end))) {
    builder.push(start.line, start.character, span.end - span.start, TYPES.indexOf(type), modifiers);
    return;
  }
  const end = document.textDocument.positionAt(span.end);
  for (let line = start.line; line <= end.line; line++) {
    const from = line === start.line ? start.character : 0;
    const to = line === end.line ? end.character : lengthOfLine(document, line);
    if (to > from) builder.push(line, from, to - from, TYPES.indexOf(type), modifiers);
  }
}

function lengthOfLine({ textDocument }: RegulationDocument, line: number): number {
  const text = textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/[\r\n]+$/, '').length;
}
