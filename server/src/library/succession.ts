import type { Target } from '../citations/coordinates.js';
import { targetOf } from '../citations/provisions.js';
import { NUMERAL } from '../syntax/numerals.js';
import { articleLabel, type SyntaxNode } from '../syntax/tree.js';
import { align, wordsOf, type Counterpart } from './alignment.js';
import type { RegulationDocument } from './document.js';

/** What a later version has in the place of a provision. */
export interface Successor {
  readonly state:
    /** The same text, wherever it stands. */
    | 'same'
    /** The provision, its text amended. */
    | 'changed'
    /** Nothing: the provision was deleted, or is too different to be known again. */
    | 'gone';
  /** Its coordinates; of one that is gone those of what it was part of, if that is there. */
  readonly target: Target | undefined;
}

/**
 * What a later version of an instrument has in the place of a provision.
 *
 * @param target of an article or of what is in it
 * @returns undefined where the earlier version has no such provision, and for parts, chapters and sections
 */
export function successorOf(
  earlier: RegulationDocument,
  later: RegulationDocument,
  target: Target,
): Successor | undefined {
  let ofLater = known.get(earlier);
  if (!ofLater) known.set(earlier, (ofLater = new WeakMap()));
  let succession = ofLater.get(later);
  if (!succession) ofLater.set(later, (succession = new Succession()));
  return succession.of(earlier, later, target);
}

const known = new WeakMap<RegulationDocument, WeakMap<RegulationDocument, Succession>>();

/** One version and a later one. It remembers numbers only, so that the trees they were read from may be dropped. */
class Succession {
  private articles: ReadonlyMap<string, Counterpart> | undefined;
  private byLabel: ReadonlyMap<string, Counterpart> | undefined;
  private paragraphs: ReadonlyMap<string, Target | undefined> | undefined;
  private readonly successors = new Map<string, Successor | undefined>();

  of(earlier: RegulationDocument, later: RegulationDocument, target: Target): Successor | undefined {
    const key = `${target.article ?? ''}/${[target.paragraph, target.item, target.subitem].join('/')}`;
    if (!this.successors.has(key)) this.successors.set(key, this.find(earlier, later, target));
    return this.successors.get(key);
  }

  private find(earlier: RegulationDocument, later: RegulationDocument, target: Target): Successor | undefined {
    const node = target.article === undefined ? undefined : earlier.provisions.find(target);
    const article = node?.enclosing('article', 'clause');
    if (!node || !article) return undefined;
    const counterpart = this.counterparts(earlier, later).get(article.number);
    const other = counterpart && later.provisions.articles[counterpart.index];
    const path = pathBelow(article, node);
    return (other && this.sameBelow(article, other, path, later)) ?? this.within(path, article, other, later);
  }

  /** Goes down from an article that was amended, as long as what the provision is in can be known again. */
  private within(
    path: readonly number[],
    article: SyntaxNode,
    other: SyntaxNode | undefined,
    later: RegulationDocument,
  ): Successor {
    // Of an article of one paragraph that paragraph is the text, wherever it went.
    const steps = path.length === 0 && article.children.length === 1 ? [0] : path;
    let [from, to] = [article, other];
    for (const [depth, index] of steps.entries()) {
      const child = from.children[index];
      if (!child) break;
      const counterpart = to && align(from.children, to.children)[index];
      const next = counterpart && to?.children[counterpart.index];
      const rest = steps.slice(depth + 1);
      const elsewhere = child.kind === 'paragraph' ? this.paragraphLike(child, later) : undefined;
      const same =
        (next && this.sameBelow(child, next, rest, later)) ??
        (elsewhere && this.sameBelow(child, elsewhere, rest, later));
      if (same) return same;
      if (path.length === 0) break;
      if (!next) return successor('gone', to);
      [from, to] = [child, next];
    }
    return successor(to ? 'changed' : 'gone', to);
  }

