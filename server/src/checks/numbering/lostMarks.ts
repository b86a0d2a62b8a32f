import type { SyntaxNode } from '../../syntax/tree.js';
import type { Finding } from '../check.js';
import { isUnmarked, labelLike, namesLike, numberOf } from '../marks.js';
import type { NumberedSequence } from '../numbered.js';

/**
 * Reports the items of a list that stand there without their numbers, which conversion of an automatic list lost: items
 * in a row together, each run with the fix that puts the numbers in.
 *
 * @param wanted whether runs at the front of the list are asked for, or those behind an item
 */
export function* lostMarks(
  { nodes }: NumberedSequence,
  wanted: 'at the front' | 'behind an item',
): Generator<Finding, void, undefined> {
  let run: SyntaxNode[] = [];
  for (const node of nodes) {
    if (isUnmarked(node)) {
      run.push(node);
      continue;
    }
    // The tree numbers a line only in front of an item that has its number.
    const isFront = run[0] === nodes[0];
    if (run.length > 0 && isFront === (wanted === 'at the front')) yield finding(run, node);
    if (run.length > 0) run = [];
  }
}

function finding(run: readonly SyntaxNode[], like: SyntaxNode): Finding {
  const numbers = run.map((node) => numberOf(node) ?? []);
  const names = namesLike(like, { from: numbers[0] ?? [], to: numbers.at(-1) ?? [], count: run.length });
  const edits = run.map(({ body }, index) => ({
    span: { start: body.start, end: body.start },
    newText: labelLike(like, numbers[index] ?? []),
  }));
  return {
    span: { start: run[0]?.body.start ?? 0, end: run.at(-1)?.body.end ?? 0 },
    message: { zh: `此处缺序号${names.zh}。`, en: `Missing here: the number of ${names.en}.` },
    fixes: [{ title: { zh: `补上${names.zh}`, en: `Put in ${names.zh}` }, edits }],
  };
}
