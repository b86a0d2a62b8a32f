import type { Check } from '../check.js';
import { rewriting } from './rewriting.js';

/** 第一百〇一条, 第一十二条. */
export const nonCanonical: Check = {
  code: 'numbering/non-canonical',
  rule: 'S03',
  severity: 'error',
  description: {
    zh: '序号用规范的中文数字：十二（不作“一十二”）、一百零一（不作“一百〇一”）、一百一十（不作“一百十”）。',
    en: 'Numbers are written in the canonical form: 十二, not 一十二; 一百零一, not 一百〇一; 一百一十, not 一百十.',
  },
  run: ({ document }) =>
    rewriting(document, 'non-canonical', undefined, (written, right) => ({
      zh: `序号“${written}”应当写作“${right}”。`,
      en: `The numeral “${written}” is to be written “${right}”.`,
    })),
};
