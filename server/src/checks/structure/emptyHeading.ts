import type { Check, Finding } from '../check.js';
import { nameOf } from '../marks.js';
import { conspicuousNodesOf } from '../numbered.js';

/** A chapter without articles, or without a name. */
export const emptyHeading: Check = {
  code: 'structure/empty-heading',
  rule: 'S11',
  severity: 'warning',
  description: {
    zh: '编、章、节有名称，其下有条文。',
    en: 'A part, chapter or section has a name, and text below it.',
  },
  *run({ document }): Iterable<Finding> {
    for (const node of conspicuousNodesOf(document.tree)) {
      const { kind } = node;
      if (kind !== 'part' && kind !== 'subpart' && kind !== 'chapter' && kind !== 'section') continue;
      const name = nameOf(node);
      if (!node.heading) {
        yield {
          span: node.mark,
          message: { zh: `${name.zh}没有名称。`, en: `There is no name behind the number of ${name.en}.` },
        };
      }
      // A heading whose headings below are empty is not empty itself: those are reported.
      if (node.green.children.length === 0) {
        yield {
          span: node.selectionRange,
          message: { zh: `${name.zh}之下没有条文。`, en: `There is no text below ${name.en}.` },
        };
      }
    }
  },
};
