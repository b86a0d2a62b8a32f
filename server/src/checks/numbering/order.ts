import { SOURCES } from '../sources.js';
import type { Check, Finding } from '../check.js';
import { nameLike, nameOf, placeOf } from '../marks.js';
import { sequencesOf } from '../numbered.js';
import { renumberingFixes } from './fixes.js';

/** 第十一条 behind 第十二条. */
export const order: Check = {
  code: 'numbering/order',
  rule: 'S01 S02 S04',
  severity: 'error',
  description: {
    zh: '编、章、节、条、项、目的序号从小到大（立法法第六十五条：“编、章、节、条的序号用中文数字依次表述”）。',
    en: 'Numbers of parts, chapters, sections, articles, items and subitems rise (Legislation Law, article 65).',
  },
  source: SOURCES.numbers,
  *run({ document }): Iterable<Finding> {
    for (const { nodes, faults } of sequencesOf(document.tree)) {
      for (const fault of faults) {
        const node = nodes[fault.index];
        const other = fault.kind === 'order' ? nodes[fault.other] : undefined;
        if (fault.kind !== 'order' || !node || !other) continue;
        const isBehind = fault.other < fault.index;
        const name = nameOf(node);
        const otherName = nameOf(other);
        const right = fault.right && nameLike(node, fault.right);
        yield {
          span: placeOf(node),
          message: {
            zh: `${name.zh}在${otherName.zh}之${isBehind ? '后' : '前'}，次序颠倒${right ? `，此处应为${right.zh}` : ''}。`,
            en: `Out of order: ${name.en} ${isBehind ? 'after' : 'before'} ${otherName.en}${right ? `; this should be ${right.en}` : ''}.`,
          },
          related: [{ uri: document.uri, span: placeOf(other), message: otherName }],
          fixes: renumberingFixes(node, fault.right),
        };
      }
    }
  },
};
