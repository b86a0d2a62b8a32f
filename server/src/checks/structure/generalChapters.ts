import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';
import { SOURCES } from '../sources.js';
import { divisionOf } from './chapters.js';

/** A first chapter that is not 总则, a last one that is not 附则. */
export const generalChapters: Check = {
  code: 'structure/general-chapters',
  rule: 'S12 S20',
  severity: 'hint',
  description: { zh: '分章的，首章为“总则”，末章为“附则”。', en: 'The first chapter is 总则, the last one 附则.' },
  source: SOURCES.appendedChapter,
  *run({ document: { tree, title, subtitle } }): Iterable<Finding> {
    const { parts, chapters } = divisionOf(tree);
    const [first] = chapters;
    const last = chapters.at(-1);
    // Two chapters are the beginning of a draft. A text in parts has its 附则 among these, or none of its own.
    if (parts.length > 0 || !first || !last || chapters.length < 3 || isAmending(title) || subtitle !== undefined)
      return;
    if (first.number === '1' && first.heading !== '总则') {
      yield {
        span: first.selectionRange,
        message: { zh: '首章通常为“总则”。', en: 'The first chapter is usually 总则.' },
      };
    }
    const appended = chapters.find(({ heading }) => heading === '附则');
    if (last.heading === '附则') return;
    yield {
      span: (appended ?? last).selectionRange,
      message: appended
        ? { zh: '“附则”应当是最后一章。', en: '附则 is to be the last chapter.' }
        : { zh: '末章通常为“附则”。', en: 'The last chapter is usually 附则.' },
    };
  },
};
