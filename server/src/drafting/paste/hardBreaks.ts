import type { NodeKind } from '../../syntax/structure.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { Edit } from '../edits.js';
import type { FormattedText, TextLine } from '../format/formattedText.js';

const RUNNING: ReadonlySet<NodeKind> = new Set(['preamble', 'article', 'clause', 'paragraph', 'item', 'subitem']);
const SENTENCE_END = /[。；：！？;:!?][”’）》〉)]*$|[…—]$/;
/** How many columns lines of one width may differ by: no line begins with a mark of punctuation. */
const TOLERANCE = 4;
/** How many lines have to have one width, so that it is that of a page. */
const MANY = 3;
/** The narrowest page, in columns: fifteen ideographs. */
const NARROWEST = 30;
const PARAGRAPH_INDENT = 4;

/** A line that may go on in the next one. */
interface Broken {
  readonly line: TextLine;
  readonly next: TextLine;
  readonly width: number;
}

/**
 * Joins the lines of paragraphs that a page has broken: lines that do not end as sentences do, all of about one width,
 * each with a line behind it that begins nothing. Where a sentence ends with the line it is not certain whether the
 * paragraph does, and the break stays.
 */
export function* hardBreakEdits(text: FormattedText): Generator<Edit> {
  const broken = brokenLines(text);
  const width = pageWidth(broken.map((each) => each.width));
  if (width === undefined) return;
  for (const { line, next, width: own } of broken) {
    if (own > width || own < width - TOLERANCE) continue;
    const gap =
      /[A-Za-z]/.test(text.text.charAt(line.contentEnd - 1)) && /[A-Za-z]/.test(text.text.charAt(next.contentStart));
    yield { span: { start: line.contentEnd, end: next.contentStart }, newText: gap ? ' ' : '' };
  }
}

/** Whether a line looks like one that a page has broken; whether it is one the others tell. */
export function isBroken(text: FormattedText, offset: number): boolean {
  const index = text.lines.findIndex(({ start, next }) => offset >= start && offset < next);
  return index >= 0 && brokenAt(text, index) !== undefined;
}

function brokenLines(text: FormattedText): Broken[] {
  return text.lines.flatMap((_, index) => brokenAt(text, index) ?? []);
}

function brokenAt(text: FormattedText, index: number): Broken | undefined {
  const line = text.lines[index];
  const next = text.lines[index + 1];
  if (!line || !next || !isRunning(line) || !isRunning(next)) return undefined;
  if (columns(text.text, next.start, next.contentStart) >= PARAGRAPH_INDENT) return undefined;
  if (SENTENCE_END.test(text.text.slice(Math.max(line.contentStart, line.contentEnd - 8), line.contentEnd)))
    return undefined;
  // 一、 may stand in front of a heading, which has no punctuation either.
  if (line.kind === 'clause') return undefined;
  const width = columns(text.text, line.start, line.contentEnd);
  if (width < NARROWEST || beginsSomething(text, next)) return undefined;
  return { line, next, width };
}

function isRunning({ kind, isFixed, isInAnnex, contentStart, contentEnd }: TextLine): boolean {
  return RUNNING.has(kind) && !isFixed && !(isInAnnex && kind === 'paragraph') && contentEnd > contentStart;
}

/** Whether a line begins a provision that has a number, or a quotation of one. */
function beginsSomething(text: FormattedText, { contentStart, contentEnd }: TextLine): boolean {
  for (let node: SyntaxNode | undefined = text.tree.nodeAt(contentStart); node; node = node.parent) {
    if (node.mark.end > node.mark.start && node.mark.start === contentStart) return true;
  }
  const span = { start: contentStart, end: contentEnd };
  return text.text[contentStart] === '“' && text.isQuoted(span);
}

/** The width that many lines have; undefined where there is none. */
function pageWidth(widths: readonly number[]): number | undefined {
  const sorted = [...widths].sort((a, b) => a - b);
  let best: number | undefined;
  let most = MANY - 1;
  let from = 0;
  sorted.forEach((width, index) => {
    while ((sorted[from] ?? width) < width - TOLERANCE) from++;
    if (index - from + 1 > most) [best, most] = [width, index - from + 1];
  });
  return best;
}

/** The columns that a stretch of text takes, an ideograph two. */
function columns(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) width += text.charCodeAt(at) >= 0x2000 ? 2 : 1;
  return width;
}
