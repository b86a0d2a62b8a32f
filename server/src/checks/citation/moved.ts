import type { Check, Finding } from '../check.js';

/**
 * 第十条, after an article was put in front of the tenth one, which is now the eleventh. It speaks only of texts that are
 * being written: no text by itself tells what its citations once meant.
 */
export const moved: Check = {
  code: 'citation/moved',
  severity: 'information',
  passes: true,
  description: {
    zh: '条、款、项增删、移动后，对它们的引用随之改变。',
    en: 'Citations follow when provisions are inserted, deleted or moved.',
  },
  *run({ document, moved }): Iterable<Finding> {
    for (const { span, now } of moved?.() ?? []) {
      const written = document.characters.slice(span.start, span.end).replace(/\s/g, '');
      yield {
        span,
        message: now
          ? { zh: `“${written}”所指的条文现为${now.zh}。`, en: `What “${written}” was written for is now ${now.en}.` }
          : { zh: `“${written}”所指的条文已删除。`, en: `What “${written}” was written for is deleted.` },
      };
    }
  },
};
