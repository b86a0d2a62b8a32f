import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { isQuoting, listsIn, wordsOf } from '../sentences.js';

/** A list with （一） and nothing behind it. */
export const singleItem: LocalRule = {
  code: 'structure/single-item',
  rule: 'S05',
  severity: 'warning',
  description: { zh: '列项不少于两项；只有一项的，写进条文。', en: 'A list has two items or more.' },
  trigger: '（[一二三四五六七八九十]|\\([一二三四五六七八九十]|\\n[ \\t\\u3000]*(?:\\d|①)',
  *find({ node, isInAnnex }): Iterable<Finding> {
    if (isInAnnex || node.kind !== 'article') return;
    for (const { holder, items } of listsIn(node)) {
      const [only] = items;
      if (items.length !== 1 || !only || isQuoting(wordsOf(holder)) || isQuoting(wordsOf(only))) continue;
      // The list may go on below the next words, and ① stands in front of notes.
      if (only.kind !== 'item' || goesOn(node, holder)) continue;
      // What begins at another number is a list whose other numbers were lost: that is reported as such.
      if (only.number !== '1') continue;
      yield {
        span: only.mark.end > only.mark.start ? only.mark : only.body,
        message: { zh: '只有一项。', en: 'This is the only item.' },
      };
    }
  },
};

function goesOn(article: SyntaxNode, holder: SyntaxNode): boolean {
  return article.children.some(
    ({ full, children }) =>
      full.start > holder.full.start && children[0]?.kind === 'item' && children[0].number === '2',
  );
}
