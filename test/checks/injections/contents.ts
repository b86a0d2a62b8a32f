import { formatNumeral } from '../../../server/src/syntax/numerals.js';
import type { Injections } from './injection.js';

/** Chapters without a table of them. */
export const CONTENTS: Injections = {
  'toc/missing': (text, _article, { title, tree, provisions: { articles } }) => {
    const last = articles.at(-1);
    const [first] = articles;
    const line = tree.root.children.findLast(({ kind }) => kind === 'title')?.range;
    const isPlain = line && title && articles.every(({ parent }) => parent === tree.root);
    if (!isPlain || !first || !last || !/施行/.test(last.text)) return undefined;
    const divided = [first, articles[Math.floor(articles.length / 2)], last].reduceRight(
      (body, article, index) =>
        article
          ? `${body.slice(0, article.offset)}第${formatNumeral(index + 1)}章　某章\n${body.slice(article.offset)}`
          : body,
      text,
    );
    // A draft has no note of its adoption.
    const front = `${text.slice(line.start, line.end)}\n`;
    const body = divided.slice(first.offset);
    return { text: front + body, at: { start: front.length, end: front.length + body.indexOf('\n') } };
  },
};
