import type { Mention } from '../citations/resolve.js';
import { termsOf, type Term, type TermUse } from '../citations/terms/terms.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span } from '../syntax/tree.js';

/** A term with everything that is said of it and everywhere it is used, in text order. */
export interface KnownTerm {
  readonly definitions: readonly Term[];
  readonly uses: readonly Span[];
}

/** The term that is defined or used at an offset; undefined where the words belong to the name of an instrument. */
export function termAt(library: Library, document: RegulationDocument, offset: number): TermUse | undefined {
  const found = termsOf(document.tree).at(offset);
  if (!found || found.isDefinition) return found;
  const { mentions } = library.citationsOf(document);
  return withoutNames([found.span], mentions).length > 0 ? found : undefined;
}

/** All that a document says of a term and where it uses it. */
export function knownTerm(library: Library, document: RegulationDocument, term: Term): KnownTerm {
  const terms = termsOf(document.tree);
  const definitions = terms.definitionsOf(term);
  return { definitions, uses: withoutNames(terms.usesOfAll(definitions), library.citationsOf(document).mentions) };
}

/** Of the definitions of a term the one that says what it means; else the first. */
export function mainDefinition(document: RegulationDocument, term: Term): Term {
  const definitions = termsOf(document.tree).definitionsOf(term);
  return definitions.find(({ kind, isPartial }) => kind === 'meaning' && !isPartial) ?? definitions[0] ?? term;
}

/** Without the places that are part of an instrument's name (道路 in 道路交通安全法). Both are in text order. */
function withoutNames(spans: readonly Span[], mentions: readonly Mention[]): Span[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= start) next++;
    for (let index = next; index < mentions.length; index++) {
      const mention = mentions[index];
      if (!mention || mention.start >= end) return true;
      if (mention.kind === 'document' && mention.end > start) return false;
    }
    return true;
  });
}
