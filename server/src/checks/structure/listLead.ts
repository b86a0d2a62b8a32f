import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { endOf, isQuoting, listsIn, wordsOf } from '../sentences.js';

/** Items below words that do not end in ：. */
export const listLead: LocalRule = {
  code: 'structure/list-lead',
  rule: 'S06',
  severity: 'warning',
  description: { zh: '项之前有引导句，以“：”收尾。', en: 'Words that end in ： lead to a list.' },
  trigger: '（[一二三四五六七八九十]|\\([一二三四五六七八九十]|\\n[ \\t\\u3000]*(?:\\d|①)',
  *find({ node, isInAnnex }): Iterable<Finding> {
    if (isInAnnex || node.kind !== 'article') return;
    for (const { holder, items } of listsIn(node)) {
      const words = wordsOf(holder);
      if (items.length < 2 || items[0]?.number !== '1' || /[：:]$/.test(words) || isQuoting(words)) continue;
      if (words === '') {
        yield {
          span: items[0].mark.end > items[0].mark.start ? items[0].mark : items[0].body,
          message: { zh: '项之前没有引导句。', en: 'No words lead to this list.' },
        };
        continue;
      }
      const last = words.at(-1) ?? '';
      const span = endOf(holder);
      const isMark = /[。；，、;,.]/.test(last);
      yield {
        span,
        message: { zh: '引出各项的句子以“：”收尾。', en: 'The words that lead to a list end in ：.' },
        // 以下情形。 may have lost a line of its own.
        ...(isMark &&
          /下列|以下|如下/.test(words) && {
            fixes: [{ title: { zh: '改为“：”', en: 'Change to “：”' }, edits: [{ span, newText: '：' }] }],
          }),
      };
    }
  },
};
