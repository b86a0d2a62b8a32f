import { isAmending } from '../../checks/amending.js';
import type { RegulationDocument } from '../../library/document.js';
import { LINE_BREAK, SPACE } from '../../syntax/line.js';
import type { NodeKind } from '../../syntax/structure.js';
import type { Span, SyntaxNode, SyntaxTree } from '../../syntax/tree.js';

/** A line of the text that is formatted. Offsets are the text's. */
export interface TextLine {
  readonly start: number;
  /** The first character that is no white space; `end` where there is none. */
  readonly contentStart: number;
  /** Behind the last character that is no white space. */
  readonly contentEnd: number;
  /** Without the line break. */
  readonly end: number;
  /** Behind the line break. */
  readonly next: number;
  /** What stands in the line; `document` in a line without words. */
  readonly kind: NodeKind;
  /** In a marked annex, which holds tables and forms. */
  readonly isInAnnex: boolean;
  /** What is in it stays as it is: a row of a table, code, metadata, a comment. */
  readonly isFixed: boolean;
}

const MARKDOWN_FILE = /\.(?:md|markdown)$/i;
const MARKDOWN_HEADING = /^#{1,6} \S/m;
/** Metadata stand between two lines --- at the top of a Markdown text. */
const METADATA = /^---[ \t]*\r?\n(?:(?!---[ \t]*\r?\n).*\r?\n)*---[ \t]*(?:\r?\n|$)/;
const FENCE = /^(?:```|~~~)/;
/** Cells: between tabs, between bars, or with wide gaps. */
const CELLS = new RegExp(`\\t|\\|.*\\||[${SPACE}]{2}`);
/** Front matter is centred and spread out; it is no table. */
const FRONT: ReadonlySet<NodeKind> = new Set(['cover', 'title', 'subtitle', 'note', 'contents', 'entry']);
const HEADINGS: ReadonlySet<NodeKind> = new Set(['part', 'subpart', 'chapter', 'section']);

/** A text with what decides how much of it may be formatted. */
export class FormattedText {
  readonly text: string;
  readonly tree: SyntaxTree;
  /** Marks of Markdown are in it, to which indentation and trailing spaces belong. */
  readonly isMarkdown: boolean;
  readonly lines: readonly TextLine[];
  /** What an amending decision quotes, in text order: it is to be found in the amended text as it stands here. */
  private readonly quoted: readonly Span[];

  constructor(readonly document: RegulationDocument) {
    this.text = document.text;
    this.tree = document.tree;
    this.isMarkdown = MARKDOWN_FILE.test(document.uri) || MARKDOWN_HEADING.test(this.text);
    this.lines = this.readLines();
    this.quoted = isAmending(document.title) ? this.quotations() : [];
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The line that holds an offset. */
  lineAt(offset: number): TextLine | undefined {
    const { lines } = this;
    let low = 0;
    let high = lines.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const line = lines[middle];
      if (!line) return undefined;
      if (offset < line.start) high = middle - 1;
      else if (offset >= line.next && middle < lines.length - 1) low = middle + 1;
      else return line;
    }
    return undefined;
  }

  /** Whether a span touches what is quoted. */
  isQuoted({ start, end }: Span): boolean {
    const { quoted } = this;
    let low = 0;
    let high = quoted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quoted[middle]?.end ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    return (quoted[low]?.start ?? Number.POSITIVE_INFINITY) < end;
  }

  private readLines(): TextLine[] {
    const { text } = this;
    const lines: TextLine[] = [];
    let inFence = false;
    const metadataEnd = METADATA.exec(text)?.[0].length ?? 0;
    const push = (start: number, end: number, next: number): void => {
      const contentStart = firstOf(text, start, end);
      const contentEnd = lastOf(text, contentStart, end);
      const content = text.slice(contentStart, contentEnd);
      const isFence = this.isMarkdown && FENCE.test(content);
      if (isFence) inFence = !inFence;
      const node = content === '' ? this.tree.root : this.tree.nodeAt(contentStart);
      const { kind } = node;
      const annex = node.enclosing('annex');
      // What is republished below a decision is a text like any other.
      const isInAnnex = annex !== undefined && annex.mark.end > annex.mark.start;
      const isFixed =
        isFence ||
        inFence ||
        start < metadataEnd ||
        content.startsWith('<') ||
        (content !== '' && isRow(node, text, contentStart, contentEnd));
      lines.push({ start, contentStart, contentEnd, end, next, kind, isInAnnex, isFixed });
    };
    let start = 0;
    for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
      push(start, index, index + lineBreak.length);
      start = index + lineBreak.length;
    }
    if (start < text.length) push(start, text.length, text.length);
    return lines;
  }

  /** Quotations of the decision itself; one that is never closed ends with the provision it was opened in. */
  private quotations(): Span[] {
    const spans: Span[] = [];
    const visit = (node: SyntaxNode): void => {
      if (node.kind === 'article' || node.kind === 'clause' || node.children.length === 0) {
        for (const span of quotationsIn(this.text, node.full)) spans.push(span);
      } else {
        for (const child of node.children) if (child.kind !== 'annex') visit(child);
      }
    };
    visit(this.tree.root);
    return spans;
  }
}

/** Whether a line is the row of a table: what stands in it is set apart by more than one space. */
function isRow(node: SyntaxNode, text: string, contentStart: number, contentEnd: number): boolean {
  if (FRONT.has(node.kind) || HEADINGS.has(node.kind)) return false;
  // The space behind a number, and that of a spread-out heading (序　　言), is none between cells.
  // A rule below a provision is a line of the provision's node.
  const content = text.slice(Math.max(contentStart, Math.min(node.body.start, contentEnd)), contentEnd);
  return CELLS.test(content) && !/^\S(?:\s+\S)+$/u.test(content);
}

function quotationsIn(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let opened = start;
  for (let at = start; at < end; at++) {
    if (text[at] === '“' && depth++ === 0) opened = at;
    else if (text[at] === '”' && depth > 0 && --depth === 0) spans.push({ start: opened, end: at + 1 });
  }
  if (depth > 0) spans.push({ start: opened, end });
  return spans;
}

const SPACE_CHARACTER = new RegExp(`[${SPACE}]`);

function firstOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && SPACE_CHARACTER.test(text.charAt(at))) at++;
  return at;
}

function lastOf(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && SPACE_CHARACTER.test(text.charAt(at - 1))) at--;
  return at;
}
