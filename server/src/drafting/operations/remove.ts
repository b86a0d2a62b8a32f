import type { SyntaxNode } from '../../syntax/tree.js';
import { provisionAt, type Operation } from './operation.js';

/** 删除: the provision at the caret: the item, or the article of which it is the number, or the paragraph. */
export const removeProvision: Operation = (document, offset) => {
  const node = provisionToMove(document, offset);
  if (!node) return { refused: { zh: '光标不在条、款、项中', en: 'the caret is in no article, paragraph or item' } };
  return { edits: [{ span: node.full, newText: '' }], caret: node.offset };
};

/**
 * What is meant at a caret: the subitem or the item; the article, if the caret is in its first line; else the paragraph.
 */
export function provisionToMove(document: Parameters<Operation>[0], offset: number): SyntaxNode | undefined {
  const listed = provisionAt(document, offset, 'item', 'subitem');
  if (listed) return listed;
  const paragraph = provisionAt(document, offset, 'paragraph');
  if (paragraph && paragraph.number !== '1') return paragraph;
  return provisionAt(document, offset, 'article', 'clause') ?? paragraph;
}
