import type { Characters } from '../../syntax/characters.js';
import { NUMERAL, parseNumeral } from '../../syntax/numerals.js';
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
  trigger: `条[ \\t\\u3000]*[、：:，．.]`,
  *find({ node }): Iterable<Finding> {
    if (node.kind !== 'article') return;
    const { text } = node.tree;
    const { end } = node.mark;
    const mark = /^[ \t\u3000]*[、：:，．.]+/.exec(text.slice(end, end + 8))?.[0];
    if (mark) yield spaceInstead(end, mark);
    // 第二条、 is read as a citation that runs over the line: here it is the next article's number.
    for (const { body } of node.children) {
      const next = NEXT.exec(text.slice(body.start, Math.min(body.end, body.start + 16)));
      if (!next || parseNumeral(next[1] ?? '').value !== Number(node.number) + 1 || !endsSentence(text, body.start))
        continue;
      yield spaceInstead(body.start + next[0].length - (next[2] ?? '').length, next[2] ?? '');
    }
  },
};

const NEXT = new RegExp(`^第([${NUMERAL}]+)条([、：:，])`);

function endsSentence(text: Characters, at: number): boolean {
  return /[。；]\s*$/.test(text.slice(Math.max(0, at - 8), at));
}

function spaceInstead(start: number, mark: string): Finding {
  const span = { start, end: start + mark.length };
  return {
    span,
    message: {
      zh: '“第×条”之后空一格，不带标点。',
      en: 'Space follows the number of an article, no punctuation.',
    },
    fixes: [{ title: { zh: '改为空一格', en: 'Change to a space' }, edits: [{ span, newText: '　' }] }],
  };
}

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
