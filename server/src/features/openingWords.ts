import type { SyntaxNode } from '../syntax/tree.js';
import { opening } from './labels.js';
import { wordsOf } from './provisionText.js';

/** The name that an article has in front of its text: 第三百八十二条　【贪污罪】…. */
const ARTICLE_HEADING = /^\s*[【〔]([^【】〔〕\n]{1,40})[】〕]/;

/**
 * The beginning of the text behind the number of an article or of what is in it.
 *
 * @param length the most UTF-16 units to show
 */
export function openingOf(node: SyntaxNode, length: number): string {
  return opening(wordsOf(node), length);
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
  return node.kind === 'article' ? ARTICLE_HEADING.exec(wordsOf(node))?.[1] : undefined;
}
