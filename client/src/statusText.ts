import type { DocumentStatusParams } from '../../server/src/protocol';
import { counted, message, withoutIcons, type Language } from './messages';

/** Longest title in the status bar, in characters: titles of decisions run to eighty and would push all else out. */
const TITLE_LIMIT = 20;

/** What the status bar shows of a document. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
}

/** The text and tooltip of the status bar item: `$(law) 某某条例 · 73 条 · 2 个问题`. */
export function statusText(status: DocumentStatusParams, language: Language): StatusText {
  const title = status.title === '' ? message(language, 'untitled') : status.title;
  const counts = [
    ...(status.articles > 0 ? [counted(language, status.articles, 'oneArticle', 'articles')] : []),
    status.problems > 0 ? counted(language, status.problems, 'oneProblem', 'problems') : message(language, 'noProblem'),
  ];
  return {
    text: ['$(law) ' + withoutIcons(shortened(title)), ...counts].join(' · '),
    tooltip: `${[title, ...counts].join(' · ')}\n${message(language, 'showProblems')}`,
  };
}

function shortened(title: string): string {
  const characters = Array.from(title);
  return characters.length <= TITLE_LIMIT ? title : characters.slice(0, TITLE_LIMIT - 1).join('') + '…';
}
