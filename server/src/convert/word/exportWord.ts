import {
  AlignmentType,
  Bookmark,
  Document,
  HeadingLevel,
  LeaderType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx';
import { IDEOGRAPHIC_SPACE } from '../../drafting/format/layout.js';
import { MOST_WORD_LINES, UnreadableError } from '../../library/unreadable.js';
import type { NodeKind } from '../../syntax/structure.js';
import { containersOf, linesOf, type TextLine } from '../lines.js';
import { cellsOf, rowsFrom } from '../tables.js';
import { DEFAULT_EXPORT, type ExportOptions } from './exportOptions.js';
import { fontTable } from './fontTable.js';
import { PAGE_PROPERTIES, TEXT_WIDTH } from './page.js';
import { pageNumber } from './pageNumber.js';
import { printable, runsOf } from './runs.js';
import { STYLE, stylesOf } from './styles.js';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Styles of the lines that are neither headings nor rows of tables. */
const STYLES: Readonly<Partial<Record<NodeKind, string>>> = {
  title: STYLE.title,
  subtitle: STYLE.subtitle,
  note: STYLE.note,
  contents: STYLE.contents,
  article: STYLE.article,
  clause: STYLE.article,
  item: STYLE.item,
  subitem: STYLE.subitem,
  annex: STYLE.annex,
};

/**
 * Writes a text as a Word document in the layout of official documents. Each of its lines that has words is a paragraph
 * with these words; rows of tables are tables. What is read from the document again is the same text.
 *
 * @returns rejects with an UnreadableError where there are too many of them
 */
export function exportWord(text: string, options: ExportOptions = DEFAULT_EXPORT): Promise<Uint8Array> {
  const lines = linesOf(text);
  if (lines.length > MOST_WORD_LINES) return Promise.reject(new UnreadableError('too-many-lines'));
  return new WordWriter(lines, options).write();
}

/** A text on its way to Word. */
class WordWriter {
  /** The kinds of headings that the text has, from the outermost inwards. */
  private readonly containers: readonly NodeKind[];
  /** Bookmarks of the headings, and by the words of the headings, which the table of contents leads to. */
  private readonly bookmarks = new Map<TextLine | string, string>();

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly options: ExportOptions,
  ) {
    this.containers = containersOf(lines);
    for (const line of lines) {
      if (this.depthOf(line) < 0) continue;
      const id = `_Toc${String(this.bookmarks.size)}`;
      this.bookmarks.set(line, id);
      if (!this.bookmarks.has(wordsOf(line))) this.bookmarks.set(wordsOf(line), id);
    }
  }

  write(): Promise<Uint8Array> {
    const title = this.lines.find(({ kind }) => kind === 'title')?.text ?? '';
    const document = new Document({
      title: printable(title),
      creator: '',
      lastModifiedBy: '',
      styles: stylesOf(this.options, this.containers.length),
      evenAndOddHeaderAndFooters: true,
      sections: [
        {
          properties: PAGE_PROPERTIES,
          footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
          children: this.children(),
        },
      ],
    });
    return Packer.pack(document, 'uint8array', undefined, [fontTable(this.options)]);
  }

  private children(): FileChild[] {
    const children: FileChild[] = [];
    for (let at = 0; at < this.lines.length;) {
      const rows = rowsFrom(this.lines, at);
      const entries = this.entriesFrom(at);
      const line = this.lines[at];
      if (rows.length > 0) children.push(tableOf(rows));
      else if (entries.length > 0) children.push(this.contents(entries));
      else if (line) children.push(this.paragraph(line, at === 0));
      at += Math.max(rows.length, entries.length, 1);
    }
    return children;
  }

  /** How deep a heading is, from 0; -1 for what is no heading. */
  private depthOf({ kind, isFirst }: TextLine): number {
    return isFirst ? this.containers.indexOf(kind) : -1;
  }

  private paragraph(line: TextLine, isTop: boolean): Paragraph {
    const place: IParagraphOptions = line.beginsAnnex && !isTop ? { pageBreakBefore: true } : {};
    const { number, rest } = line;
    const gap = number !== '' && rest !== '' && line.kind !== 'clause' ? IDEOGRAPHIC_SPACE : '';
    const bookmark = this.bookmarks.get(line);
    if (bookmark !== undefined) {
      const heading = HEADINGS[Math.min(this.depthOf(line), HEADINGS.length - 1)] ?? HeadingLevel.HEADING_6;
      return new Paragraph({
        ...place,
        heading,
        children: [new Bookmark({ id: bookmark, children: runsOf(number + gap + rest) })],
      });
    }
    const marked = number === '' ? [] : runsOf(number, STYLE.number);
    return new Paragraph({ ...place, style: styleOf(line), children: [...marked, ...runsOf(gap + rest)] });
  }

  /** The entries of a table of contents from a line on. */
  private entriesFrom(at: number): TextLine[] {
    let end = at;
    while (this.lines[end]?.kind === 'entry') end++;
    return this.lines.slice(at, end);
  }

  /**
   * A table of contents that Word keeps up to date, as it is now. Like those of published laws it has no page numbers,
   * so that nothing of it has to be computed before it is right.
   */
  private contents(entries: readonly TextLine[]): TableOfContents {
    const levels = entries.map((entry) => this.containers.indexOf(headingKindOf(entry)) + 1);
    const deepest = levels.reduce((most, level) => Math.max(most, level), 1);
    return new TableOfContents('目录', {
      hyperlink: true,
      headingStyleRange: `1-${String(deepest)}`,
      pageNumbersEntryLevelsRange: '1-9',
      beginDirty: false,
      tabLeader: LeaderType.NONE,
      cachedEntries: entries.map((entry, index) => {
        const href = this.bookmarks.get(wordsOf(entry));
        return { title: printable(entry.text), level: levels[index] ?? 1, ...(href !== undefined && { href }) };
      }),
    });
  }
}

/** The words of a heading, or of an entry for it, however they are spread out. */
function wordsOf({ text }: TextLine): string {
  return text.replace(/\s+/g, '');
}

const UNITS: Readonly<Record<string, NodeKind>> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' };

/** The kind of heading that an entry of the table of contents stands for. */
function headingKindOf({ text }: TextLine): NodeKind {
  const unit = /^第\s*\S{1,8}?\s*(分编|编|章|节)/.exec(text)?.[1];
  return UNITS[unit ?? ''] ?? 'entry';
}

function styleOf({ kind, isFirst, text }: TextLine): string {
  // Of a notice that carries an instrument, the name and the number are set like a title, the text is not.
  if (kind === 'cover') return /[。；：，]/.test(text) ? STYLE.body : STYLE.cover;
  if (!isFirst && kind !== 'title' && kind !== 'note') return STYLE.body;
  return STYLES[kind] ?? STYLE.body;
}

function tableOf(rows: readonly TextLine[]): Table {
  const cells = cellsOf(rows);
  const columns = cells[0]?.length ?? 1;
  const width = Math.floor(TEXT_WIDTH / columns);
  const cellOf = (text: string): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: [new Paragraph({ style: STYLE.cell, children: runsOf(text) })],
    });
  return new Table({
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    rows: cells.map((row) => new TableRow({ children: row.map(cellOf) })),
  });
}
