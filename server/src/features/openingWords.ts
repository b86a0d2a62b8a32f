import type { SyntaxNode } from '../syntax/tree.js';
import { opening } from './labels.js';
import { linesOf } from './provisionText.js';

/** The name that an article has in front of its text: 第三百八十二条　【贪污罪】…. */
const ARTICLE_HEADING = /^\s*[【〔]([^【】〔〕\n]{1,40})[】〕]/;

/**
 * The beginning of the text behind the number of an article or of what is in it.
 *
 * @param length the most UTF-16 units to show
 */
export function openingOf(node: SyntaxNode, length: number): string {
  const first = firstParagraph(node);
  if (!first) return '';
  const { start, end } = first.body;
  // A paragraph that begins with an item has no words before it: the item's are shown.
  const words = node.tree.text.slice(start, end);
  return opening(words || (linesOf(first)[0] ?? ''), length);
}

/**
 * What a provision is about, as short as can be: its heading, if it has one (chapters have; of articles those that are
 * named in 【】), else the beginning of its text.
 *
 * @param length the most UTF-16 units of text to show
 */
export function subjectOf(node: SyntaxNode, length: number): string {
  if (node.heading !== undefined) return node.heading.replace(/\s+/g, ' ').trim();
  return articleHeading(node) ?? openingOf(node, length);
}

function articleHeading(node: SyntaxNode): string | undefined {
  const { start, end } = (node.kind === 'article' ? firstParagraph(node) : undefined)?.body ?? { start: 0, end: 0 };
  return ARTICLE_HEADING.exec(node.tree.text.slice(start, end))?.[1];
}

function firstParagraph(node: SyntaxNode): SyntaxNode | undefined {
  return node.kind === 'article' || node.kind === 'clause' ? node.children[0] : node;
}
