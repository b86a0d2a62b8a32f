import type { Check, Finding } from '../check.js';
import { numeralsOf } from '../marks.js';
import { conspicuousNodesOf } from '../numbered.js';

/** 第十百条. */
export const malformed: Check = {
  code: 'numbering/malformed',
  rule: 'S03',
  severity: 'error',
  description: {
    zh: '序号须是可以识别的数字。',
    en: 'A number must be a numeral that can be read.',
  },
  *run({ document }): Iterable<Finding> {
    for (const node of conspicuousNodesOf(document.tree)) {
      for (const { span } of numeralsOf(node, 'malformed')) {
        const written = document.characters.slice(span.start, span.end);
        yield {
          span: node.mark,
          message: { zh: `序号“${written}”无法识别。`, en: `The numeral “${written}” cannot be read.` },
        };
      }
    }
  },
};
