import { SOURCES } from '../sources.js';
import type { Check } from '../check.js';
import { rewriting } from './rewriting.js';

/** 第14条. */
export const arabic: Check = {
  code: 'numbering/arabic',
  rule: 'S01',
  severity: 'error',
  description: {
    zh: '编、章、节、条的序号用中文数字（立法法第六十五条：“编、章、节、条的序号用中文数字依次表述”）。',
    en: 'Parts, chapters, sections and articles are numbered in Chinese numerals (Legislation Law, article 65).',
  },
  source: SOURCES.numbers,
  run: ({ document }) =>
    rewriting(document, 'arabic', 'subitem', (written, right) => ({
      zh: `序号应当用中文数字：“${written}”写作“${right}”。`,
      en: `Numbers are Chinese numerals: “${written}” is to be written “${right}”.`,
    })),
};
