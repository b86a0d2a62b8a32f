import type { SyntaxNode } from '../../syntax/tree.js';
import type { Check, Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { divisionOf } from './chapters.js';

const CODE = {
  severity: 'error',
  rule: 'S14',
} as const;

/** 第一章　总则。 */
export const headingPunctuation: Check = {
  ...CODE,
  code: 'structure/heading-punctuation',
  description: { zh: '编、章、节标题不带句末标点。', en: 'No punctuation ends the heading of a chapter or a section.' },
  hasSafeFixes: true,
  *run({ document: { tree } }): Iterable<Finding> {
    const { parts, chapters, sections } = divisionOf(tree);
    for (const node of [...parts, ...chapters, ...sections].sort((a, b) => a.full.start - b.full.start)) {
      const { end } = node.body;
      // 、 and ， end the first line of a heading that was broken over two.
      const mark = /[。；：:;.．]+$/.exec(headingOf(node))?.[0];
      if (!mark) continue;
      yield removal(end - mark.length, mark, {
        zh: '标题不带标点。',
        en: 'No punctuation ends a heading.',
      });
    }
  },
};

/** 第一条、为了… */
export const markPunctuation: LocalRule = {
  ...CODE,
  code: 'structure/mark-punctuation',
  description: { zh: '“第×条”之后空一格，不带标点。', en: 'Space follows the number of an article, no punctuation.' },
  hasSafeFixes: true,
  trigger: '条[ \\t\\u3000]*[、：:，．.]',
  *find({ node }): Iterable<Finding> {
    if (node.kind !== 'article') return;
    const { end } = node.mark;
    const mark = /^[ \t\u3000]*[、：:，．.]+/.exec(node.tree.text.slice(end, end + 8))?.[0];
    if (!mark) return;
    yield {
      ...removal(end, mark, { zh: '“第×条”之后不带标点。', en: 'No punctuation follows the number of an article.' }),
      fixes: [
        {
          title: { zh: '改为空一格', en: 'Change to a space' },
          edits: [{ span: { start: end, end: end + mark.length }, newText: '　' }],
        },
      ],
    };
  },
};

function headingOf(node: SyntaxNode): string {
  const { start, end } = node.body;
  return node.tree.text.slice(start, end);
}

function removal(start: number, mark: string, message: Finding['message']): Finding {
  const span = { start, end: start + mark.length };
  return {
    span,
    message,
    fixes: [{ title: { zh: `删去“${mark}”`, en: `Remove “${mark}”` }, edits: [{ span, newText: '' }] }],
  };
}
