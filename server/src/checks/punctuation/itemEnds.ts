import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { endOf, isQuoting, listsIn, wordsOf } from '../sentences.js';
import type { SyntaxNode } from '../../syntax/tree.js';

/** Items that end in ； and 。 as they like. */
export const itemEnds: LocalRule = {
  code: 'punctuation/item-ends',
  rule: 'S08 S09',
  severity: 'warning',
  description: {
    zh: '各项之间用“；”，末项用“。”；各项都是完整句子的，全部用“。”。',
    en: 'Items end in ；, the last one in 。; items that are all sentences end in 。.',
  },
  trigger: '（[一二三四五六七八九十]|\\([一二三四五六七八九十]|\\n[ \\t\\u3000]*(?:\\d|①)',
  *find({ node, isInAnnex }): Iterable<Finding> {
    if (isInAnnex || node.kind !== 'article') return;
    for (const { holder, items } of listsIn(node)) {
      if (items.length < 2 || holder.kind !== 'paragraph' || isQuoting(wordsOf(holder))) continue;
      yield* mixedEnds(items);
    }
  },
};

function* mixedEnds(items: readonly SyntaxNode[]): Generator<Finding, void, undefined> {
  // An item with subitems ends where these end, and their ends are their own.
  const plain = items.filter(({ green }) => green.children.length === 0);
  const last = items.at(-1);
  const others = plain.filter((item) => item !== last);
  const stops = others.filter((item) => ending(item) === '。');
  const semicolons = others.filter((item) => ending(item) === '；');
  if (semicolons.length > stops.length) {
    for (const item of stops) {
      // Behind several sentences in one item, 。 is the practice.
      if (isSeveralSentences(item)) continue;
      yield wrongEnd(item, '；', { zh: '非末项以“；”收尾。', en: 'An item that is not the last ends in ；.' });
    }
  } else if (stops.length > semicolons.length) {
    for (const item of semicolons) {
      yield wrongEnd(item, '。', { zh: '其他各项以“。”收尾，此项也用“。”。', en: 'The other items end in 。.' });
    }
  }
  if (last && last.green.children.length === 0 && ending(last) === '；') {
    yield wrongEnd(last, '。', { zh: '末项以“。”收尾。', en: 'The last item ends in 。.' });
  }
}

function wrongEnd(item: SyntaxNode, right: string, message: Finding['message']): Finding {
  const span = endOf(item);
  return {
    span,
    message,
    fixes: [{ title: { zh: `改为“${right}”`, en: `Change to “${right}”` }, edits: [{ span, newText: right }] }],
  };
}

function ending(item: SyntaxNode): string {
  const last = wordsOf(item).at(-1) ?? '';
  return last === ';' ? '；' : last;
}

function isSeveralSentences(item: SyntaxNode): boolean {
  return wordsOf(item).slice(0, -1).includes('。');
}
