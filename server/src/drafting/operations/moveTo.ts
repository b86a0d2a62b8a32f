import type { RegulationDocument } from '../../library/document.js';
import { articlesOf } from '../../syntax/outline.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { instrumentOf } from '../places.js';
import { lineBreakOf, provisionAt, type Change, type Refusal } from './operation.js';

/**
 * Moves an article to where another one is: in front of one that stands before it, behind one that stands after it, so
 * that it gets that one's number. Onto a chapter or section, it becomes its last article.
 *
 * @param offset in the article
 * @param target in the other article, or in the heading of the chapter
 */
export function moveTo(document: RegulationDocument, offset: number, target: number): Change | Refusal {
  const article = provisionAt(document, offset, 'article');
  const other = articleToReplace(document, target);
  if (!article || !other) {
    return {
      refused: { zh: '只能把条移动到另一条或者有条文的章、节', en: 'articles move to articles and chapters only' },
    };
  }
  if (instrumentOf(article) !== instrumentOf(other.article)) {
    return { refused: { zh: '不能在正文与附件之间移动', en: 'articles do not move between a text and its annex' } };
  }
  if (article === other.article) return { refused: { zh: '已在该处', en: 'it is there already' } };
  const row = articlesOf(instrumentOf(article));
  const goesBehind = other.isLast || row.indexOf(article) < row.indexOf(other.article);
  const taken = spanOf(article);
  const words = article.tree.text.slice(article.offset, article.range.end);
  const indentation = article.range.start - article.offset;
  const between = betweenArticles(document, goesBehind ? other.article : article);
  const at = goesBehind ? other.article.range.end : other.article.offset;
  const shift = at >= taken.end ? taken.start - taken.end : 0;
  const start = at + shift + (goesBehind ? between.length : 0) + indentation;
  return {
    edits: [
      { span: taken, newText: '' },
      { span: { start: at, end: at }, newText: goesBehind ? between + words : words + between },
    ],
    caret: start,
    moved: [{ before: article.range.start, after: start, length: words.length - indentation }],
  };
}

/** The article at a place, or the last one of the chapter whose heading is there. */
function articleToReplace(
  document: RegulationDocument,
  offset: number,
): { readonly article: SyntaxNode; readonly isLast: boolean } | undefined {
  const article = provisionAt(document, offset, 'article');
  if (article) return { article, isLast: false };
  const container = document.tree.nodeAt(offset).enclosing('chapter', 'section', 'subpart', 'part');
  const last = container && articlesOf(container).at(-1);
  return last && { article: last, isLast: true };
}

/** What goes with an article when it is taken away: its lines, and what separates it from one of its neighbours. */
function spanOf(article: SyntaxNode): { start: number; end: number } {
  const siblings = article.parent?.children ?? [];
  const previous = siblings[article.index - 1];
  const isLast = siblings[article.index + 1] === undefined;
  if (isLast && previous?.kind === 'article') return { start: previous.range.end, end: article.range.end };
  return { start: article.offset, end: article.full.end };
}

/** The line breaks that stand between articles. */
function betweenArticles(document: RegulationDocument, article: SyntaxNode): string {
  const siblings = article.parent?.children ?? [];
  const before = siblings[article.index + 1] ? article : siblings[article.index - 1];
  const breaks = before?.kind === 'article' ? document.text.slice(before.range.end, before.full.end) : '';
  return /[\r\n]/.test(breaks) ? breaks : lineBreakOf(document);
}
