import { isAmending } from '../checks/amending.js';
import { isUnmarked, labelLike, numberOf } from '../checks/marks.js';
import { sequencesOf } from '../checks/numbered.js';
import type { SequenceNumber } from '../checks/sequence.js';
import { entriesOf, headingsOf } from '../checks/toc/entries.js';
import { CHARACTER_OF_UNIT } from '../citations/coordinates.js';
import { unitOf } from '../citations/provisions.js';
import type { RegulationDocument } from '../library/document.js';
import { formatNumeral, NUMERAL } from '../syntax/numerals.js';
import type { SyntaxNode } from '../syntax/tree.js';
import type { Edit } from './edits.js';
import type { Identity } from './identity.js';

/**
 * The edits that make the numbers of 编, 章, 节, 条, 项 and 目 right (Legislation Law, article 65: they follow one
 * another in order), in the annexes as well, and those of the table of contents with them. Numbers that are right are
 * left as they are written.
 *
 * @param identity tells which list has lost its first item
 */
export function numberingEdits(document: RegulationDocument, identity: Identity): Edit[] {
  const numbers = rightNumbers(document, identity);
  const marks = [...numbers].flatMap(([node, number]) => {
    if (isUnmarked(node) || isSame(numberOf(node), number)) return [];
    return [{ span: node.mark, newText: newLabel(node, number) }];
  });
  return [...marks, ...contentsEdits(document, numbers)];
}

/** The numbers that are right, of the lists in which something may be wrong; in all others they are as they are written. */
export type RightNumbers = ReadonlyMap<SyntaxNode, SequenceNumber>;

/** @param identity as in {@link numberingEdits} */
export function rightNumbers(document: RegulationDocument, identity: Identity): RightNumbers {
  return new Map(sequencesOf(document.tree).flatMap(({ nodes }) => numbersInOrder(nodes, document, identity)));
}

function numbersInOrder(
  nodes: readonly SyntaxNode[],
  { title, subtitle }: RegulationDocument,
  identity: Identity,
): (readonly [SyntaxNode, SequenceNumber])[] {
  const [first] = nodes;
  if (!first) return [];
  // A file that holds a part of a statute, or an amendment, goes on with numbers that are not in it.
  const isExcerpt = !first.enclosing('annex') && (subtitle !== undefined || isAmending(title));
  const isListed = first.kind === 'item' || first.kind === 'subitem';
  let main = (isExcerpt || (isListed && !hadFirst(first, identity)) ? firstNumber(nodes) : 1) - 1;
  let inserted = 0;
  return nodes.map((node) => {
    // 第十二条之一 stays behind the article that it was put behind.
    if (main > 0 && (numberOf(node)?.length ?? 1) > 1) return [node, [main, ++inserted]];
    inserted = 0;
    return [node, [++main]];
  });
}

/** The number that a list begins with, as it is written. */
function firstNumber(nodes: readonly SyntaxNode[]): number {
  const index = nodes.findIndex((node) => numberOf(node) !== undefined);
  const [number = 1] = (nodes[index] && numberOf(nodes[index])) ?? [];
  return Math.max(1, number - Math.max(0, index));
}

/**
 * Whether a list that begins with another item than the first one had that one before, so that it was deleted. Where it
 * never had it, its mark was lost: the provision is still there, and the others have their numbers.
 */
function hadFirst(first: SyntaxNode, identity: Identity): boolean {
  if (first.isPlaceholder || numberOf(first)?.[0] === 1) return true;
  const before = identity.before(first);
  // A new one in front of those that were there.
  if (!before) return true;
  return before.parent?.children.some((child) => child.kind === first.kind && numberOf(child)?.[0] === 1) === true;
}

function isSame(one: SequenceNumber | undefined, other: SequenceNumber): boolean {
  return one?.join('-') === other.join('-');
}

/** What stands in a mark where the number is left open: ×, or nothing. */
const BLANK = /[×✕xXＸｘ_＿]+/;

/** A number as the mark of a node writes its own; one that was left open as it is written without being. */
function newLabel(node: SyntaxNode, number: SequenceNumber): string {
  const { kind, label, isPlaceholder } = node;
  if (!isPlaceholder || kind === 'article') return labelLike(node, number);
  const [value = 1] = number;
  if (kind === 'item') return `（${formatNumeral(value)}）`;
  const unit = unitOf(node);
  if (kind === 'subitem' || kind === 'clause' || !unit) return label.replace(BLANK, String(value));
  return `第${formatNumeral(value)}${kind === 'subpart' ? '分编' : CHARACTER_OF_UNIT[unit]}`;
}

/** The numbers of the table of contents: each entry gets that of the heading with its name. */
function contentsEdits(document: RegulationDocument, numbers: RightNumbers): Edit[] {
  const edits: Edit[] = [];
  for (const root of [document.tree.root, ...document.annexes]) {
    const contents = root.children.find(({ kind }) => kind === 'contents');
    if (!contents) continue;
    const headings = new Map<string, SyntaxNode[]>();
    for (const { node, kind, name } of headingsOf(root)) {
      const same = headings.get(`${kind} ${name}`);
      if (same) same.push(node);
      else headings.set(`${kind} ${name}`, [node]);
    }
    for (const { node, kind, number, name } of entriesOf(contents)) {
      const [value] = numbers.get(headings.get(`${kind} ${name}`)?.shift() ?? node) ?? [];
      if (value === undefined || String(value) === number) continue;
      const numeral = new RegExp(`[${NUMERAL}]+|${BLANK.source}`).exec(node.label);
      const start = node.mark.start + (numeral?.index ?? 0);
      if (numeral) edits.push({ span: { start, end: start + numeral[0].length }, newText: formatNumeral(value) });
    }
  }
  return edits;
}
