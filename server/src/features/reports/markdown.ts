import type { RegulationDocument } from '../../library/document.js';
import type { Span, SyntaxNode } from '../../syntax/tree.js';
import { articleLabel } from '../../syntax/tree.js';
import { destination } from '../escapeMarkdown.js';

/** The target of a link to a line of a document, the line counted from 1. */
export type LinkTo = (document: RegulationDocument, line: number) => string;

/** A report as Markdown, in which every place is a link. */
export class Markdown {
  private readonly lines: string[] = [];

  constructor(private readonly linkTo: LinkTo) {}

  heading(level: 1 | 2, text: string): this {
    this.lines.push(`${'#'.repeat(level)} ${escaped(text)}`, '');
    return this;
  }

  paragraph(text: string): this {
    this.lines.push(text, '');
    return this;
  }

  /** @param cells Markdown */
  table(heads: readonly string[], rows: readonly (readonly string[])[]): this {
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    for (const cells of [heads, heads.map(() => '---'), ...rows]) this.lines.push(row(cells));
    this.lines.push('');
    return this;
  }

  /** A link to where a span begins. */
  link(document: RegulationDocument, text: string, { start }: Span): string {
    const uri = this.linkTo(document, document.rangeOf({ start, end: start }).start.line + 1);
    return `[${escaped(text)}](${destination(uri)})`;
  }

  /** A link to a provision, by its number: 第十四条. */
  provision(document: RegulationDocument, node: SyntaxNode): string {
    return this.link(document, nameOf(node), node.range);
  }

  toString(): string {
    return this.lines.join('\n');
  }
}

/** 第十四条第二款第三项: the article, and where it has several paragraphs the paragraph. */
export function nameOf(node: SyntaxNode): string {
  const article = node.enclosing('article', 'clause');
  const paragraph = node.enclosing('paragraph');
  const item = node.enclosing('item');
  const parts = [
    article &&
      (article.kind === 'article' && article.number ? articleLabel(article.number) : article.label.replace(/\s/g, '')),
    paragraph && (article?.green.children.length ?? 0) > 1 ? paragraph.label : undefined,
    item && `第${item.label.replace(/[（()）\s]/g, '')}项`,
  ];
  return parts.filter(Boolean).join('') || node.label.replace(/\s/g, '');
}

/** Text in a cell or a line. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space)).replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** The beginning of a text for people. */
export function shortened(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
