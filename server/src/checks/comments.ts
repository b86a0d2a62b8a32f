import { isMarkdownFile } from '../library/files.js';
import type { RegulationDocument } from '../library/document.js';
import type { Span } from '../syntax/tree.js';

/**
 * What a comment of a Markdown text says is not to be reported, as `<!-- tiaowen-disable-next-line wording/yinggai -->`
 * does. In Markdown a comment is not part of the text, which is why it may stand there; in plain text it would be.
 */
export interface CommentSuppression {
  /** The code of a check, or its group, as it is written. */
  readonly code: string;
  /** Where the code stands. */
  readonly span: Span;
  /** Where nothing is reported. */
  readonly scope: Span;
  /** What is left of the text's lines without it: the code alone where others stand beside it, else the whole line. */
  readonly removal: Span;
}

const START = 'tiaowen-disable-';
/** On a line of its own. */
const COMMENT = /^[ \t]*<!--[ \t]*tiaowen-disable-(next-line|file)[ \t]([^>\r\n]*)-->[ \t]*$/gm;
/** Stands in front of the reason. */
const REASON = ' --';
const BLANK = /^[ \t\u3000]*(?:<!--.*-->[ \t]*)?$/;

/** The suppressions in the comments of a text, in text order; none where it is no Markdown. */
export function commentSuppressionsOf(document: RegulationDocument): CommentSuppression[] {
  if (!isMarkdownFile(document.uri)) return [];
  const { text } = document;
  if (!text.includes(START)) return [];
  return [...text.matchAll(COMMENT)].flatMap((match) => {
    const [comment, target, words = ''] = match;
    const line = { start: match.index, end: endOfLine(text, match.index + comment.length) };
    const scope = target === 'file' ? { start: 0, end: text.length } : nextLine(text, line.end);
    const first = match.index + comment.lastIndexOf(words);
    const list = words.includes(REASON) ? words.slice(0, words.indexOf(REASON)) : words;
    const codes = [...list.matchAll(/[^\s,，、]+/g)];
    return codes.map(({ 0: code, index }, place) => {
      const span = { start: first + index, end: first + index + code.length };
      // With a code goes what stands between it and the next one, or the one in front of the last.
      const next = codes[place + 1];
      const previous = codes[place - 1];
      const from = next || !previous ? index : previous.index + previous[0].length;
      const alone = { start: first + from, end: next ? first + next.index : span.end };
      return { code, span, scope, removal: codes.length > 1 ? alone : line };
    });
  });
}

/** The comment that has a problem at a place of a Markdown text not reported, and where it is put in; its line above. */
export function commentFor(
  { text }: RegulationDocument,
  code: string,
  { start }: Span,
): { at: number; newText: string } {
  const at = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { at, newText: `<!-- ${START}next-line ${code} -->${lineBreak}` };
}

/** The next line that has text. */
function nextLine(text: string, from: number): Span {
  let start = from;
  while (start < text.length) {
    const end = endOfLine(text, start);
    if (!BLANK.test(text.slice(start, end).replace(/[\r\n]+$/, ''))) return { start, end };
    start = end;
  }
  return { start, end: start };
}

/** Behind the break of the line that a place is on. */
function endOfLine(text: string, at: number): number {
  const lineBreak = /\r\n|\n|\r/g;
  lineBreak.lastIndex = at;
  return lineBreak.test(text) ? lineBreak.lastIndex : text.length;
}
