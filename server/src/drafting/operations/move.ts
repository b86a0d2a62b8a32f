import type { RegulationDocument } from '../../library/document.js';
import { articlesOf } from '../../syntax/outline.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { instrumentOf } from '../places.js';
import { type Change, type Operation, type Refusal } from './operation.js';
import { provisionToMove } from './remove.js';

/** 上移: changes places with the provision in front. */
export const moveUp: Operation = (document, offset) => move(document, offset, -1);

/** 下移: changes places with the next provision. */
export const moveDown: Operation = (document, offset) => move(document, offset, 1);

function move(document: RegulationDocument, offset: number, direction: -1 | 1): Change | Refusal {
  const node = provisionToMove(document, offset);
  if (!node) return { refused: { zh: '光标不在条、款、项中', en: 'the caret is in no article, paragraph or item' } };
  const row = node.kind === 'article' ? articlesOf(instrumentOf(node)) : siblingsOf(node);
  const other = row[row.indexOf(node) + direction];
  if (!other) {
    return direction < 0
      ? { refused: { zh: '前面没有同级的条文', en: 'nothing of its kind stands in front of it' } }
      : { refused: { zh: '后面没有同级的条文', en: 'nothing of its kind stands behind it' } };
  }
  const [first, second] = direction < 0 ? [other, node] : [node, other];
  if (first.kind === 'paragraph' && first.number === '1') {
    return {
      refused: {
        zh: '第一款与条的序号在同一行，不能移动',
        en: 'the first paragraph stands behind the number of its article',
      },
    };
  }
  const [upper, lower] = [wordsOf(first), wordsOf(second)];
  const isList = first.kind === 'item' || first.kind === 'subitem';
  const [newUpper, newLower] = isList ? [endingLike(lower, upper), endingLike(upper, lower)] : [lower, upper];
  const grown = newUpper.length - upper.length;
  const lowerStart = second.range.start + grown;
  const start = direction < 0 ? first.range.start : lowerStart;
  const inside = Math.min(Math.max(0, offset - node.range.start), wordsOf(node).length);
  return {
    edits: [
      { span: first.range, newText: newUpper },
      { span: second.range, newText: newLower },
    ],
    caret: start + inside,
    // But for the punctuation, which may have changed.
    moved: [
      { before: first.range.start, after: lowerStart, length: upper.length - 1 },
      { before: second.range.start, after: first.range.start, length: lower.length - 1 },
    ],
  };
}

function siblingsOf(node: SyntaxNode): SyntaxNode[] {
  return (node.parent?.children ?? []).filter(({ kind }) => kind === node.kind);
}

function wordsOf({ tree, range }: SyntaxNode): string {
  return tree.text.slice(range.start, range.end);
}

/** The punctuation at the end belongs to the place in a list: ； but for the last, which has 。 */
function endingLike(words: string, other: string): string {
  const ending = /[；。]$/.exec(other)?.[0];
  return ending === undefined ? words : words.replace(/[；。]$/, ending);
}
