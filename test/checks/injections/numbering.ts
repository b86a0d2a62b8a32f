import { formatNumeral } from '../../../server/src/syntax/numerals.js';
import { replaced, type Injections } from './injection.js';

/** Wrong numbers. */
export const NUMBERING: Injections = {
  'numbering/gap': (text, article, { provisions: { articles } }) => {
    if (article === articles[0] || article === articles.at(-1)) return undefined;
    const next = articles[articles.indexOf(article) + 1];
    if (!next) return undefined;
    const { start, end } = article.full;
    const at = { start: next.mark.start - (end - start), end: next.mark.end - (end - start) };
    return { text: replaced(text, start, end, '').text, at };
  },
  'numbering/duplicate': (text, article) =>
    replaced(text, article.full.end, article.full.end, `\n${article.label}　供水单位负责供水。\n`),
  'numbering/order': (text, article, { provisions: { articles } }) => {
    const greatest = Math.max(...articles.map(({ number }) => Number(number) || 0));
    return article === articles[0] || article === articles.at(-1)
      ? undefined
      : replaced(text, article.mark.start, article.mark.end, `第${formatNumeral(greatest + 10)}条`);
  },
  'numbering/malformed': (text, article) => replaced(text, article.mark.start, article.mark.end, '第十百条'),
  'numbering/non-canonical': (text, article) =>
    Number(article.number) > 10 && Number(article.number) < 20
      ? replaced(text, article.mark.start, article.mark.end, article.label.replace('十', '一十'))
      : undefined,
  'numbering/arabic': (text, article) => replaced(text, article.mark.start, article.mark.end, `第${article.number}条`),
  'numbering/first-item': (text, article) => {
    const items = article.children.find(({ children }) => children.length > 2)?.children ?? [];
    const [first, second] = items;
    if (
      first?.kind !== 'item' ||
      !second ||
      first.mark.end === first.mark.start ||
      second.mark.end === second.mark.start
    )
      return undefined;
    const { start, end } = first.full;
    const { mark } = second;
    return {
      text: replaced(text, start, end, '').text,
      at: { start: mark.start - (end - start), end: mark.end - (end - start) },
    };
  },
};
