import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { isQuoting, listsIn, wordsOf } from '../sentences.js';

/**
 * What names a person or a thing has no 的 to miss: 犯罪集团的首要分子, 违法建（构）筑物, 艾滋病患者, 跨省的重大案件.
 */
const NOUN = /(?:分子|[犯者员]|(?<!他)人|筑物|案件|情形|(?<=的)[^，、的]{2,8})[；;。]?$/;

/** Ends in 的, and not in the word 目的: 违反信托目的, but 批准建设项目的. */
const WITH_DE = /(?<![^项节条科账名栏题]目)的[；;。：:]$/;

/** 有下列情形之一的：（一）…的；（二）…；（三）…的。 */
export const listStyle: LocalRule = {
  code: 'structure/list-style',
  rule: 'C2',
  severity: 'hint',
  description: {
    zh: '“有下列情形之一的”各项末的“的”一致，末项兜底除外。',
    en: 'Items below 有下列情形之一的 all end in 的, or none does, but for the last one.',
  },
  trigger: '下列(?:情形|行为|情况)之一',
  *find({ node, isInAnnex }): Iterable<Finding> {
    if (isInAnnex || node.kind !== 'article') return;
    for (const { holder, items } of listsIn(node)) {
      if (
        items.length < 4 ||
        !/有(?:下列|以下)(?:情形|行为|情况)之一/.test(wordsOf(holder)) ||
        isQuoting(wordsOf(holder))
      )
        continue;
      const compared = items
        .slice(0, -1)
        .filter(
          (item) =>
            item.green.children.length === 0 &&
            !/(?:除外|删除)[)）]?[；;。]?$/.test(wordsOf(item)) &&
            !NOUN.test(wordsOf(item)),
        );
      const endings = compared.map((item) => WITH_DE.test(wordsOf(item)));
      const withDe = endings.filter(Boolean).length;
      if (withDe === 0 || withDe === endings.length) continue;
      // The few differ from the many; where neither is the habit, the list is as it was meant.
      const few = withDe * 2 > endings.length ? false : true;
      const odd = compared.filter((_, index) => endings[index] === few);
      if (odd.length * 3 > compared.length) continue;
      for (const item of odd) {
        const { end } = item.body;
        yield {
          span: { start: Math.max(item.body.start, end - 3), end },
          message: few
            ? { zh: '其他各项末没有“的”。', en: 'The other items do not end in 的.' }
            : { zh: '其他各项末有“的”。', en: 'The other items end in 的.' },
        };
      }
    }
  },
};
