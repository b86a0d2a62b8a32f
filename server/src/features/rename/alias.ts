import { termsOf } from '../../citations/terms/terms.js';
import { readTitle } from '../../citations/titles.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Span } from '../../syntax/tree.js';
import { aliasUsed } from '../subject.js';
import { alreadyDefined, objectionToWords, type RenamingOf } from './renaming.js';

/** The short name of an instrument (以下简称《条例》): where it is given and where it is used, in its own document. */
export const renamingOfAlias: RenamingOf = (library, document, subject) => {
  const alias = subject.kind === 'alias' || subject.kind === 'instrument' ? subject.alias : undefined;
  if (!alias) return undefined;
  return {
    span: inner(document, subject.span),
    name: alias.name,
    objectionTo: (name) => {
      if (readTitle(name) === alias.name) return undefined;
      const { aliases } = library.citationsOf(document);
      // 《条例（一）》 is in its own brackets.
      const objection = objectionToWords(alias.bracketed ? name.replace(/[（(]([^（）()]+)[）)]$/, '$1') : name);
      const isTaken = aliases.some((other) => other.name === name) || termsOf(document.tree).named(name).length > 0;
      return objection ?? (isTaken ? alreadyDefined(name) : undefined);
    },
    edits: (name) => {
      const { mentions, aliases } = library.citationsOf(document);
      const spans = aliases.flatMap((other) =>
        other.name === alias.name && other.title === alias.title ? [other.definition] : [],
      );
      for (const mention of mentions) {
        if (mention.kind !== 'document') continue;
        const used = aliasUsed(document, mention, aliases);
        if (used?.name === alias.name && used.title === alias.title) spans.push(inner(document, mention));
      }
      const distinct = [...new Map(spans.map((span) => [span.start, span])).values()];
      return [
        {
          document,
          edits: distinct.sort((a, b) => a.start - b.start).map((span) => ({ span, newText: name })),
        },
      ];
    },
  };
};

/** A name without the 《》 around it. */
function inner({ text }: RegulationDocument, { start, end }: Span): Span {
  return { start: text[start] === '《' ? start + 1 : start, end: text[end - 1] === '》' ? end - 1 : end };
}
