import type { Message, MovedCitation } from '../checks/check.js';
import { namesOf } from '../checks/citation/whatExists.js';
import { UNITS, type Target } from '../citations/coordinates.js';
import { targetOf, unitOf } from '../citations/provisions.js';
import type { Mention } from '../citations/resolve.js';
import type { Library } from '../library/library.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { isRelative, wordsFor } from './citationWords.js';
import { Identity } from './identity.js';
import { rightNumbers, type RightNumbers } from './numbers.js';
import { hasTwin } from './places.js';
import type { Draft } from './renumber.js';

/**
 * The citations in a draft of its own provisions that no longer lead to what they were written for, because provisions
 * have come, gone or moved and the text was not renumbered yet. What would be right by itself once it is renumbered is
 * told all the same: until then it leads elsewhere.
 */
export function movedCitations(library: Library, draft: Draft): MovedCitation[] {
  const { before, after, map } = draft;
  const identity = new Identity(before.tree, after.tree, map);
  const earlier = new Map<string, Mention>();
  for (const mention of ownCitations(library, before)) {
    const start = identity.stretch(mention.start, mention.end);
    if (start !== undefined) earlier.set(placeOf(start, start + mention.end - mention.start), mention);
  }
  let numbers: RightNumbers | undefined;
  const moved: MovedCitation[] = [];
  for (const mention of ownCitations(library, after)) {
    const was = earlier.get(placeOf(mention.start, mention.end));
    const meant = was && nodesOf(library, before, was);
    // Of two provisions with one number nobody knows which was meant.
    if (!meant || meant.some(hasTwin)) continue;
    const wanted = new Set(meant.flatMap((node) => identity.after(node)));
    const nodes = [...wanted].sort((a, b) => a.full.start - b.full.start);
    const found = nodesOf(library, after, mention) ?? [];
    // 前条 counts from its place: that there is another provision with the number does not lead it astray.
    const isCounted = isRelative(after.characters.slice(mention.start, mention.end));
    const isRight = isSame(wanted, found) || (isCounted && isAlike(nodes.map(targetOf), found.map(targetOf)));
    if (isRight && nodes.length > 0) continue;
    const targets = nodes.map((node) => rightTarget(node, (numbers ??= rightNumbers(after, identity))));
    // A number that was mistyped is to become again what the citation says.
    const isSaid = isAlike(targets, mention.targets);
    moved.push({
      span: { start: mention.start, end: mention.end },
      now: nameOf(isSaid ? nodes.map(targetOf) : targets),
    });
  }
  return moved;
}

function ownCitations(library: Library, document: Draft['after']): Mention[] {
  return library.citationsOf(document).mentions.filter(({ kind, doc }) => kind === 'provision' && doc === 'self');
}

/** Where a citation leads within its text; undefined where it leads nowhere, or to another file. */
function nodesOf(library: Library, document: Draft['after'], mention: Mention): SyntaxNode[] | undefined {
  const resolution = library.resolve(document, mention);
  if (resolution.state !== 'found' || resolution.places.some((place) => place.document !== document)) return undefined;
  return resolution.places.map(({ node }) => node);
}

function isSame(wanted: ReadonlySet<SyntaxNode>, found: readonly SyntaxNode[]): boolean {
  return wanted.size === new Set(found).size && found.every((node) => wanted.has(node));
}

function isAlike(one: readonly Target[], other: readonly Target[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The coordinates that a provision has once the numbers are right. */
function rightTarget(node: SyntaxNode, numbers: RightNumbers): Target {
  const target = targetOf(node);
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    const unit = unitOf(at);
    const number = numbers.get(at);
    if (!unit || !number || target[unit] === undefined) continue;
    if (unit === 'article') target.article = number.join('-');
    else target[unit] = number[0];
  }
  return target;
}

function nameOf(targets: readonly Target[]): Message | undefined {
  if (targets.length === 0) return undefined;
  const en = targets.map(
    (target) =>
      namesOf(
        target,
        UNITS.filter((unit) => target[unit] !== undefined),
      ).en,
  );
  return { zh: wordsFor(targets, undefined, ''), en: en.join(', ') };
}

function placeOf(start: number, end: number): string {
  return `${String(start)} ${String(end)}`;
}
