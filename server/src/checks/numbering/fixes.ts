import type { SyntaxNode } from '../../syntax/tree.js';
import type { Fix } from '../check.js';
import { labelLike } from '../marks.js';
import type { SequenceNumber } from '../sequence.js';

/** The fix that gives a provision its right number, where there is one. */
export function renumberingFixes(node: SyntaxNode, right: SequenceNumber | undefined): Fix[] | undefined {
  if (!right) return undefined;
  const label = labelLike(node, right);
  return [{ title: { zh: `改为${label}`, en: `Change to ${label}` }, edits: [{ span: node.mark, newText: label }] }];
}
