import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';
import { divisionOf } from './chapters.js';

/** Of texts in chapters, nineteen of twenty have more articles. */
const FEW = 20;

/** Chapters in a text of few articles. */
export const fewArticles: Check = {
  code: 'structure/few-articles',
  rule: 'S19',
  severity: 'hint',
  description: {
    zh: '不到二十条的，通常不分章。',
    en: 'A text of fewer than twenty articles is usually not divided into chapters.',
  },
  *run({ document: { tree, title, subtitle } }): Iterable<Finding> {
    const { chapters, articles } = divisionOf(tree);
    const [first] = chapters;
    // A draft that is being written has few articles for a while: it is looked at once its last article is there.
    if (!first || articles.length >= FEW || isAmending(title) || subtitle !== undefined) return;
    const last = articles.at(-1);
    // The number of the last one tells of more where articles stand several to a line, or were lost.
    if (!/施行/.test(last?.text ?? '') || Number(last?.number) >= FEW) return;
    yield {
      span: first.selectionRange,
      message: {
        zh: `全文只有 ${String(articles.length)} 条，通常不分章。`,
        en: `A text of ${String(articles.length)} articles is usually not divided into chapters.`,
      },
    };
  },
};
