import { overlap, termsOf } from '../../citations/terms/terms.js';
import { knownTerm } from '../terms.js';
import { alreadyDefined, objectionToWords, type RenamingOf } from './renaming.js';

/** A term: its definitions and all its uses where it holds, headings and their table included. */
export const renamingOfTerm: RenamingOf = (library, document, subject) => {
  if (subject.kind !== 'term') return undefined;
  const { term, span } = subject;
  return {
    span,
    name: term.name,
    objectionTo: (name) => {
      if (name === term.name) return undefined;
      const { aliases } = library.citationsOf(document);
      const isTaken =
        aliases.some((alias) => alias.name === name) ||
        termsOf(document.tree)
          .named(name)
          .some((other) => overlap(other, term));
      return objectionToWords(name) ?? (isTaken ? alreadyDefined(name) : undefined);
    },
    edits: (name) => {
      const { definitions, uses } = knownTerm(library, document, term);
      const spans = [...definitions.map((each) => each.span), ...uses].sort((a, b) => a.start - b.start);
      return [{ document, edits: spans.map((each) => ({ span: each, newText: name })) }];
    },
  };
};
