import type { NodeKind } from '../../syntax/structure.js';
import type { Span, SyntaxNode } from '../../syntax/tree.js';
import type { Edit } from '../edits.js';
import type { FormattedText } from './formattedText.js';

const HEADED: ReadonlySet<NodeKind> = new Set(['part', 'subpart', 'chapter', 'section', 'contents', 'entry']);
/** 总　　则, 法 律 责 任: single characters with space between them. */
const SPREAD_OUT = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u;
const PREAMBLE = /^[序前]\s+言$/;

/** The leader and the page number behind a name in a table of contents. */
const PAGE = /(?:[\s.·・…⋯_—–-]+\d*)?$/;

/** Closes up headings that are spread out: 总　　则 is 总则, 目　录 is 目录. */
export function* headingEdits(text: FormattedText): Generator<Edit> {
  for (const node of text.tree.root.walk()) {
    const span = nameSpan(text, node);
    if (!span) continue;
    const name = text.slice(span);
    if (closedUp(name) === name) continue;
    for (const { index, 0: space } of name.matchAll(/\s+/g)) {
      const start = span.start + index;
      yield { span: { start, end: start + space.length }, newText: '' };
    }
  }
}

/** A heading without the space between its characters, if they are spread out. */
export function closedUp(heading: string): string {
  return SPREAD_OUT.test(heading) ? heading.replace(/\s/g, '') : heading;
}

/** The leader and the page number of an entry in the table of contents; empty where it has none. */
export function pageOf(text: FormattedText, entry: SyntaxNode): string {
  return PAGE.exec(text.slice(entry.body))?.[0] ?? '';
}

function nameSpan(text: FormattedText, node: SyntaxNode): Span | undefined {
  if (node.kind === 'preamble') return PREAMBLE.test(node.text) ? node.range : undefined;
  if (!HEADED.has(node.kind)) return undefined;
  const { start, end } = node.body;
  return node.kind === 'entry' ? { start, end: end - pageOf(text, node).length } : node.body;
}