  /** The only paragraph of the later version that has the words of an earlier one: articles are split and joined. */
  private paragraphLike(paragraph: SyntaxNode, later: RegulationDocument): SyntaxNode | undefined {
    const sought = wordsOf(paragraph);
    if (sought.length < LEAST_LENGTH) return undefined;
    if (!this.paragraphs) {
      const paragraphs = new Map<string, Target | undefined>();
      for (const each of later.provisions.articles.flatMap(({ children }) => children)) {
        const words = wordsOf(each);
        paragraphs.set(words, paragraphs.has(words) ? undefined : targetOf(each));
      }
      this.paragraphs = paragraphs;
    }
    const target = this.paragraphs.get(sought);
    return target && later.provisions.find(target);
  }

  /** What is in the same place of a provision with the same words; a lost line break makes two paragraphs one. */
  private sameBelow(
    earlier: SyntaxNode,
    later: SyntaxNode,
    path: readonly number[],
    document: RegulationDocument,
  ): Successor | undefined {
    const [from, to] = [follow(earlier, path), follow(later, path)];
    return from && to && this.isSame(earlier, later, document) && this.isSame(from, to, document)
      ? successor('same', to)
      : undefined;
  }

  /**
   * Whether two texts differ in nothing but the numbers of articles that they cite, and these are the new numbers of the
   * same articles: what the law did when it was renumbered is no change of the text.
   */
  private isSame(earlier: SyntaxNode, later: SyntaxNode, { provisions }: RegulationDocument): boolean {
    const [before, after] = [wordsOf(earlier), wordsOf(later)];
    if (before === after) return true;
    if (before.replace(ARTICLE, '') !== after.replace(ARTICLE, '')) return false;
    const cited = [...after.matchAll(ARTICLE)].map(([label]) => label);
    return [...before.matchAll(ARTICLE)].every(([label], index) => {
      if (label === cited[index]) return true;
      const counterpart = this.articlesByLabel().get(label);
      const number = counterpart && provisions.articles[counterpart.index]?.number;
      return number !== undefined && number !== '' && articleLabel(number) === cited[index];
    });
  }

  private articlesByLabel(): ReadonlyMap<string, Counterpart> {
    return (this.byLabel ??= new Map(
      [...(this.articles ?? [])].map(([number, counterpart]) => [articleLabel(number), counterpart]),
    ));
  }

  private counterparts(earlier: RegulationDocument, later: RegulationDocument): ReadonlyMap<string, Counterpart> {
    if (this.articles) return this.articles;
    const { articles } = earlier.provisions;
    const counterparts = align(articles, later.provisions.articles);
    const byNumber = new Map<string, Counterpart>();
    articles.forEach(({ number }, index) => {
      const counterpart = counterparts[index];
      // Of two articles with one number citations mean the first.
      if (counterpart && number && !byNumber.has(number)) byNumber.set(number, counterpart);
    });
    return (this.articles = byNumber);
  }
}

/** Shorter paragraphs are formulas that any article may end with: 法律、行政法规另有规定的，依照其规定。 */
const LEAST_LENGTH = 20;
const N = `[${NUMERAL}]`;
const ARTICLE = new RegExp(`第${N}+条(?:之${N}+)*`, 'g');

function successor(state: Successor['state'], node: SyntaxNode | undefined): Successor {
  const target = node && targetOf(node);
  return { state: target ? state : 'gone', target };
}

/** The places among their siblings of the nodes that lead from an article down to one in it. */
function pathBelow(article: SyntaxNode, node: SyntaxNode): number[] {
  const path: number[] = [];
  for (let at: SyntaxNode | undefined = node; at && at !== article; at = at.parent) path.unshift(at.index);
  return path;
}

function follow(node: SyntaxNode, path: readonly number[]): SyntaxNode | undefined {
  return path.reduce<SyntaxNode | undefined>((at, index) => at?.children[index], node);
}
