import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';
import { SOURCES } from '../sources.js';
import { divisionOf } from './chapters.js';

/** What a text in the making has before its last article: so many articles are no sketch any more. */
const WHOLE = 10;
const INSTRUMENT = /(?:法|条例|规定|办法|细则|规则)(?:（[^）]*）)?$/;
const EFFECT = /施行|实施之日|生效|(?:起|日)(?:实施|执行)/;

/** A text that never says when it takes effect. */
export const effectiveDate: Check = {
  code: 'structure/effective-date',
  rule: 'S16',
  severity: 'error',
  description: { zh: '规定施行日期。', en: 'A text says when it takes effect.' },
  source: SOURCES.effectiveDate,
  *run({ document: { tree, title, subtitle } }): Iterable<Finding> {
    const { articles } = divisionOf(tree);
    const last = articles.at(-1);
    if (!last || articles.length < WHOLE || subtitle !== undefined) return;
    if (!INSTRUMENT.test(title) || /^最高人民/.test(title) || isAmending(title)) return;
    // It stands at the end, nearly always.
    for (let index = articles.length - 1; index >= 0; index--) if (EFFECT.test(articles[index]?.text ?? '')) return;
    if (tree.root.children.some(({ kind, text }) => (kind === 'note' || kind === 'cover') && EFFECT.test(text))) return;
    yield {
      span: last.mark,
      message: { zh: '全文没有规定施行日期。', en: 'The text does not say when it takes effect.' },
    };
  },
};
