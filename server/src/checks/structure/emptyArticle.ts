import type { Check, Finding } from '../check.js';
import { nameOf } from '../marks.js';
import { conspicuousNodesOf } from '../numbered.js';

/** 第十四条 without text. */
export const emptyArticle: Check = {
  code: 'structure/empty-article',
  severity: 'error',
  description: {
    zh: '条有条文。',
    en: 'An article has text.',
  },
  *run({ document }): Iterable<Finding> {
    for (const node of conspicuousNodesOf(document.tree)) {
      if ((node.kind !== 'article' && node.kind !== 'clause') || node.green.children.length > 0) continue;
      const name = nameOf(node);
      yield {
        span: node.mark,
        message: {
          zh: `${name.zh}只有序号，没有条文。`,
          en: `There is no text behind the number of ${name.en}.`,
        },
      };
    }
  },
};
