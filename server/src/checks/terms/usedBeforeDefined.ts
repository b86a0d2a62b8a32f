import { termsOf, type Term } from '../../citations/terms/terms.js';
import type { Characters } from '../../syntax/characters.js';
import type { Span } from '../../syntax/tree.js';
import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';

/**
 * A short name that stands in a provision before it is given. Certain only where it was made up: a short name that is among
 * the words of what it is short for (现金和现金等价物，以下简称现金) may be meant as the words say. A list of terms may stand
 * at the end.
 */
export const usedBeforeDefined: Check = {
  code: 'terms/used-before-defined',
  severity: 'hint',
  rule: 'B18',
  description: {
    zh: '简称在首次出现处写明，此后使用。',
    en: 'A short name is given where it first appears, and used from there on.',
  },
  *run({ document }): Iterable<Finding> {
    if (isAmending(document.title)) return;
    const terms = termsOf(document.tree);
    for (const term of terms.all) {
      if (!term.isCoined) continue;
      for (const use of terms.usesBefore(term)) {
        if (!isInLongerName(document.characters, use)) yield findingOf(use, term, document.uri);
      }
    }
  },
};

/** 国务院出版行政主管部门 and 重点排污单位 are names of their own, whatever the text calls 出版行政主管部门 later. */
function isInLongerName(text: Characters, { start }: Span): boolean {
  return /(?:国务院|重点|[省市县区])$/.test(text.slice(Math.max(0, start - 3), start));
}

function findingOf(use: Span, { name, span }: Term, uri: string): Finding {
  return {
    span: use,
    message: {
      zh: `简称“${name}”在写明之前使用。`,
      en: `The short name “${name}” is used before it is given.`,
    },
    related: [{ uri, span, message: { zh: '在此写明', en: 'It is given here.' } }],
  };
}
