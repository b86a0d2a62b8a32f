import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import { PROVISION_KINDS } from '../syntax/outline.js';
import type { NodeKind } from '../syntax/structure.js';
import { positionOf } from './positions.js';

/** A paragraph folds to its opening words, an item to its own, with the list below it hidden. */
const FOLDED: ReadonlySet<NodeKind> = new Set([...PROVISION_KINDS, 'contents', 'annex']);

/**
 * What can be folded, by whole lines: containers, articles of several lines, lists of items, the table of contents,
 * annexes. Of ranges that begin on one line there is only the longest, since editors show one handle a line.
 */
export function foldingRanges(document: RegulationDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let lastStart = -1;
  for (const { kind, range } of document.tree.root.walk()) {
    if (!FOLDED.has(kind)) continue;
    const startLine = positionOf(document, range.start).line;
    const endLine = positionOf(document, range.end).line;
    // Nodes come in text order, the outer one first.
    if (endLine <= startLine || startLine <= lastStart) continue;
    lastStart = startLine;
    // The table of contents opens the text as imports open a program: an editor that folds those by itself folds it.
    ranges.push({ startLine, endLine, ...(kind === 'contents' && { kind: FoldingRangeKind.Imports }) });
  }
  return ranges;
}
