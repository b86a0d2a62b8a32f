import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { endOf, isQuoting, paragraphsOf, wordsOf } from '../sentences.js';

const ANNOUNCES = /(?:下列|如下|以下)[^。；]*[：:]$/;
/** Definitions, formulas and tables stand in paragraphs of their own. */
const NO_LIST = /用语|含义|术语|定义|名词|公式|计算|如下|誓词|数额|标准|幅度|范围[：:]$/;

/** 有下列情形之一的： and no items. */
export const missingList: LocalRule = {
  code: 'structure/missing-list',
  rule: 'S07',
  severity: 'warning',
  description: { zh: '“下列……：”之后有项。', en: 'Items follow 下列……：.' },
  trigger: '[：:]$|[：:][ \\t\\u3000]*[\\r\\n]',
  *find({ node, isInAnnex }): Iterable<Finding> {
    if (isInAnnex || node.kind !== 'article') return;
    const paragraphs = paragraphsOf(node);
    for (const [index, paragraph] of paragraphs.entries()) {
      if (paragraph.green.children.length > 0) continue;
      const words = wordsOf(paragraph);
      if (!ANNOUNCES.test(words) || NO_LIST.test(words) || isQuoting(words)) continue;
      const next = paragraphs[index + 1];
      // 主任，副主任若干人，… stand in a line each.
      if (next && /，$/.test(wordsOf(next))) continue;
      // 二百万元以下的，…；超过的部分，…。 is a list in one paragraph.
      if (next && /；./.test(wordsOf(next))) continue;
      // What is listed may stand in lines that are numbered in another way, or quoted.
      if (
        next &&
        /^[“"(（\d①-⑳—\-a-zA-Z]|^第?[一二三四五六七八九十甲乙丙]+[、是，]|[：:——]/.test(wordsOf(next).slice(0, 12))
      )
        continue;
      yield {
        span: endOf(paragraph),
        message: { zh: '“：”之后没有列项。', en: 'No items follow the colon.' },
      };
    }
  },
};
