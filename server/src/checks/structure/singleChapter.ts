import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';
import { divisionOf } from './chapters.js';

/** A text with one chapter, a chapter with one section. */
export const singleChapter: Check = {
  code: 'structure/single-chapter',
  rule: 'S13',
  severity: 'hint',
  description: {
    zh: '全文不止一章，一章不止一节；只有一章一节的不必分。',
    en: 'A text has more than one chapter, a chapter more than one section.',
  },
  *run({ document: { tree, title, subtitle } }): Iterable<Finding> {
    if (isAmending(title) || subtitle !== undefined) return;
    const { parts, chapters, sections } = divisionOf(tree);
    const [only] = chapters;
    if (only && chapters.length === 1 && parts.length === 0) {
      yield { span: only.selectionRange, message: { zh: '全文只有这一章。', en: 'This is the only chapter.' } };
    }
    for (const section of sections) {
      const siblings = section.parent?.children.filter(({ kind }) => kind === 'section') ?? [];
      if (siblings.length !== 1 || section.parent?.kind !== 'chapter') continue;
      yield {
        span: section.selectionRange,
        message: { zh: '本章只有这一节。', en: 'This is the only section of its chapter.' },
      };
    }
  },
};
