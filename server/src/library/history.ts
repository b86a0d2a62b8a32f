import { fileName } from './files.js';
import { NUMERAL, parseNumeral } from '../syntax/numerals.js';
import { articlesOf, notesOf, titleOf } from '../syntax/outline.js';
import type { SyntaxTree } from '../syntax/tree.js';

const N = `[${NUMERAL}]`;
const DATE = new RegExp(`(?<!${N})(${N}{4})\\s*年\\s*(${N}{1,3})\\s*月\\s*(${N}{1,3})\\s*日`, 'g');
/** What stands behind the day an instrument takes effect, which is not that of a version. */
const TAKES_EFFECT = /^\s*起?\s*(?:正式)?(?:施行|实施|执行|生效)/;
const EFFECTIVE = /自(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日起(?:施行|实施|执行|生效)/;
/** How a version comes about; the last of them in a history note is that of its date. */
const ACT = /通过|批准|修正|修订|公布|发布|颁布|印发|施行|实施|执行|生效/g;

const DATE_IN_NAME =
  /(?<!\d)((?:19|20)\d{2})(?:[-._年](\d{1,2})[-._月](\d{1,2})日?|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)/g;
/** 税法（2018修正）, 税法(2018年修订版). */
const YEAR_IN_NAME = /(?<!\d)((?:19|20)\d{2})年?(?:第.次)?(?:修[正订改]|版)/;

/**
 * The date of a version, `YYYY-MM-DD`, or `YYYY` where no more is known: the latest adoption, amendment or promulgation
 * that its notes name, not the day it takes effect; else the date in the file's name; else the day it takes effect, if a
 * note names that; else the year in its title or its file's name.
 *
 * @param notes the history notes, and the order of promulgation in front of the title
 * @param uri of the file; its folders are not read
 */
export function dateOf(notes: readonly string[], uri: string, title = ''): string | undefined {
  const dates = notes.flatMap(datesIn);
  const noted = latest(dates.filter(({ effect }) => !effect));
  const name = fileName(uri);
  const named = latest([...name.matchAll(DATE_IN_NAME)].map(dated));
  // A copy often lacks the note of its last amendment, or has it cut off. That the text is adopted, approved and
  // promulgated on different days explains a difference of months only.
  if (noted !== undefined && named !== undefined && named > yearAfter(noted)) return named;
  return noted ?? named ?? latest(dates) ?? YEAR_IN_NAME.exec(title)?.[1] ?? YEAR_IN_NAME.exec(name)?.[1];
}

/** The day an instrument was first adopted or promulgated, YYYY-MM-DD, as far as its notes say it. */
export function adoptionDateOf(notes: readonly string[]): string | undefined {
  return notes
    .flatMap(datesIn)
    .filter(({ effect }) => !effect)
    .map(({ date }) => date)
    .sort()[0];
}

/** The date of the version that a text is, as of {@link dateOf}. */
export function versionDate(tree: SyntaxTree, uri: string): string | undefined {
  const orders = tree.root.children.filter(({ kind }) => kind === 'cover').map(({ text }) => text);
  return dateOf([...notesOf(tree), ...orders], uri, titleOf(tree));
}

/**
 * How a version came about, as its history note says it: 修正, 修订, 通过; undefined where none of the notes has the date.
 *
 * @param date as of {@link dateOf}
 */
export function actOf(notes: readonly string[], date: string | undefined): string | undefined {
  let act: string | undefined;
  for (const note of notes) {
    // One note may tell the whole history, an act a date.
    const dates = datesIn(note);
    dates.forEach((each, index) => {
      if (each.date !== date || each.effect) return;
      const clause = note.slice(each.end, dates[index + 1]?.start).replace(/《[^》]*》/g, '');
      act = clause.match(ACT)?.at(-1) ?? act;
    });
  }
  return act;
}

/** The day an instrument takes effect, YYYY-MM-DD: from its last articles (自…起施行), else from a note. */
export function effectiveDateOf(tree: SyntaxTree, notes: readonly string[]): string | undefined {
  for (const article of articlesOf(tree.root).slice(-3).reverse()) {
    const match = EFFECTIVE.exec(article.text);
    if (match) return isoDate(match[1], match[2], match[3]);
  }
  return notes.flatMap(datesIn).find(({ effect }) => effect)?.date;
}

interface Dated {
  readonly date: string;
  /** Offsets in the note. */
  readonly start: number;
  readonly end: number;
  /** Whether something takes effect on that day. */
  readonly effect: boolean;
}

function datesIn(note: string): Dated[] {
  return [...note.matchAll(DATE)].flatMap((match) => {
    const [year, month, day] = match.slice(1).map((numeral) => parseNumeral(numeral).value);
    if (!isYear(year) || !isWithin(month, 12) || !isWithin(day, 31)) return [];
    const end = match.index + match[0].length;
    const date = isoDate(String(year), String(month), String(day));
    return [{ date, start: match.index, end, effect: TAKES_EFFECT.test(note.slice(end, end + 12)) }];
  });
}

function isYear(year: number | undefined): boolean {
  return year !== undefined && year >= 1900 && year < 2100;
}

function isWithin(value: number | undefined, limit: number): boolean {
  return value !== undefined && value >= 1 && value <= limit;
}

function dated([, year, month, day, closeMonth, closeDay]: RegExpMatchArray): { date: string } {
  return { date: isoDate(year, month ?? closeMonth, day ?? closeDay) };
}

function latest(dates: readonly { readonly date: string }[]): string | undefined {
  return dates
    .map(({ date }) => date)
    .sort()
    .at(-1);
}

function yearAfter(date: string): string {
  return String(Number(date.slice(0, 4)) + 1) + date.slice(4);
}

function isoDate(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
