import { formatNumeral } from '../../../server/src/syntax/numerals.js';
import type { SyntaxNode } from '../../../server/src/syntax/tree.js';
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
  'numbering/gap of chapters': (text, article) => {
    const [, chapter, next] = chaptersAround(article);
    if (!chapter || !next) return undefined;
    const { start } = chapter.full;
    const end = chapter.children[0]?.full.start ?? start;
    return {
      text: replaced(text, start, end, '').text,
      at: { start: next.mark.start - (end - start), end: next.mark.end - (end - start) },
    };
  },
  'numbering/duplicate of chapters': (text, article) => {
    const [before, chapter, next] = chaptersAround(article);
    return before && chapter && next && replaced(text, chapter.mark.start, chapter.mark.end, before.label);
  },
  'numbering/order of chapters': (text, article) => {
    const [before, chapter, next] = chaptersAround(article);
    return before && chapter && next && replaced(text, chapter.mark.start, chapter.mark.end, '第九十章');
  },
  'numbering/arabic of chapters': (text, article) => {
    const [, chapter] = chaptersAround(article);
    return chapter && replaced(text, chapter.mark.start, chapter.mark.end, `第${chapter.number}章`);
  },
  'numbering/malformed of chapters': (text, article) => {
    const [, chapter] = chaptersAround(article);
    return chapter && replaced(text, chapter.mark.start, chapter.mark.end, '第十百章');
  },
  'numbering/gap of items': (text, article) => {
    const [before, item, next] = itemsOf(article);
    if (!before || !item || !next) return undefined;
    const { start, end } = item.full;
    return {
      text: replaced(text, start, end, '').text,
      at: { start: next.mark.start - (end - start), end: next.mark.end - (end - start) },
    };
  },
  'numbering/duplicate of items': (text, article) => {
    const [before, item, next] = itemsOf(article);
    return before && item && next && replaced(text, item.mark.start, item.mark.end, before.label);
  },
  'numbering/order of items': (text, article) => {
    const [before, item, next] = itemsOf(article);
    return before && item && next && replaced(text, item.mark.start, item.mark.end, '（九十）');
  },
  'numbering/malformed of items': (text, article) => {
    const [before, item] = itemsOf(article);
    return before && item && replaced(text, item.mark.start, item.mark.end, '（十百）');
  },
};

/** The chapter of an article with those before and behind it. */
function chaptersAround(article: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const chapter = article.enclosing('chapter');
  const all = chapter?.parent?.children.filter(({ kind }) => kind === 'chapter') ?? [];
  const at = chapter ? all.findIndex(({ full }) => full.start === chapter.full.start) : -1;
  return at > 0 && all.length > 3 && all.every(({ number }, index) => number === String(index + 1))
    ? [all[at - 1], all[at], all[at + 1]]
    : [];
}

/** The second, third and fourth of a list of an article, all with their marks. */
function itemsOf(article: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const items = article.children.find(({ children }) => children.length > 3)?.children ?? [];
  return items.every(
    ({ kind, number, mark }, index) => kind === 'item' && number === String(index + 1) && mark.end > mark.start,
  )
    ? items.slice(1, 4)
    : [];
}
