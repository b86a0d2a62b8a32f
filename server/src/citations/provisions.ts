import type { NodeKind } from '../syntax/structure.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { UNITS, type Target, type Unit } from './coordinates.js';

/** Is told what is looked up in an instrument, so that it can be seen later whether what follows from it still holds. */
export interface LookupObserver {
  /** An article was looked up by its number; all that is in it may have been looked at. */
  lookedUp(number: string, article: SyntaxNode | undefined): void;
  /** The articles in front of another one were asked for. */
  lookedBefore(count: number, articles: readonly SyntaxNode[]): void;
  /** Something else than articles was looked for. */
  lookedAround(): void;
}

const CONTAINERS: ReadonlySet<NodeKind> = new Set(['part', 'subpart', 'chapter', 'section']);

/**
 * The provisions of one instrument or annex, looked up by their coordinates. What stands in an annex has coordinates of
 * its own.
 */
export class Provisions {
  /** In text order; where a number is given twice, both. */
  readonly articles: readonly SyntaxNode[];
  readonly containers: readonly SyntaxNode[];
  /** Whether two articles have the same number. */
  readonly hasTwins: boolean;
  observer: LookupObserver | undefined;
  /** The articles by their numbers; absent where each one stands at the place that its number says. */
  private readonly byNumber: ReadonlyMap<string, SyntaxNode> | undefined;
  private readonly children = new ChildrenByNumber();

  /** @param root a document or an annex */
  constructor(readonly root: SyntaxNode) {
    const articles: SyntaxNode[] = [];
    const containers: SyntaxNode[] = [];
    const visit = (node: SyntaxNode): void => {
      for (const child of node.children) {
        if (child.kind === 'article') articles.push(child);
        else if (CONTAINERS.has(child.kind)) {
          containers.push(child);
          visit(child);
        }
      }
    };
    visit(root);
    // An instrument without articles is cited by the numbers of its clauses: 本决定第二条 is 二、.
    this.articles = articles.length > 0 ? articles : root.children.filter(({ kind }) => kind === 'clause');
    this.containers = containers;
    this.byNumber = this.articles.every(standsAtItsNumber) ? undefined : byNumber(this.articles);
    this.hasTwins = this.byNumber !== undefined && this.byNumber.size < this.articles.length;
  }

  /** The articles right before one, at most so many, in text order. */
  before(article: SyntaxNode, count: number): readonly SyntaxNode[] {
    const index = firstFrom(this.articles, article.offset);
    const before = this.articles.slice(Math.max(0, index - count), index);
    this.observer?.lookedBefore(count, before);
    return before;
  }

  article(number: string): SyntaxNode | undefined {
    const article = this.byNumber ? this.byNumber.get(number) : this.articles[Number(number) - 1];
    this.observer?.lookedUp(number, article);
    return article;
  }

  /** The nearest siblings of its kind in front of a container, at most so many, in text order. */
  containersBefore(container: SyntaxNode, count: number): readonly SyntaxNode[] {
    this.observer?.lookedAround();
    return siblingsBefore(container, count);
  }

  /**
   * The node at a target, or undefined where there is none. An empty target is the root.
   *
   * @param home the node that cites: of two articles with one number the one it stands in is meant by 本条 and 前款
   */
  find(target: Target, home?: SyntaxNode): SyntaxNode | undefined {
    if (target.article === undefined) return this.findContainer(target);
    const own = home?.enclosing('article', 'clause');
    let node = own?.number === target.article ? own : this.article(target.article);
    if (target.paragraph !== undefined) node = this.children.find(node, 'paragraph', target.paragraph);
    if (target.item !== undefined) {
      const holders = node?.kind === 'paragraph' ? [node] : (node?.children ?? []);
      node = first(holders, (holder) => this.listed(holder, target.item));
    }
    if (target.subitem !== undefined) {
      // 目 below a paragraph of which the citation names only the article.
      const holders = node?.kind === 'article' ? node.children : node ? [node] : [];
      node = first(holders, (holder) => this.children.find(holder, 'subitem', target.subitem));
    }
    return node;
  }

  /**
   * Fills in the paragraph of an item that was cited without it: the only paragraph, the only one with items, or the
   * first that has the item. A target that stays without a paragraph has no such item anywhere.
   */
  withParagraph(target: Target): Target {
    if (target.item === undefined || target.paragraph !== undefined || target.article === undefined) return target;
    const paragraphs = this.article(target.article)?.children ?? [];
    const listing = paragraphs.filter(hasItems);
    const paragraph =
      (paragraphs.length === 1 ? paragraphs[0] : undefined) ??
      (listing.length === 1 ? listing[0] : listing.find((candidate) => this.listed(candidate, target.item)));
    const { item, subitem, ...outer } = target;
    return paragraph
      ? { ...outer, paragraph: Number(paragraph.number), item, ...(subitem !== undefined && { subitem }) }
      : target;
  }

