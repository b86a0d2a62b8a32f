import type { Span } from '../../syntax/tree.js';
import type { RegulationDocument } from '../../library/document.js';
import type { TableDocument } from '../../convert/formats.js';
import { say, type Locale } from '../locale.js';
import {
  dutiesOf,
  dutiesSummary,
  dutiesTitle,
  dutyHeads,
  dutyRows,
  ofSubject,
  subjectName,
  type ArticleDuties,
  type Duty,
  type DutyRow,
} from './duties.js';
import { nameOf } from './markdown.js';
import type { DutyKind } from './dutyGrammar.js';

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
  const heads = dutyHeads(locale);
  const rows = dutyRows(document, articlesOf(document, subject), locale);
  return csv([
    COLUMNS.map((column) => heads[column]),
    ...rows.map((row) => COLUMNS.map((column) => String(row[column]))),
  ]);
}

/** The list as a table to be printed: the provision, who, shall or may or shall not, and what. */
export function dutiesTable(document: RegulationDocument, locale: Locale, subject?: string): TableDocument {
  const articles = articlesOf(document, subject);
  const heads = dutyHeads(locale);
  return {
    title: dutiesTitle(document, locale, subject),
    notes: [dutiesSummary(articles, locale)],
    columns: [
      { head: heads.provision, share: 16 },
      { head: heads.subject, share: 22 },
      { head: say(locale, { zh: '应当／可以／不得', en: 'Shall / may / shall not' }), share: 12 },
      { head: heads.action, share: 50 },
    ],
    rows: articles.flatMap(({ article, duties }) =>
      duties.length === 0
        ? [[nameOf(article), '', '', say(locale, { zh: '无', en: 'none' })]]
        : duties.map((duty) => [nameOf(duty.at), subjectName(duty), modalOf(duty), contentOf(duty)]),
    ),
  };
}

/** The list for programs; words are the text's, `kind` and `source` are those of the grammar. */
export function dutiesJson(document: RegulationDocument, subject?: string): object[] {
  return articlesOf(document, subject).flatMap(({ duties }) =>
    duties.map((duty) => ({
      provision: nameOf(duty.at),
      subject: duty.subject ? textOf(duty, duty.subject) : null,
      source: duty.source,
      kind: duty.kind,
      modal: duty.modal ? textOf(duty, duty.modal) : null,
      action: textOf(duty, duty.action),
      text: textOf(duty, duty.words),
      range: document.rangeOf(duty.words),
    })),
  );
}

function articlesOf(document: RegulationDocument, subject: string | undefined): ArticleDuties[] {
  const all = dutiesOf(document);
  return subject === undefined ? all : ofSubject(all, subject);
}

const MODALS: Readonly<Record<DutyKind, string>> = {
  duty: '应当',
  right: '可以',
  prohibition: '不得',
  encouragement: '鼓励',
};

/** The modal as it is written; where none is, what is meant, in brackets as all words that are not the text's. */
function modalOf(duty: Duty): string {
  const written = duty.modal ? textOf(duty, duty.modal) : '由';
  return written === '由' ? `（${MODALS[duty.kind]}）` : written;
}

/** What may be left out in front of a duty that has a line of its own. */
const CONNECTIVES = /^(?:[，\s]|并且?|但是?|同时|也|均|且|或者|其中)*$/;

/** What is to be done; with all the words where some stand in front of it that are neither the subject nor the modal. */
function contentOf(duty: Duty): string {
  const before = textOf(duty, { start: duty.words.start, end: duty.action.start });
  const said = [duty.subject, duty.modal].map((span) => (span ? textOf(duty, span) : ''));
  const rest = said.reduce((words, part) => words.replace(part, ''), before);
  return textOf(duty, CONNECTIVES.test(rest) ? duty.action : duty.words);
}

function textOf({ at }: Duty, { start, end }: Span): string {
  return at.tree.text.slice(start, end);
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
