import type { Span, SyntaxNode } from '../syntax/tree.js';

/** What stands on the line that a node begins with, and is the node's own. */
export interface OwnWords {
  /** The number as it is written (第十四条, （三）, 附件1：); empty where there is none. */
  readonly number: string;
  /** The words behind it: a heading, the first line of a paragraph; empty where they are those of a child. */
  readonly words: Span;
}

/** Space, and the marks of strong words in Markdown. */
const LAYOUT = /[\s*\u200b\u0085]+/g;

/**
 * The number and the words that belong to a node and none of its children. Taken of all nodes they are the words of a
 * text: what is left is white space, and Markdown's marks and comments.
 */
export function ownWords(node: SyntaxNode): OwnWords {
  const { mark, body, green } = node;
  const hasWords = green.bodyEnd <= green.headWidth;
  const { text } = node.tree;
  const between = green.headWidth > 0 ? text.slice(mark.end, Math.max(mark.end, body.start)) : '';
  return {
    number: mark.end > mark.start && green.headWidth > 0 ? node.label.trim() + between.replace(LAYOUT, '') : '',
    words: hasWords ? body : { start: body.start, end: body.start },
  };
}
