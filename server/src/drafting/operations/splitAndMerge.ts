import type { SyntaxNode } from '../../syntax/tree.js';
import { articlesOf } from '../../syntax/outline.js';
import { instrumentOf } from '../places.js';
import { indentationOf, lineBreakOf, provisionAt, type Operation } from './operation.js';

const WORD = /[\p{L}\p{N}]/u;

/** 拆分: what stands behind the caret becomes an item of its own in a list, else an article of its own. */
export const split: Operation = (document, offset) => {
  const { text } = document;
  const node = provisionAt(document, offset, 'item') ?? provisionAt(document, offset, 'article');
  if (!node) return { refused: { zh: '光标不在条或者项中', en: 'the caret is in no article or item' } };
  const { start, end } = node.range;
  const from = Math.max(offset, node.mark.end);
  const spaceBefore = text.slice(start, from).search(/\s*$/) + start;
  const behind = /^\s*/.exec(text.slice(from, end))?.[0].length ?? 0;
  if (!WORD.test(text.slice(from, end)) || !WORD.test(text.slice(node.mark.end, spaceBefore))) {
    return {
      refused: {
        zh: '请把光标放在要拆出的文字前面：光标前后都要有文字',
        en: 'put the caret in front of what is to be split off: there must be words on both sides',
      },
    };
  }
  const mark = `${indentationOf(node)}${node.kind === 'item' ? '（×）' : `第×条${gapBehind(node)}`}`;
  const newText = lineBreakOf(document) + mark;
  return {
    edits: [{ span: { start: spaceBefore, end: from + behind }, newText }],
    caret: spaceBefore + newText.length,
  };
};

/** 合并: the next article becomes further paragraphs of the one at the caret; the next item goes on with the item. */
export const merge: Operation = (document, offset) => {
  const item = provisionAt(document, offset, 'item');
  const node = item ?? provisionAt(document, offset, 'article');
  if (!node) return { refused: { zh: '光标不在条或者项中', en: 'the caret is in no article or item' } };
  const row = item
    ? (item.parent?.children ?? []).filter(({ kind }) => kind === 'item')
    : articlesOf(instrumentOf(node));
  const next = row[row.indexOf(node) + 1];
  if (!next) return { refused: { zh: '后面没有可以合并的条文', en: 'nothing stands behind it that could be merged' } };
  if (next.parent !== node.parent) {
    return {
      refused: {
        zh: '后一条在另一章或者另一节，不能合并',
        en: 'the next article stands under another heading and cannot be merged',
      },
    };
  }
  const { text } = document;
  if (item) {
    // 甲； and 乙； are 甲；乙；.
    return { edits: [{ span: { start: node.range.end, end: next.body.start }, newText: '' }], caret: node.range.end };
  }
  const mark = { start: next.mark.start, end: next.body.start };
  const isBare = mark.end >= next.range.end;
  const indentation = isBare || /^[^\S\r\n]/.test(text.slice(next.offset)) ? '' : indentationOf(next);
  return {
    edits: [{ span: mark, newText: indentation }],
    caret: next.mark.start,
  };
};

function gapBehind({ tree, mark }: SyntaxNode): string {
  return /^[^\S\r\n]+/.exec(tree.text.slice(mark.end))?.[0] ?? '　';
}
