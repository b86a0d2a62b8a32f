import type { SyntaxNode } from '../../syntax/tree.js';
import { indentationOf, lineBreakOf, provisionAt, type Change, type Operation } from './operation.js';

/** 插入条: a new article behind the one at the caret. */
export const insertArticle: Operation = (document, offset) => {
  const article = provisionAt(document, offset, 'article');
  if (!article) return { refused: { zh: '光标不在条文中', en: 'the caret is in no article' } };
  const gap = /^[^\S\r\n]*/.exec(article.tree.text.slice(article.mark.end))?.[0] ?? '';
  return behind(article, lineBreakOf(document), `${indentationOf(article)}第×条${gap === '' ? '　' : gap}`);
};

/** 插入款: a new paragraph behind the one at the caret. */
export const insertParagraph: Operation = (document, offset) => {
  const paragraph = provisionAt(document, offset, 'paragraph');
  if (!paragraph) return { refused: { zh: '光标不在款中', en: 'the caret is in no paragraph' } };
  const [first = paragraph] = paragraph.parent?.children ?? [];
  const other = paragraph.parent?.children.find((child) => child !== first && child.kind === 'paragraph');
  return behind(
    paragraph,
    lineBreakOf(document),
    other ? indentationOf(other) : indentationOf(paragraph.parent ?? paragraph),
  );
};

/** 插入项: a new item behind the one at the caret, or the first of a paragraph that has none. */
export const insertItem: Operation = (document, offset) => {
  const item = provisionAt(document, offset, 'item');
  if (item) return behind(item, lineBreakOf(document), `${indentationOf(item)}（×）`);
  const paragraph = provisionAt(document, offset, 'paragraph');
  if (!paragraph) return { refused: { zh: '光标不在款或者项中', en: 'the caret is in no paragraph or item' } };
  const [first] = paragraph.children;
  if (first && first.kind !== 'item') {
    return { refused: { zh: '这一款所列的不是项', en: 'what this paragraph lists are no items' } };
  }
  // In front of the first of several; its line is the indentation's model.
  const line = `${first ? indentationOf(first) : indentationOf(paragraph.parent ?? paragraph)}（×）`;
  const end = first ? lineStart(first) : paragraph.range.end;
  const lineBreak = lineBreakOf(document);
  const newText = first ? `${line}${lineBreak}` : `${lineBreak}${line}`;
  const caret = first ? end + line.length : end + newText.length;
  return { edits: [{ span: { start: end, end }, newText }], caret };
};

function behind({ range }: SyntaxNode, lineBreak: string, line: string): Change {
  const newText = lineBreak + line;
  return { edits: [{ span: { start: range.end, end: range.end }, newText }], caret: range.end + newText.length };
}

function lineStart(node: SyntaxNode): number {
  return node.range.start - indentationOf(node).length;
}
