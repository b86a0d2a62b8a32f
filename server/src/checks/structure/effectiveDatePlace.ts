import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';
import { divisionOf } from './chapters.js';

const OWN_EFFECT = /本(?:法|条例|规定|办法|细则|规则)[^，。；]{0,4}自[^。；]{1,24}起[^，。；]{0,2}施行/;

/** 本条例自…起施行 in front of the last article. */
export const effectiveDatePlace: Check = {
  code: 'structure/effective-date-place',
  rule: 'S16',
  severity: 'information',
  description: { zh: '施行日期在最后一条。', en: 'The last article says when a text takes effect.' },
  *run({ document: { tree, title, subtitle } }): Iterable<Finding> {
    if (subtitle !== undefined || isAmending(title)) return;
    const { articles } = divisionOf(tree);
    const last = articles.at(-1);
    // An article on the effect of some provisions only may stand in front of it.
    if (!last || /施行|实施|生效/.test(last.text)) return;
    const { start } = articles[0]?.range ?? last.range;
    const match = OWN_EFFECT.exec(tree.text.slice(start, last.range.start));
    if (!match) return;
    yield {
      span: { start: start + match.index, end: start + match.index + match[0].length },
      message: {
        zh: '施行日期通常在最后一条。',
        en: 'It is usually the last article that says when a text takes effect.',
      },
    };
  },
};
