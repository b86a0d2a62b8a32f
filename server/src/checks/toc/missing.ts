import { isAmending } from '../amending.js';
import type { Check, Finding, Fix } from '../check.js';
import type { RegulationDocument } from '../../library/document.js';
import { SOURCES } from '../sources.js';
import { divisionOf } from '../structure/chapters.js';
import { headingsOf } from './entries.js';

/** Two chapters are the beginning of a draft. */
const FEW = 3;

/** What a history note or an order says of a text that is no draft any more. */
const ENACTED = /通过|批准|公布|发布|颁布|印发|修[正订改]|施行|\d号/;

/** Chapters, and no table of contents in front of them. */
export const missing: Check = {
  code: 'toc/missing',
  rule: 'S15',
  severity: 'warning',
  description: { zh: '分章、节的，正文之前有目录。', en: 'A text in chapters has a table of contents in front.' },
  source: SOURCES.appendedChapter,
  *run({ document }): Iterable<Finding> {
    const { tree, title, subtitle } = document;
    const { parts, chapters, articles } = divisionOf(tree);
    const first = parts[0] ?? chapters[0];
    if (!first || chapters.length < FEW || subtitle !== undefined || isAmending(title)) return;
    if (tree.root.children.some(({ kind }) => kind === 'contents')) return;
    // Collections of laws leave the tables out: what an enacted text lacks is no slip of its own.
    if (tree.root.children.some(({ kind, text }) => (kind === 'note' || kind === 'cover') && ENACTED.test(text)))
      return;
    // The table is made when the text is whole.
    if (!/施行/.test(articles.at(-1)?.text ?? '')) return;
    yield {
      span: first.selectionRange,
      message: { zh: '分章的，正文之前有目录。', en: 'A text in chapters has a table of contents in front.' },
      fixes: insertion(document, first.full.start),
    };
  },
};

/** The fix that writes the table above the first heading; where a preamble stands there, its place is not certain. */
function insertion({ tree }: RegulationDocument, at: number): Fix[] | undefined {
  const headings = headingsOf(tree.root);
  const hasPreamble = tree.root.children.some(({ kind }) => kind === 'preamble');
  if (hasPreamble || headings.some(({ node }) => node.isPlaceholder || !node.heading)) return undefined;
  const lineBreak = /\r\n|\n|\r/.exec(tree.text.slice(0, at))?.[0] ?? '\n';
  const entries = headings.map(({ node }) => `${node.label.replace(/\s/g, '')}　${node.heading ?? ''}`);
  return [
    {
      title: { zh: '插入目录', en: 'Insert a table of contents' },
      edits: [{ span: { start: at, end: at }, newText: ['目录', ...entries, ''].join(lineBreak) }],
    },
  ];
}
