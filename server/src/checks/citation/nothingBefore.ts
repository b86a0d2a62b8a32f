import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';

/** 前款 in the first paragraph of an article. */
export const nothingBefore: Check = {
  code: 'citation/nothing-before',
  rule: 'B08 B10',
  severity: 'error',
  description: {
    zh: '“前款”“前两款”“前条”“前项”之前须有相应的款、条、项。',
    en: '前款, 前两款, 前条 and 前项 need as many paragraphs, articles and items before them.',
  },
  *run({ document, library }): Iterable<Finding> {
    // What an amending decision quotes stands in the amended instrument, where something may stand before it.
    if (isAmending(document.title)) return;
    for (const mention of library.citationsOf(document).mentions) {
      if (!mention.nothingBefore) continue;
      const written = document.characters.slice(mention.start, mention.end).replace(/\s/g, '');
      const [, count = '', unit = ''] = /^[前上](.?)([条款项章节编])/.exec(written) ?? [];
      yield {
        span: { start: mention.start, end: mention.end },
        message: count
          ? {
              zh: `“${written}”之前不足${count}${unit}。`,
              en: `Fewer provisions stand before than “${written}” counts.`,
            }
          : { zh: `“${written}”之前没有${unit}。`, en: `Nothing stands before that “${written}” could mean.` },
      };
    }
  },
};
