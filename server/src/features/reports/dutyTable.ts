import type { RegulationDocument } from '../../library/document.js';
import type { Locale } from '../locale.js';
import { dutiesOf, dutyHeads, dutyRows, ofSubject, type DutyRow } from './duties.js';

const COLUMNS: readonly (keyof DutyRow)[] = [
  'provision',
  'subject',
  'source',
  'kind',
  'modal',
  'action',
  'words',
  'line',
];

/**
 * The list of duties as a table for spreadsheets: RFC 4180, behind a byte order mark, without which Excel takes it for
 * the system's own encoding.
 */
export function dutiesCsv(document: RegulationDocument, locale: Locale, subject?: string): string {
  const all = dutiesOf(document);
  const heads = dutyHeads(locale);
  const rows = dutyRows(document, subject === undefined ? all : ofSubject(all, subject), locale);
  return csv([
    COLUMNS.map((column) => heads[column]),
    ...rows.map((row) => COLUMNS.map((column) => String(row[column]))),
  ]);
}

/** Rows as CSV: a byte order mark, CRLF behind each row. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A cell; one that a spreadsheet would take for a formula is kept a text by an apostrophe. */
function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
