import { CITATION_WORDS } from './citation/citationWords.js';
import { NUMERAL_WORDS } from './numerals/words.js';
import { MARKS } from './punctuation/marks.js';
import { FORMS } from './wording/forms.js';
import { MODALS } from './wording/modals.js';
import { PHRASES } from './wording/phrases.js';
import type { WordRule } from './wordRule.js';

/** Every rule that words alone decide on. */
export const WORD_RULES: readonly WordRule[] = [
  ...MODALS,
  ...FORMS,
  ...PHRASES,
  ...NUMERAL_WORDS,
  ...MARKS,
  ...CITATION_WORDS,
];
