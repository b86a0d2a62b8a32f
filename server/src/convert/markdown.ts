import { textOf } from '../library/readText.js';
import type { NodeKind } from '../syntax/structure.js';
import type { Format, ReadOptions } from './formats.js';
import { containersOf, linesOf, type TextLine } from './lines.js';
import { cellsOf, rowsFrom } from './tables.js';

/**
 * Markdown: title and headings are headings, rows with tabs are tables. What is marked up otherwise is read as the
 * words in it.
 */
export const markdown: Format = {
  read: async (bytes: Uint8Array, { encoding = 'auto' }: ReadOptions) =>
    plain((await textOf(bytes, '.md', encoding)).text),
  write: (text: string) => new TextEncoder().encode(marked(text)),
};

function marked(text: string): string {
  const lines = linesOf(text);
  const used = containersOf(lines);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const rows = rowsFrom(lines, at);
    const line = lines[at];
    if (rows.length > 0) {
      blocks.push(tableOf(rows));
      at += rows.length - 1;
    } else if (line) blocks.push(headingOf(line, used) + escaped(line.text));
  }
  return `${blocks.join('\n\n')}\n`;
}

function tableOf(rows: readonly TextLine[]): string {
  const lines = cellsOf(rows).map((row) => `| ${row.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`);
  const columns = cellsOf(rows)[0]?.length ?? 0;
  return [lines[0], `|${' --- |'.repeat(columns)}`, ...lines.slice(1)].join('\n');
}

function headingOf({ kind, isFirst }: TextLine, used: readonly NodeKind[]): string {
  if (kind === 'title') return '# ';
  const depth = used.indexOf(kind);
  if (isFirst && depth >= 0) return `${'#'.repeat(depth + 2)} `;
  return isFirst && kind === 'annex' ? '## ' : '';
}

/** What would be marks of Markdown at the start of a line, or within it. */
function escaped(text: string): string {
  return text.replace(/^(\d{1,3})\.(?=\s)/, '$1\\.').replace(/^([#>*+-])(?=\s|$)|^(?=[|])|[*_`]/g, '\\$&');
}

const SEPARATOR = /^\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$/;

function plain(text: string): string {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const words = line.trim();
    if (SEPARATOR.test(words) || /^(?:[-*_] ?){3,}$/.test(words)) continue;
    const cells = /^\|(.*)\|$/.exec(words)?.[1];
    if (cells !== undefined) {
      lines.push(
        cells
          .split(/(?<!\\)\|/)
          .map((cell) => unmarked(cell.trim()))
          .join('\t'),
      );
    } else if (words !== '') lines.push(unmarked(words.replace(/^(?:#{1,6}|[>*+-])\s+/, '')));
  }
  return `${lines.join('\n')}\n`;
}

/** The words without links, marks of strong words and escapes. */
function unmarked(text: string): string {
  return text
    .replace(/\[([^[\]]+)\]\([^()\s]*\)/g, '$1')
    .replace(/(?<!\\)\*\*(?!\s)([^*]+?)\*\*/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, '$1');
}
