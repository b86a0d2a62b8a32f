import { formatNumeral } from '../../syntax/numerals.js';
import type { Check, Finding } from '../check.js';
import { ownArticlesCited } from './singleParagraph.js';

/** 第八条第一项 where article 8 has several paragraphs. */
export const paragraphLeftOut: Check = {
  code: 'citation/paragraph-left-out',
  rule: 'B05',
  severity: 'warning',
  description: {
    zh: '有两款以上的条，引用项时写明款。',
    en: 'Of an article with several paragraphs an item is cited with its paragraph.',
  },
  *run(context): Iterable<Finding> {
    for (const { mention, article, words } of ownArticlesCited(context)) {
      const [target] = mention.targets;
      if (!target?.item || mention.targets.length > 1 || article.green.children.length < 2) continue;
      const match =
        /^(第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)第?[（(]?[一二三四五六七八九十]/.exec(words);
      if (!match || words.includes('款')) continue;
      // Where several paragraphs have that item, which one is meant is the drafter's to say.
      const holders = article.children.filter(({ children }) =>
        children.some(({ number }) => number === String(target.item)),
      );
      const [holder] = holders;
      const at = mention.start + (match[1] ?? '').length;
      const written = holder && `第${formatNumeral(Number(holder.number))}款`;
      yield {
        span: { start: mention.start, end: mention.end },
        message: {
          zh: `${article.label.replace(/\s/g, '')}有 ${String(article.green.children.length)} 款，引用项应当写明款。`,
          en: `Article ${article.number} has ${String(article.green.children.length)} paragraphs: the item is cited with its paragraph.`,
        },
        ...(holders.length === 1 &&
          written && {
            fixes: [
              {
                title: { zh: `补上“${written}”`, en: `Add “${written}”` },
                edits: [{ span: { start: at, end: at }, newText: written }],
              },
            ],
          }),
      };
    }
  },
};
