import type { Target } from '../citations/coordinates.js';
import type { NodeKind } from '../syntax/structure.js';
import type { SyntaxNode } from '../syntax/tree.js';

/** What the naming convention of Akoma Ntoso calls each kind. */
const NAMES: Partial<Readonly<Record<NodeKind, string>>> = {
  part: 'part',
  subpart: 'subpart',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  clause: 'cl',
  paragraph: 'para',
  item: 'point',
  subitem: 'indent',
  contents: 'toc',
};

const SEPARATOR = '__';

/**
 * Names of the provisions of a text by the naming convention of Akoma Ntoso: `art_5__para_2__point_1`, `chp_2__sec_1`.
 * Articles count through an instrument, so that the chapter is no part of their name. Each name is given once: a second
 * 第五条 is `art_5_2`.
 */
export class EIds {
  private readonly byPlace = new Map<string, string>();
  private readonly used = new Set<string>();
  /** How many have asked for a name. */
  private readonly counts = new Map<string, number>();

  /** @param root of a whole text */
  constructor(root: SyntaxNode) {
    this.nameBelow(root, '', '');
  }

  /** The name of a provision, a table of contents or an annex of the text; undefined for all others. */
  of(node: SyntaxNode): string | undefined {
    return this.byPlace.get(placeOf(node));
  }

  /**
   * @param instrument what the names of articles begin with: that of the annex they are in
   * @param above what the names of other children begin with
   */
  private nameBelow(node: SyntaxNode, instrument: string, above: string): void {
    let annexes = 0;
    for (const child of node.children) {
      const { kind } = child;
      const name = NAMES[kind];
      if (kind === 'annex') {
        const own = this.give(child, `att_${String(++annexes)}`) + SEPARATOR;
        this.nameBelow(child, own, own);
      } else if (name !== undefined) {
        const prefix = kind === 'article' || kind === 'clause' ? instrument : above;
        const own = this.give(child, `${prefix}${name}_${numberOf(child)}`);
        this.nameBelow(child, instrument, own + SEPARATOR);
      }
    }
  }

  private give(node: SyntaxNode, name: string): string {
    let unique = name;
    // A text may have one number over and over: which names are taken is not looked for from the beginning each time.
    let count = this.counts.get(name) ?? 1;
    while (this.used.has(unique)) unique = `${name}_${String(++count)}`;
    this.counts.set(name, count);
    this.used.add(unique);
    this.byPlace.set(placeOf(node), unique);
    return unique;
  }
}

/** The name of a provision of any instrument, from its coordinates; empty for the whole of it. */
export function eIdOfTarget(target: Target): string {
  const { part, subpart, chapter, section, article, paragraph, item, subitem } = target;
  const steps =
    article === undefined
      ? { part, subpart, chp: chapter, sec: section }
      : { art: article, para: paragraph, point: item, indent: subitem };
  return Object.entries(steps)
    .flatMap(([name, number]) => (number === undefined ? [] : [`${name}_${String(number)}`]))
    .join(SEPARATOR);
}

/** A node is made anew when the tree is; its kind and its place name it. */
function placeOf({ kind, offset }: SyntaxNode): string {
  return `${kind} ${String(offset)}`;
}

/** The number; by its place where the node has none (第×条). */
function numberOf(node: SyntaxNode): string {
  if (node.kind === 'contents') return '1';
  return node.number || `nn-${String(node.index + 1)}`;
}
