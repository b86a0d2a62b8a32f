import { TextDocument } from 'vscode-languageserver-textdocument';
import { RegulationDocument } from '../../../server/src/library/document.js';
import { Library } from '../../../server/src/library/library.js';
import { isAmending } from '../../../server/src/checks/amending.js';
import type { Problem } from '../../../server/src/checks/check.js';
import { runChecks, type SeverityOf } from '../../../server/src/checks/registry.js';
import type { Suppression } from '../../../server/src/checks/suppressions.js';
import type { Span, SyntaxNode } from '../../../server/src/syntax/tree.js';
import { laws, type Law } from '../../support/laws.js';

/** A text with an error that was put into it. */
export interface Injected {
  readonly text: string;
  /** Where the error stands; a finding that does not touch it is not the one. */
  readonly at: Span;
  /** Other texts of the library. */
  readonly others?: readonly string[];
  readonly ignore?: readonly Suppression[];
}

/** Puts an error at a place of a text; undefined where there is nothing to spoil. */
export type Injection = (text: string, article: SyntaxNode, document: RegulationDocument) => Injected | undefined;

/** By the code of the check that is to find the error; a word more tells what it is made of: `numbering/gap of items`. */
export type Injections = Readonly<Record<string, Injection>>;

/** The check that is to find an error. */
export function codeOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** The text with other words at a place; what is there then is the error. */
export function replaced(text: string, start: number, end: number, by: string): Injected {
  return { text: text.slice(0, start) + by + text.slice(end), at: { start, end: start + by.length } };
}

/** The text with one more paragraph behind the last one of an article. */
export function appended(text: string, article: SyntaxNode, paragraph: string): Injected {
  const { end } = article.range;
  return {
    text: `${text.slice(0, end)}\n${paragraph}${text.slice(end)}`,
    at: { start: end + 1, end: end + 1 + paragraph.length },
  };
}

/**
 * The text with a paragraph more behind each of two articles; the error is the one behind the second argument.
 *
 * @param other another article than the one that gets the error
 */
export function appendedToBoth(
  text: string,
  [article, paragraph]: readonly [SyntaxNode, string],
  [other, words]: readonly [SyntaxNode, string],
): Injected {
  const isBehind = other.range.end > article.range.end;
  const first = isBehind ? appended(text, other, words) : appended(text, article, paragraph);
  const second = isBehind ? appended(first.text, article, paragraph) : appended(first.text, other, words);
  if (isBehind) return second;
  const shift = words.length + 1;
  return { text: second.text, at: { start: first.at.start + shift, end: first.at.end + shift } };
}

/** The articles of which no other has the number. */
export function isAlone(document: RegulationDocument, article: SyntaxNode): boolean {
  return document.provisions.articles.filter(({ number }) => number === article.number).length === 1;
}

/** The number as citations write it. */
export function labelOf(article: SyntaxNode): string {
  return article.label.replace(/\s/g, '');
}

/** What an instrument calls itself: 本条例. */
export function selfOf({ title }: RegulationDocument): string {
  return `本${/(?:法|条例|规定|办法|细则|规则)$/.exec(title)?.[0] ?? '规定'}`;
}

/** The same numbers in each run. */
export function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const URI = 'file:///a.txt';
/** Laws longer than this only make the test slow. */
const LONGEST = 8_000;

/** A law that errors are put into. */
export interface Body extends Law {
  readonly document: RegulationDocument;
}

let known: readonly Body[] | undefined;

/** The laws of articles, neither long nor amending another one. Where there are none the calling test is skipped. */
export function bodies(context: Mocha.Context): readonly Body[] {
  const all = laws(context);
  known ??= all
    .filter(({ text }) => text.length <= LONGEST)
    .map((law) => ({ ...law, document: opened(law.text) }))
    .filter(({ document }) => {
      const { articles } = document.provisions;
      return (
        articles.length >= 10 && articles[0]?.kind === 'article' && !document.subtitle && !isAmending(document.title)
      );
    });
  return known;
}

/** A text as an editor has it, which shares with the version before what an edit has left alone. */
function opened(text: string, earlier?: RegulationDocument): RegulationDocument {
  return RegulationDocument.open(TextDocument.create(URI, 'regulation', 1, text), earlier);
}

/** One article of the laws after another, at random. */
export function* places(texts: readonly Body[], seed: number): Generator<{ body: Body; article: SyntaxNode }, void> {
  const at = random(seed);
  for (;;) {
    const body = texts[at(texts.length)];
    const articles = body?.document.provisions.articles ?? [];
    const article = articles[at(articles.length)];
    if (!body || !article) return;
    yield { body, article };
  }
}

/**
 * The problems of a text that was made of a law by an edit. What of the law the edit has left alone is read once for all
 * its errors, as in an editor; that the answers are those of the text read anew is shown in `features/incremental.test.ts`.
 */
export function problemsOf(
  { text, others = [], ignore }: Pick<Injected, 'text' | 'others' | 'ignore'>,
  severityOf: SeverityOf,
  law: Body,
): Problem[] {
  const library = new Library();
  for (const [index, other] of others.entries()) library.setFile(`file:///other${String(index)}.txt`, other);
  const document = opened(text, law.document);
  library.putFile(document);
  return runChecks({ document, library }, { severityOf, ...(ignore && { ignore }) });
}

/** Whether a problem stands where an error was put, or leads there. */
export function isAt({ span, related = [] }: Problem, { at }: Injected): boolean {
  const touches = ({ start, end }: Span): boolean => start <= at.end && end >= at.start;
  return touches(span) || related.some((each) => each.uri === URI && touches(each.span));
}
