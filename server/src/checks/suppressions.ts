import type { RegulationDocument } from '../library/document.js';
import { fileName } from '../library/files.js';
import { articleLabel, type Span } from '../syntax/tree.js';
import type { Check, Finding, Problem } from './check.js';
import { commentSuppressionsOf, type CommentSuppression } from './comments.js';

/**
 * That something is not to be reported: a rule, in one place, one document or one folder. It stands in a file beside the
 * texts (`.tiaowen.json`), because a law's text holds nothing but the law: a mark in it would have to be taken out before
 * the text is submitted, and can't stand in a Word document at all. Only in Markdown a comment may say it too
 * (`comments.ts`). A place is named by its article and its words, not by
 * a line, so that it stays the same while the text around it is written.
 */
export interface Suppression {
  /** The code of a check, or its group. */
  readonly code: string;
  /** The name of a file in the folder; every text in and below it, where it is left out. */
  readonly file?: string;
  /** 第十四条; anywhere, where it is left out. */
  readonly article?: string;
  /** The words that are marked; any, where they are left out. */
  readonly text?: string;
  /** For people. */
  readonly reason?: string;
}

/** Tells of suppressions that nothing is left to be suppressed by. */
export const unusedSuppression: Check = {
  code: 'suppression/unused',
  severity: 'warning',
  description: {
    zh: '“.tiaowen.json”和注释中对本文件的不再报告仍有所指。',
    en: 'What .tiaowen.json and comments suppress in this text is still there.',
  },
  *run({ suppression }): Iterable<Finding> {
    if (suppression) yield* suppression.unused;
  },
};

/** Which problems of a document are suppressed, and which suppressions suppress nothing. */
export class SuppressedProblems {
  private readonly used = new Set<Suppression | CommentSuppression>();
  private readonly checked = new Set<string>();
  private readonly ownCodes: ReadonlySet<string>;
  private readonly ownByPlace: Groups<Suppression>;
  private readonly commentsByCode: Groups<CommentSuppression>;

  private constructor(
    private readonly document: RegulationDocument,
    private readonly own: readonly Suppression[],
    private readonly comments: readonly CommentSuppression[],
    private readonly names: ReadonlySet<string>,
  ) {
    this.ownCodes = new Set(own.map(({ code }) => code));
    this.ownByPlace = grouped(own, placeOf);
    this.commentsByCode = grouped(comments, ({ code }) => code);
  }

  /**
   * What is suppressed in a document; undefined where nothing is.
   *
   * @param suppressions those of the document's folder and of the folders above it
   * @param names the codes and groups of checks
   */
  static of(
    document: RegulationDocument,
    suppressions: readonly Suppression[],
    names: ReadonlySet<string>,
  ): SuppressedProblems | undefined {
    const name = fileName(document.uri);
    const own = suppressions.filter(({ file }) => file === undefined || file === name);
    const comments = commentSuppressionsOf(document);
    if (own.length === 0 && comments.length === 0) return undefined;
    return new SuppressedProblems(document, own, comments, names);
  }

  /** A check was asked: what is suppressed of it and was not found is not there any more. */
  asked({ code }: Check): void {
    this.checked.add(code);
  }

  isSuppressed({ code, span }: Pick<Problem, 'code' | 'span'>): boolean {
    const names = namesOf(code);
    const comments = names.flatMap((name) => this.commentsByCode.get(name) ?? []);
    const found = [
      ...this.ownAt(names, span),
      ...comments.filter(({ scope }) => span.start >= scope.start && span.start < scope.end),
    ];
    for (const each of found) this.used.add(each);
    return found.length > 0;
  }

  /** Those of the folder that say something of a place by one of these names: with its words, its article, both or neither. */
  private ownAt(names: readonly string[], span: Span): Suppression[] {
    const codes = names.filter((name) => this.ownCodes.has(name));
    if (codes.length === 0) return [];
    const text = this.document.characters.slice(span.start, span.end).trim();
    const article = articleAt(this.document, span);
    const places = [{}, { text }, ...(article === undefined ? [] : [{ article }, { article, text }])];
    return codes.flatMap((code) => places.flatMap((place) => this.ownByPlace.get(placeOf({ code, ...place })) ?? []));
  }

  /** Those that name this document, or stand in it, and suppress nothing. */
  get unused(): Finding[] {
    return [...this.unusedOfFile, ...this.unusedComments];
  }

  private get unusedComments(): Finding[] {
    return this.comments.flatMap((comment) => {
      const { code, span, removal } = comment;
      const isKnown = this.names.has(code);
      if (this.used.has(comment) || (isKnown && !this.wasAsked(comment))) return [];
      return [
        {
          span,
          message: isKnown
            ? { zh: `不再报告已不需要：${code}。`, en: `This suppression is not needed any more: ${code}.` }
            : { zh: `没有检查“${code}”。`, en: `There is no check “${code}”.` },
          fixes: [
            {
              title: { zh: `删去对“${code}”的不再报告`, en: `Remove the suppression of ${code}` },
              edits: [{ span: removal, newText: '' }],
            },
          ],
        },
      ];
    });
  }

  private wasAsked(suppression: { readonly code: string }): boolean {
    return [...this.checked].some((each) => concerns(suppression, each));
  }

  private get unusedOfFile(): Finding[] {
    const span = titleOf(this.document);
    return this.own.flatMap((suppression) => {
      const { code, file, article = '', text } = suppression;
      if (file === undefined || this.used.has(suppression) || !this.wasAsked(suppression)) return [];
      const place = `${article}${text === undefined ? '' : `“${text}”`}`;
      return [
        {
          span,
          message: {
            zh: `“.tiaowen.json”中的不再报告已不需要：${code}${place && `（${place}）`}。`,
            en: `A suppression in .tiaowen.json is not needed any more: ${code}${place && ` (${place})`}.`,
          },
        },
      ];
    });
  }
}

/** A folder may suppress thousands of places, and a text have thousands of problems: neither asks all of the others. */
type Groups<T> = ReadonlyMap<string, readonly T[]>;

function grouped<T>(all: readonly T[], key: (each: T) => string): Groups<T> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}

/** What a suppression says of the place of a problem. */
function placeOf({ code, article, text }: Suppression): string {
  return JSON.stringify([code, article, text]);
}

/** A code and its groups: what suppressions may name it by. */
function namesOf(code: string): string[] {
  const parts = code.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function concerns({ code }: { readonly code: string }, reported: string): boolean {
  return code === reported || reported.startsWith(`${code}/`);
}

/** The article that a place stands in, as suppressions name it; undefined outside of articles. */
export function articleAt(document: RegulationDocument, span: Span): string | undefined {
  const article = document.tree.nodeAt(span.start).enclosing('article', 'clause');
  if (!article) return undefined;
  return article.kind === 'article' && article.number ? articleLabel(article.number) : article.label.replace(/\s/g, '');
}

/** Where something is said of a whole document: its title, else its beginning. */
function titleOf(document: RegulationDocument): Span {
  const title = document.tree.root.children.find(({ kind }) => kind === 'title');
  return title?.range ?? { start: 0, end: Math.min(1, document.characters.length) };
}
