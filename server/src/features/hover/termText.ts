import type { Term } from '../../citations/terms/terms.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { Span } from '../../syntax/tree.js';
import { escapeMarkdown } from '../escapeMarkdown.js';
import { knownTerm, mainDefinition } from '../terms.js';
import { excerpt } from './excerpt.js';
import { linkTo, placeLabel } from './links.js';
import type { HoverText } from './text.js';

/**
 * What a term means: the sentence of its definition, with a link to the article that it stands in; on the definition how
 * often the text uses it.
 *
 * @param maxLength longest text of law to show, in UTF-16 units
 */
export function termText(
  library: Library,
  document: RegulationDocument,
  { term, span }: { readonly term: Term; readonly span: Span },
  text: HoverText,
  maxLength: number,
): string[] {
  const name = `**${escapeMarkdown(term.name)}**`;
  if (span.start === term.span.start) {
    return [text.termUses(name, knownTerm(library, document, term).uses.length)];
  }
  const definition = mainDefinition(document, term);
  const where = linkTo(document, definition.span, placeLabel(document, definition.span.start, text));
  const sentence =
    definition.kind === 'short' ? sentenceAround(document.text, definition.definition) : definition.definition;
  const lines = document.characters.slice(sentence.start, sentence.end).split(/\s*[\r\n]+\s*/);
  return [text.term(name, where, definition.kind), ...excerpt(lines, maxLength, text)];
}

/** The sentence that a short name is given in: what it is short for stands in front of it. */
function sentenceAround(text: string, { start, end }: Span): Span {
  const line = text.slice(0, start).search(/[^。；\r\n]*$/);
  const behind = /[。；\r\n]/.exec(text.slice(end));
  const stop = behind ? end + behind.index + (/[。；]/.test(behind[0]) ? 1 : 0) : text.length;
  const from = line < 0 ? start : line;
  return { start: from + (/^\s*/.exec(text.slice(from, start))?.[0].length ?? 0), end: stop };
}
