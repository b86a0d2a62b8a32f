import type { NodeKind } from '../syntax/structure.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { UNITS, type Target, type Unit } from './coordinates.js';

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
  private readonly byNumber = new Map<string, SyntaxNode>();

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
    for (const article of this.articles) {
      // Of two articles with one number the first is meant: the second was put in and has to be renumbered.
      if (article.number && !this.byNumber.has(article.number)) this.byNumber.set(article.number, article);
    }
    this.hasTwins = this.byNumber.size < this.articles.length;
  }

  article(number: string): SyntaxNode | undefined {
    return this.byNumber.get(number);
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
    if (target.paragraph !== undefined) node = child(node, 'paragraph', target.paragraph);
    if (target.item !== undefined) {
      const holders = node?.kind === 'paragraph' ? [node] : (node?.children ?? []);
      node = holders.map((holder) => child(holder, 'item', target.item)).find((item) => item !== undefined);
    }
    if (target.subitem !== undefined) node = child(node, 'subitem', target.subitem);
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
      (listing.length === 1 ? listing[0] : listing.find((candidate) => child(candidate, 'item', target.item)));
    const { item, subitem, ...outer } = target;
    return paragraph
      ? { ...outer, paragraph: Number(paragraph.number), item, ...(subitem !== undefined && { subitem }) }
      : target;
  }

  /** The number of the part that has a name, for 分则第三章. */
  partNamed(heading: string): number | undefined {
    const part = this.containers.find((container) => container.kind === 'part' && container.heading === heading);
    return part ? Number(part.number) : undefined;
  }

  private findContainer(target: Target): SyntaxNode | undefined {
    let candidates: readonly SyntaxNode[] = [this.root];
    for (const unit of UNITS) {
      const value = target[unit];
      if (value === undefined) continue;
      const inside = candidates;
      candidates = this.containers.filter(
        (container) =>
          container.kind === unit &&
          container.number === String(value) &&
          inside.some((outer) => contains(outer, container)),
      );
    }
    return candidates[0];
  }
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

export function hasItems(paragraph: SyntaxNode): boolean {
  return paragraph.children.some(({ kind }) => kind === 'item');
}

/** Puts the coordinates in the order of their depth, so that equal targets print alike. */
export function ordered(target: Target): Target {
  const sorted: Target = {};
  for (const unit of UNITS) if (target[unit] !== undefined) Object.assign(sorted, { [unit]: target[unit] });
  return sorted;
}

function child(node: SyntaxNode | undefined, kind: NodeKind, number: number | undefined): SyntaxNode | undefined {
  if (!node) return undefined;
  const direct = node.children.find((candidate) => candidate.kind === kind && candidate.number === String(number));
  // 目 below a paragraph or an item of which the citation names only the outer one.
  if (direct || kind !== 'subitem' || node.kind !== 'article') return direct;
  return node.children.map((paragraph) => child(paragraph, kind, number)).find((found) => found !== undefined);
}

function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = inner.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}
