import type { Span } from '../syntax/tree.js';
import type { Kept } from './textMap.js';
import { TextMap } from './textMap.js';

/** Puts other words in the place of a span of a text; of an empty span, in between. Offsets are UTF-16 units. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** In text order, without those that change nothing. */
export function inOrder(text: string, edits: Iterable<Edit>): Edit[] {
  return [...edits]
    .filter(({ span, newText }) => text.slice(span.start, span.end) !== newText)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * The text after edits, which do not overlap.
 *
 * @returns the text, and where its characters were before
 */
export function applied(text: string, edits: Iterable<Edit>): { text: string; map: TextMap } {
  let result = '';
  let at = 0;
  const kept: Kept[] = [];
  const keep = (end: number): void => {
    if (end > at) kept.push({ before: at, after: result.length, length: end - at });
    result += text.slice(at, end);
  };
  for (const { span, newText } of inOrder(text, edits)) {
    keep(span.start);
    result += newText;
    at = span.end;
  }
  keep(text.length);
  return { text: result, map: new TextMap(kept) };
}
