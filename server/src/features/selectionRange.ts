import type { Position, SelectionRange } from 'vscode-languageserver';
import { mentionAt, type RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { holds, nodeAtCaret } from './positions.js';

const ENDS_CLAUSE = '，。；：';
const ENDS_SENTENCE = '。；';

/**
 * What a selection grows by, from the caret out: citation or 《title》, clause, sentence, then item, paragraph, article,
 * section, chapter, part, document. One result for each position, in their order.
 */
export function selectionRanges(
  library: Library,
  document: RegulationDocument,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    let selection: SelectionRange | undefined;
    for (const span of growing(spansAt(library, document, offset), offset).reverse()) {
      selection = { range: document.rangeOf(span), ...(selection && { parent: selection }) };
    }
    return selection ?? { range: document.rangeOf({ start: offset, end: offset }) };
  });
}

/** Candidates from the innermost out. */
function spansAt(library: Library, document: RegulationDocument, offset: number): Span[] {
  const spans: Span[] = [];
  const mention = mentionAt(library.citationsOf(document).mentions, offset);
  if (mention) spans.push(mention);
  const innermost = nodeAtCaret(document, offset);
  if (holds(innermost.body, offset)) {
    spans.push(stretch(document.text, innermost.body, mention ?? { start: offset, end: offset }, ENDS_CLAUSE, false));
    spans.push(stretch(document.text, innermost.body, mention ?? { start: offset, end: offset }, ENDS_SENTENCE, true));
    spans.push(innermost.body);
  }
  for (let node: SyntaxNode | undefined = innermost; node; node = node.parent) {
    // Number and words of an item without its subitems, a heading without what it heads.
    spans.push({ start: node.range.start, end: node.selectionRange.end }, node.range);
  }
  spans.push({ start: 0, end: document.characters.length });
  return spans;
}

/** Extends a span to the nearest punctuation marks on both sides. */
function stretch(text: string, limits: Span, inner: Span, marks: string, withMark: boolean): Span {
  let { start, end } = inner;
  while (start > limits.start && !marks.includes(text.charAt(start - 1))) start--;
  while (end < limits.end && !marks.includes(text.charAt(end))) end++;
  return { start, end: withMark && end < limits.end ? end + 1 : end };
}

/** Leaves out what does not hold the caret, and what is not larger than what came before. */
function growing(spans: readonly Span[], offset: number): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    const isLarger = last === undefined || span.start < last.start || span.end > last.end;
    const isAround = last === undefined || (span.start <= last.start && span.end >= last.end);
    if (holds(span, offset) && span.end > span.start && isLarger && isAround) kept.push(span);
  }
  return kept;
}
