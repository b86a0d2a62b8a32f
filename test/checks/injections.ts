import { AMENDING } from './injections/amending.js';
import { ANNEXES } from './injections/annexes.js';
import { CITATION } from './injections/citation.js';
import { CONSISTENCIES } from './injections/consistency.js';
import { CONTENTS } from './injections/contents.js';
import { appended, type Injection, type Injections } from './injections/injection.js';
import { NUMBERING } from './injections/numbering.js';
import { PARAGRAPHS } from './injections/paragraphs.js';
import { STRUCTURE } from './injections/structure.js';
import { SUPPRESSION } from './injections/suppression.js';
import { TERMS } from './injections/terms.js';
import { TITLES } from './injections/titles.js';

/** Errors that are made of what stands at a place, by the code of the check that is to find them. */
export const PLACED: Injections = {
  ...NUMBERING,
  ...STRUCTURE,
  ...CITATION,
  ...TERMS,
  ...TITLES,
  ...AMENDING,
  ...CONSISTENCIES,
  ...ANNEXES,
  ...CONTENTS,
  ...SUPPRESSION,
};

const ofParagraphs = Object.entries(PARAGRAPHS).map(([code, paragraph]): [string, Injection] => [
  code,
  (text, article) => appended(text, article, paragraph),
]);

/** An error of every kind. */
export const INJECTIONS: Injections = { ...PLACED, ...Object.fromEntries(ofParagraphs) };
