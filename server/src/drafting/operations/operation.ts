import type { Message } from '../../checks/check.js';
import type { RegulationDocument } from '../../library/document.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { Edit } from '../edits.js';
import type { Kept } from '../textMap.js';

/** What an operation makes of a text, its numbers not yet right. */
export interface Change {
  /** They do not overlap. */
  readonly edits: readonly Edit[];
  /** Where one goes on typing: the offset in the changed text. */
  readonly caret: number;
  /** Words that the edits take away and put in elsewhere. */
  readonly moved?: readonly Kept[];
}

/** Why an operation is not possible where the caret is. */
export interface Refusal {
  readonly refused: Message;
}

export function isRefusal(result: Change | Refusal): result is Refusal {
  return 'refused' in result;
}

/**
 * A change of the structure of a text, at the caret.
 *
 * @param offset of the caret, in UTF-16 units
 */
export type Operation = (document: RegulationDocument, offset: number) => Change | Refusal;

/** The innermost provision of some kinds at an offset; behind the last character of a line it is that line's. */
export function provisionAt(
  { tree, text }: RegulationDocument,
  offset: number,
  ...kinds: readonly ('article' | 'clause' | 'paragraph' | 'item' | 'subitem')[]
): SyntaxNode | undefined {
  const isBehind = offset > 0 && (offset >= text.length || /[\r\n]/.test(text.charAt(offset)));
  return tree.nodeAt(isBehind ? offset - 1 : offset).enclosing(...kinds);
}

/** The line break that a text is written with. */
export function lineBreakOf({ text }: RegulationDocument): string {
  return /\r\n|[\n\r]/.exec(text)?.[0] ?? '\n';
}

/** The white space in front of a node on its line. */
export function indentationOf({ tree, range }: SyntaxNode): string {
  const start = tree.text.slice(0, range.start).search(/[^\S\r\n]*$/);
  return tree.text.slice(start, range.start);
}
