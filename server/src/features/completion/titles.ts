import { CompletionItemKind, type Command, type CompletionItem } from 'vscode-languageserver';
import { COUNTRY, readTitle } from '../../citations/titles.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { Span } from '../../syntax/tree.js';
import { say, type Locale } from '../locale.js';
import { isScattered } from '../scattered.js';
import type { TitleContext } from './context.js';
import { TitleBook } from './titleBook.js';

/** What can be written between 《 and 》. */
interface Candidate {
  readonly title: string;
  readonly kind: CompletionItemKind;
  readonly detail: string;
  readonly uri?: string;
}

/** Shows the completions anew, for the number behind 第. */
const GO_ON: Command = { title: '', command: 'editor.action.triggerSuggest' };

/**
 * Titles by what was typed of them: the beginning, with or without 中华人民共和国, a part, or characters in the same order
 * (土管法). The short names of the document come first, then what it cites, the nearest before the caret first, then the
 * other instruments of the library. A title that was typed in full goes on with 》第.
 *
 * @param limit the most items to give
 * @param editorCommands whether the client can show completions anew
 */
export function titleItems(
  library: Library,
  document: RegulationDocument,
  { span, typed }: TitleContext,
  limit: number,
  locale: Locale,
  editorCommands: boolean,
): CompletionItem[] {
  const wanted = readTitle(typed);
  const own = ownCandidates(library, document, span, locale);
  const known = new Set(own.map(({ title }) => title));
  const found = ranked(own, wanted).slice(0, limit);
  for (const title of bookOf(library).find(wanted, limit)) {
    if (found.length < limit && !known.has(title)) found.push(libraryCandidate(library, title, locale));
  }
  const range = document.rangeOf(span);
  const item = (candidate: Candidate, ending: string): CompletionItem => ({
    label: ending === '》' ? candidate.title : `${candidate.title}${ending}`,
    kind: candidate.kind,
    detail: candidate.detail,
    // Editors filter once more: all that is here has been found to match.
    filterText: `${typed} ${candidate.title}`,
    textEdit: { range, newText: candidate.title + ending },
    ...(candidate.uri !== undefined && { data: { uri: candidate.uri, target: {} } }),
  });
  const complete = found.find(({ title }) => title === wanted || title === COUNTRY + wanted);
  const goingOn = complete ? [{ ...item(complete, '》第'), ...(editorCommands && { command: GO_ON }) }] : [];
  return [...goingOn, ...found.map((candidate) => item(candidate, '》'))].map((each, index) => ({
    ...each,
    sortText: String(index).padStart(4, '0'),
  }));
}

/** The short names that the document defines before a place, and the titles that it cites, the nearest before it first. */
function ownCandidates(library: Library, document: RegulationDocument, span: Span, locale: Locale): Candidate[] {
  const { mentions, aliases } = library.citationsOf(document);
  const candidates = new Map<string, Candidate>();
  for (const { name, title, bracketed, clause } of aliases) {
    if (!bracketed || clause.end > span.start) continue;
    const detail = say(locale, { zh: `《${title}》的简称`, en: `short for 《${title}》` });
    candidates.set(name, { title: name, kind: CompletionItemKind.Reference, detail });
  }
  const cited = mentions.filter(({ kind, doc }) => kind === 'document' && doc !== 'self');
  const behind = cited.findIndex(({ end }) => end >= span.start);
  const [before, after] = behind < 0 ? [cited, []] : [cited.slice(0, behind), cited.slice(behind)];
  for (const { doc, start, end } of [...before.reverse(), ...after]) {
    // What is being written is no candidate for itself.
    if ((start <= span.end && end >= span.start) || candidates.has(doc)) continue;
    const [cited] = library.withTitle(doc);
    candidates.set(doc, {
      title: doc,
      kind: CompletionItemKind.File,
      detail: say(locale, { zh: '本文已引用', en: 'cited in this text' }),
      ...(cited && { uri: cited.uri }),
    });
  }
  return [...candidates.values()];
}

function libraryCandidate(library: Library, title: string, locale: Locale): Candidate {
  const [document] = library.withTitle(title);
  const detail = document?.date ?? say(locale, { zh: '条文库', en: 'library' });
  return { title, kind: CompletionItemKind.File, detail, ...(document && { uri: document.uri }) };
}

// The book of a list is made once; the list is another one when a title comes or goes.
const books = new WeakMap<readonly string[], TitleBook>();

function bookOf(library: Library): TitleBook {
  const titles = library.instrumentTitles();
  let book = books.get(titles);
  if (!book) books.set(titles, (book = new TitleBook(titles)));
  return book;
}

/** Those that answer what was typed: those that begin with it, then those that hold its characters in the same order. */
function ranked(candidates: readonly Candidate[], wanted: string): Candidate[] {
  const beginning = candidates.filter(({ title }) => isBeginning(wanted, title));
  const others = candidates.filter(({ title }) => !isBeginning(wanted, title) && isScattered(wanted, title));
  return [...beginning, ...others];
}

function isBeginning(wanted: string, title: string): boolean {
  return title.startsWith(wanted) || title.startsWith(COUNTRY + wanted);
}
