import { articlesOf } from '../syntax/outline.js';
import type { SyntaxTree } from '../syntax/tree.js';

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
const DATE_IN_NAME = /[(（](\d{4})-(\d{2})-(\d{2})[)）]/;
const EFFECTIVE = /自(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日起(?:施行|实施|执行|生效)/;

/**
 * The date of a version, YYYY-MM-DD: the latest adoption or amendment that its history note names, not the day it takes
 * effect; else the date in the file's name.
 */
export function dateOf(notes: readonly string[], uri: string): string | undefined {
  const dates = notes
    .filter((note) => !/^[（(]?\d{4}年\d{1,2}月\d{1,2}日起?\s*(?:施行|实施)/.test(note))
    .flatMap((note) => [...note.matchAll(DATE)].map(isoDate));
  if (dates.length > 0) return dates.sort().at(-1);
  const named = DATE_IN_NAME.exec(decodeName(uri));
  return named ? isoDate(named) : undefined;
}

/** The day an instrument takes effect, YYYY-MM-DD: from its last articles (自…起施行), else from a note. */
export function effectiveDateOf(tree: SyntaxTree, notes: readonly string[]): string | undefined {
  for (const article of articlesOf(tree.root).slice(-3).reverse()) {
    const match = EFFECTIVE.exec(article.text);
    if (match) return isoDate(match);
  }
  for (const note of notes) {
    const match = /(\d{4})年(\d{1,2})月(\d{1,2})日起?\s*(?:施行|实施)/.exec(note);
    if (match) return isoDate(match);
  }
  return undefined;
}

function isoDate([, year = '', month = '', day = '']: RegExpMatchArray): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function decodeName(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
