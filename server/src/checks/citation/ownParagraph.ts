import type { Check, Finding } from '../check.js';
import { ownArticlesCited } from './singleParagraph.js';

/** 本条第二款 within the second paragraph. */
export const ownParagraph: Check = {
  code: 'citation/own-paragraph',
  rule: 'B09',
  severity: 'error',
  description: { zh: '“本条第×款”不指它所在的款。', en: '本条第…款 does not name the paragraph that it stands in.' },
  *run(context): Iterable<Finding> {
    const { document } = context;
    for (const { mention, article, words } of ownArticlesCited(context)) {
      const match = /^本条第[一二三四五六七八九十]+款/.exec(words);
      if (!match || mention.rangeEnd || mention.targets.length > 1) continue;
      const home = document.homeOf(mention).enclosing('paragraph');
      const [target] = mention.targets;
      if (home?.parent?.green !== article.green || home.number !== String(target?.paragraph)) continue;
      // An item of the same paragraph is cited with the paragraph where others are.
      if (
        target?.item !== undefined ||
        /^(?:至|、|和|或者|以及)/.test(document.characters.slice(mention.end, mention.end + 2))
      )
        continue;
      const span = { start: mention.start, end: mention.start + match[0].length };
      yield {
        span,
        message: {
          zh: `“${match[0]}”就是所在的款。`,
          en: `“${match[0]}” is this very paragraph.`,
        },
        fixes: [{ title: { zh: '改为“本款”', en: 'Change to “本款”' }, edits: [{ span, newText: '本款' }] }],
      };
    }
  },
};
