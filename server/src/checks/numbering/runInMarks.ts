import type { Characters } from '../../syntax/characters.js';
import { SPACE } from '../../syntax/line.js';
import type { Span, SyntaxNode } from '../../syntax/tree.js';
import type { Finding, Fix } from '../check.js';
import { labelLike } from '../marks.js';
import type { Missing } from '../sequence.js';

/** A missing number that stands within a line, and the edit that makes a mark of it. */
interface RunIn {
  readonly label: string;
  readonly span: Span;
  readonly edit: Fix['edits'][number];
}

/** Beyond so many the text is not a text with a slip. */
const LIMIT = 200;

/**
 * Looks for missing numbers in the text between their neighbours: their line breaks may be lost, or 第 miswritten as 笫.
 *
 * @param before the provision before them, if any
 * @param node the provision behind them
 * @returns what a finding adds where all of them are there, in order
 */
export function runInMarks(
  uri: string,
  before: SyntaxNode | undefined,
  node: SyntaxNode,
  { from, to, count }: Missing,
): Pick<Finding, 'related' | 'fixes'> | undefined {
  if (count > LIMIT || from.length > 1 || to.length > 1 || !/^[第（(]/.test(node.label)) return undefined;
  const found: RunIn[] = [];
  let at = before?.body.start ?? 0;
  for (let number = from[0] ?? 1; number <= (to[0] ?? 0); number++) {
    const runIn = findMark(node.tree.text, at, node.mark.start, labelLike(node, [number]));
    if (!runIn) return undefined;
    found.push(runIn);
    at = runIn.span.end;
  }
  const isMiswritten = found.some(({ edit }) => edit.newText === '第');
  return {
    related: found.map(({ label, span }) => ({
      uri,
      span,
      message: { zh: `${label}可能在此`, en: `${label} may be here` },
    })),
    fixes: [
      {
        title: isMiswritten
          ? { zh: '改正序号', en: 'Correct the number' }
          : { zh: '在序号之前换行', en: 'Begin a new line at the number' },
        edits: found.map(({ edit }) => edit),
      },
    ],
  };
}

/**
 * A mark behind the end of a sentence, or, with brackets, behind anything; or one at the start of a line whose 第 is
 * miswritten.
 */
function findMark(text: Characters, from: number, to: number, label: string): RunIn | undefined {
  const pattern = label.startsWith('第')
    ? `([。；;：:！？”）)\\r\\n])([${SPACE}]*)([第笫]${label.slice(1)})(?![的、，和与及至或第之中款项]|规定|所[列称指])`
    : `([^第${SPACE}])([${SPACE}]*)([（(]${label.slice(1, -1)}[)）])(?![、项至和])`;
  const match = new RegExp(pattern).exec(text.slice(from, to));
  if (!match) return undefined;
  const [, before = '', space = '', written = ''] = match;
  const start = from + match.index + before.length + space.length;
  const span = { start, end: start + written.length };
  if (!/[\r\n]/.test(before)) {
    return { label, span, edit: { span: { start: start - space.length, end: start }, newText: '\n' } };
  }
  return written.startsWith('笫')
    ? { label, span, edit: { span: { start, end: start + 1 }, newText: '第' } }
    : undefined;
}
