import type { GreenNode } from '../syntax/structure.js';
import type { SyntaxNode } from '../syntax/tree.js';
import type { LookupObserver, Provisions } from './provisions.js';
import type { Mention, Texts } from './resolve.js';

/** What the mentions of one article rest on, beside its own words: found out while they are resolved. */
export class Grounds implements LookupObserver {
  private readonly articles: { readonly number: string; readonly green: GreenNode | undefined }[] = [];
  private readonly before: { readonly count: number; readonly greens: readonly GreenNode[] }[] = [];
  private readonly states: { readonly title: string; readonly state: unknown }[] = [];
  /** Whether they rest on more than can be compared later. */
  isWide = false;

  lookedUp(number: string, article: SyntaxNode | undefined): void {
    if (this.articles.every((known) => known.number !== number)) this.articles.push({ number, green: article?.green });
  }

  lookedBefore(count: number, articles: readonly SyntaxNode[]): void {
    this.before.push({ count, greens: articles.map(({ green }) => green) });
  }

  lookedAround(): void {
    this.isWide = true;
  }

  /** The texts of an instrument were looked into, in this state. */
  lookedInto(title: string, state: unknown): void {
    if (this.states.every((known) => known.title !== title)) this.states.push({ title, state });
  }

  /** Whether all that was looked up is still the same. */
  hold(article: SyntaxNode, provisions: Provisions, texts: Texts): boolean {
    for (const { number, green } of this.articles) if (provisions.article(number)?.green !== green) return false;
    for (const { title, state } of this.states) if (texts.stateOf?.(title) !== state) return false;
    for (const { count, greens } of this.before) {
      const articles = provisions.before(article, count);
      if (articles.length !== greens.length || articles.some(({ green }, index) => green !== greens[index]))
        return false;
    }
    return true;
  }
}

/** The mentions of an article as they were resolved in some version of the text; kept with the node that versions share. */
export class RememberedMentions {
  /**
   * @param key of all that holds for the whole instrument
   * @param above the coordinates of the containers around the article
   * @param start of the article, as an offset
   */
  constructor(
    private readonly key: string,
    private readonly above: string,
    private readonly grounds: Grounds,
    private start: number,
    private mentions: readonly Mention[],
  ) {}

  /**
   * The mentions in the version of the text in which the article stands now.
   *
   * @returns undefined if they may be others by now
   */
  in(
    article: SyntaxNode,
    key: string,
    above: string,
    provisions: Provisions,
    texts: Texts,
  ): readonly Mention[] | undefined {
    if (this.key !== key || this.above !== above || !this.grounds.hold(article, provisions, texts)) return undefined;
    const start = article.offset;
    const shift = start - this.start;
    if (shift !== 0) {
      this.mentions = this.mentions.map((mention) => moved(mention, shift));
      this.start = start;
    }
    return this.mentions;
  }
}

function moved({ kind, start, end, doc, targets, rangeEnd, nothingBefore }: Mention, shift: number): Mention {
  return { kind, start: start + shift, end: end + shift, doc, targets, rangeEnd, nothingBefore };
}
