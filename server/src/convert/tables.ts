import type { NodeKind } from '../syntax/structure.js';
import type { TextLine } from './lines.js';

/** What rows of tables can stand among. */
const ROWS: ReadonlySet<NodeKind> = new Set(['preamble', 'article', 'clause', 'paragraph', 'item', 'subitem']);

/** Rows that follow one another from a line on; two at least, for one line with a tab in it is no table. */
export function rowsFrom(lines: readonly TextLine[], at: number): TextLine[] {
  let end = at;
  for (let line = lines[end]; line && isRow(line) && !(line.beginsAnnex && end > at); line = lines[++end]);
  return end - at > 1 ? lines.slice(at, end) : [];
}

/** The cells of rows, of each row as many as of the longest. */
export function cellsOf(rows: readonly TextLine[]): string[][] {
  const cells = rows.map(({ text }) => text.split('\t').map((cell) => cell.trim()));
  const width = cells.reduce((most, { length }) => Math.max(most, length), 0);
  return cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function isRow({ kind, isFirst, text, node }: TextLine): boolean {
  if (!ROWS.has(kind)) return false;
  // The tab behind a number is none between cells.
  const number = isFirst ? node.mark.end - node.mark.start : 0;
  return text.slice(number).trimStart().includes('\t');
}
