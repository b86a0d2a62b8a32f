import { targetOf } from '../citations/provisions.js';
import { articlesOf, PROVISION_KINDS } from '../syntax/outline.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { Identity } from './identity.js';
import { numberingEdits } from './numbers.js';
import type { Draft } from './renumber.js';

/**
 * Whether a text has only got more: its numbers are right, and each provision that was there is there by the number that it
 * had. What its citations and those of other texts meant is then what they say.
 */
export function hasOnlyGrown({ before, after, map }: Draft): boolean {
  if (!areInOrder(articlesOf(after.tree.root))) return false;
  const identity = new Identity(before.tree, after.tree, map);
  for (const node of before.tree.root.walk()) {
    if (!PROVISION_KINDS.has(node.kind) && node.kind !== 'annex') continue;
    const [itself, ...others] = identity.after(node);
    if (!itself || others.length > 0 || !hasItsNumber(node, itself) || !isAtHome(identity, node, itself)) return false;
  }
  return numberingEdits(after, identity).length === 0;
}

/** Tells at once of most texts that are not right, in which numbers are missing or double. */
function areInOrder(articles: readonly SyntaxNode[]): boolean {
  return articles.every(({ number }, index) => {
    const last = articles[index - 1]?.number;
    return last === undefined || number.includes('-') || parseInt(number, 10) === parseInt(last, 10) + 1;
  });
}

function hasItsNumber(before: SyntaxNode, after: SyntaxNode): boolean {
  return before.kind === after.kind && JSON.stringify(targetOf(before)) === JSON.stringify(targetOf(after));
}

/** Whether a provision stands in what it stood in: 本章 depends on it. */
function isAtHome(identity: Identity, before: SyntaxNode, after: SyntaxNode): boolean {
  const { parent } = before;
  if (!parent?.parent) return true;
  const [home] = identity.after(parent);
  for (let at = after.parent; at; at = at.parent) if (at === home) return true;
  return false;
}
