import { hasSameScope, termsOf, type Term } from '../../citations/terms/terms.js';
import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';

/** One name that is given two meanings, or to two things, in one scope. What 包括 adds to a meaning is no second one. */
export const definedTwice: Check = {
  code: 'terms/defined-twice',
  severity: 'warning',
  description: {
    zh: '同一用语、同一简称在同一适用范围内只定义一次。',
    en: 'A term or short name is defined once where it holds.',
  },
  *run({ document }): Iterable<Finding> {
    // An amending decision quotes several provisions, of several instruments.
    if (isAmending(document.title)) return;
    const { all } = termsOf(document.tree);
    const first = new Map<string, Term[]>();
    for (const term of all) {
      if (term.isPartial || !term.isFormal) continue;
      const same = first.get(term.name);
      const earlier = same?.find((other) => other.kind === term.kind && hasSameScope(other, term));
      if (earlier) yield findingOf(term, earlier, document.uri);
      else if (same) same.push(term);
      else first.set(term.name, [term]);
    }
  },
};

function findingOf({ kind, name, span }: Term, earlier: Term, uri: string): Finding {
  return {
    span,
    message:
      kind === 'short'
        ? { zh: `简称“${name}”重复写明。`, en: `The short name “${name}” is given twice.` }
        : { zh: `用语“${name}”重复定义。`, en: `The term “${name}” is defined twice.` },
    related: [{ uri, span: earlier.span, message: { zh: '前一处定义', en: 'It is defined here before.' } }],
  };
}
