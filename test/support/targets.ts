import type { Target } from '../../server/src/citations/coordinates.js';
import { CHARACTER_OF_UNIT, UNITS } from '../../server/src/citations/coordinates.js';
import { citationsOf } from '../../server/src/citations/citations.js';
import { Provisions } from '../../server/src/citations/provisions.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { titleKey } from '../../server/src/citations/titles.js';
import { titleOf } from '../../server/src/syntax/outline.js';

/** 120-1条2款3项 */
export function drawTarget(target: Target): string {
  return UNITS.filter((unit) => target[unit] !== undefined)
    .map((unit) => `${String(target[unit])}${CHARACTER_OF_UNIT[unit]}`)
    .join('');
}

/**
 * The citations of a text, one a line: the words, → the instrument, unless it is the text's own, and the targets. Range
 * ends are marked 至, and 无 says that nothing stands before.
 *
 * @param others texts that citations of other instruments may look into
 */
export function drawMentions(text: string, others: readonly string[] = []): string[] {
  const trees = others.map((other) => SyntaxTree.parse(other));
  const provisionsOf = (title: string): Provisions[] =>
    trees.filter((tree) => titleKey(titleOf(tree)) === titleKey(title)).map((tree) => new Provisions(tree.root));
  const knows = (title: string): boolean => provisionsOf(title).length > 0;
  return citationsOf(SyntaxTree.parse(text), { provisionsOf, knows }).mentions.map((mention) => {
    const doc = mention.doc === 'self' ? '' : `《${mention.doc}》`;
    const targets = mention.targets.map(drawTarget).join('、');
    const marks = `${mention.rangeEnd ? '至' : ''}${mention.nothingBefore ? '无' : ''}`;
    return `${text.slice(mention.start, mention.end)} → ${marks}${doc}${targets}`;
  });
}
