import type { Check, Finding } from '../check.js';
import { ownArticlesCited } from './singleParagraph.js';

const SELF = /(?:本(?:法|条例|规定|办法|细则|规则|决定))?$/;
const WRITTEN = /^第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/;

/** 本条例第十四条 within article 14. */
export const ownArticle: Check = {
  code: 'citation/own-article',
  rule: 'B07',
  severity: 'warning',
  description: { zh: '引用所在的条写“本条”，不写条号。', en: 'An article names itself 本条, not by its number.' },
  *run(context): Iterable<Finding> {
    const { text } = context.document.tree;
    for (const { mention, article, words } of ownArticlesCited(context)) {
      const { start, end } = article.full;
      if (mention.start < start || mention.start >= end || mention.rangeEnd) continue;
      const written = WRITTEN.exec(words)?.[0];
      // 第五条至第八条 in article 5 is a range that begins here.
      if (!written || /^(?:至|、|和|或者|以及)/.test(text.slice(mention.end, mention.end + 2))) continue;
      const front = SELF.exec(text.slice(Math.max(start, mention.start - 6), mention.start))?.[0] ?? '';
      const span = { start: mention.start - front.length, end: mention.start + written.length };
      if (/[、和与或至]$/.test(text.slice(start, span.start))) continue;
      yield {
        span,
        message: {
          zh: `“${front}${written}”就是所在的条，写作“本条”。`,
          en: `“${front}${written}” is this very article: 本条.`,
        },
        fixes: [{ title: { zh: '改为“本条”', en: 'Change to “本条”' }, edits: [{ span, newText: '本条' }] }],
      };
    }
  },
};