  /** The number of the part that has a name, for 分则第三章. */
  partNamed(heading: string): number | undefined {
    this.observer?.lookedAround();
    const part = this.containers.find((container) => container.kind === 'part' && container.heading === heading);
    return part ? Number(part.number) : undefined;
  }

  /** The item of a paragraph; where it has no items but 1. 2., 第一项 means those. */
  private listed(paragraph: SyntaxNode, item: number | undefined): SyntaxNode | undefined {
    const found = this.children.find(paragraph, 'item', item);
    return (
      found ?? (paragraph.children[0]?.kind === 'subitem' ? this.children.find(paragraph, 'subitem', item) : undefined)
    );
  }

  private findContainer(target: Target): SyntaxNode | undefined {
    this.observer?.lookedAround();
    let candidates: readonly SyntaxNode[] = [this.root];
    for (const unit of UNITS) {
      if (target[unit] === undefined) continue;
      const number = String(target[unit]);
      const inside: SyntaxNode[] = [];
      for (const container of this.containers) {
        if (container.kind !== unit || container.number !== number) continue;
        if (isInOneOf(candidates, container)) inside.push(container);
      }
      candidates = inside;
    }
    return candidates[0];
  }
}

function standsAtItsNumber({ green: { numeral, inserted } }: SyntaxNode, index: number): boolean {
  return numeral?.value === index + 1 && inserted === undefined;
}

function byNumber(articles: readonly SyntaxNode[]): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  for (const article of articles) {
    // Of two articles with one number the first is meant: the second was put in and has to be renumbered.
    if (article.number && !found.has(article.number)) found.set(article.number, article);
  }
  return found;
}

/** The place of the first of some nodes, which are in text order, that does not begin before an offset. */
function firstFrom(nodes: readonly SyntaxNode[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.offset ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest siblings of its kind before a node, at most so many, in text order. */
export function siblingsBefore(node: SyntaxNode, count: number): SyntaxNode[] {
  const before: SyntaxNode[] = [];
  const siblings = node.parent?.children ?? [];
  for (let index = node.index - 1; index >= 0 && before.length < count; index--) {
    const sibling = siblings[index];
    if (sibling?.kind === node.kind) before.unshift(sibling);
  }
  return before;
}

/** The coordinates of a node in its instrument. */
export function targetOf(node: SyntaxNode): Target {
  const target: Target = {};
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    const unit = unitOf(at);
    if (!unit || !at.number) continue;
    if (unit === 'article') {
      target.article = at.number;
      // The article says where it is, whatever stands above it.
      return ordered(target);
    }
    // Of subitems in subitems the outermost is what 第一目 counts.
    target[unit] = Number(at.number);
  }
  return ordered(target);
}

export function unitOf(node: SyntaxNode): Unit | undefined {
  if (node.kind === 'clause') return 'article';
  return (UNITS as readonly string[]).includes(node.kind) ? (node.kind as Unit) : undefined;
}

/** Whether a paragraph has a list, of items or, as decisions have it, of 1. 2. without items above. */
export function hasItems(paragraph: SyntaxNode): boolean {
  return paragraph.children.length > 0;
}

function first(
  holders: readonly SyntaxNode[],
  find: (holder: SyntaxNode) => SyntaxNode | undefined,
): SyntaxNode | undefined {
  for (const holder of holders) {
    const found = find(holder);
    if (found) return found;
  }
  return undefined;
}

/** Puts the coordinates in the order of their depth, so that equal targets print alike. */
export function ordered(target: Target): Target {
  const sorted: Target = {};
  for (const unit of UNITS) if (target[unit] !== undefined) Object.assign(sorted, { [unit]: target[unit] });
  return sorted;
}

/** Finds children by kind and number; of two alike the first. */
class ChildrenByNumber {
  /** Of the nodes whose children do not stand where their numbers say. */
  private readonly numbered = new Map<SyntaxNode, ReadonlyMap<string, SyntaxNode>>();

  find(node: SyntaxNode | undefined, kind: NodeKind, number: number | undefined): SyntaxNode | undefined {
    if (!node || number === undefined) return undefined;
    // Numbers count from one without gaps as a rule, so that the place is known and need not be searched.
    const expected = node.children[number - 1];
    if (expected?.kind === kind && expected.number === String(number)) return expected;
    return this.childrenOf(node).get(`${kind}${String(number)}`);
  }

  private childrenOf(node: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
    const known = this.numbered.get(node);
    if (known) return known;
    const children = new Map<string, SyntaxNode>();
    for (const child of node.children) {
      const key = `${child.kind}${child.number}`;
      if (!children.has(key)) children.set(key, child);
    }
    this.numbered.set(node, children);
    return children;
  }
}

function isInOneOf(containers: readonly SyntaxNode[], inner: SyntaxNode): boolean {
  for (let at = inner.parent; at; at = at.parent) if (containers.includes(at)) return true;
  return false;
}
