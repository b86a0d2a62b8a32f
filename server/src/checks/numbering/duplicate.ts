import { SOURCES } from '../sources.js';
import type { Check, Finding } from '../check.js';
import { nameLike, nameOf, placeOf } from '../marks.js';
import { sequencesOf } from '../numbered.js';
import { renumberingFixes } from './fixes.js';

/** 第十二条 twice. */
export const duplicate: Check = {
  code: 'numbering/duplicate',
  rule: 'S01 S02 S04',
  severity: 'error',
  description: {
    zh: '编、章、节、条、项、目的序号不重复（立法法第六十五条：“编、章、节、条的序号用中文数字依次表述”）。',
    en: 'No number of a part, chapter, section, article, item or subitem is given twice (Legislation Law, article 65).',
  },
  source: SOURCES.numbers,
  *run({ document }): Iterable<Finding> {
    for (const { nodes, faults } of sequencesOf(document.tree)) {
      for (const fault of faults) {
        const node = nodes[fault.index];
        if (fault.kind !== 'duplicate' || !node) continue;
        const other = nodes[fault.other];
        const name = nameOf(node);
        const right = fault.right && nameLike(node, fault.right);
        yield {
          span: placeOf(node),
          message: {
            zh: `${name.zh}重号${right ? `，此处应为${right.zh}` : ''}。`,
            en: `There is another ${name.en}${right ? `; this should be ${right.en}` : ''}.`,
          },
          related: other && [
            {
              uri: document.uri,
              span: placeOf(other),
              message: { zh: `另一个${name.zh}`, en: `The other ${name.en}` },
            },
          ],
          fixes: renumberingFixes(node, fault.right),
        };
      }
    }
  },
};
