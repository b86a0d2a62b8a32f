import type { Target } from '../citations/coordinates.js';
import type { Provisions } from '../citations/provisions.js';
import { numberOrder } from '../syntax/numerals.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { citingInstrument, isRange, scopeOf, type CitingPlace } from './citedBy.js';
import type { RegulationDocument } from './document.js';
import type { Citing, Library } from './library.js';

/** What cites an instrument. Places are in text order, document by document. */
export interface InstrumentCitations {
  /** The places that name the instrument, as of `mentionsOfInstrument`. */
  readonly mentions: readonly CitingPlace[];
  /**
   * The places that cite each article, as of `citationsOfProvision`. Articles that nothing cites are not in it; of two
   * with one number both have the same places.
   */
  readonly articles: ReadonlyMap<SyntaxNode, readonly CitingPlace[]>;
}

/** What cites an instrument and each of its articles, in one pass over the citations of the instrument. */
export function citationsOfInstrument(library: Library, document: RegulationDocument): InstrumentCitations {
  const mentions: CitingPlace[] = [];
  const places = new PlacesOfArticles();
  let previous: Citing | undefined;
  for (const citing of citingInstrument(library, { document, key: document.key })) {
    const { mention } = citing;
    const first = previous && isRange(previous, citing) ? previous.mention : undefined;
    previous = citing;
    if (mention.kind === 'document') {
      mentions.push({ document: citing.document, span: { start: mention.start, end: mention.end } });
      continue;
    }
    for (const target of mention.targets) {
      if (target.article !== undefined) {
        places.add(countedIn(target, citing, document), target.article, citing, mention.start);
      }
    }
    const [from, to] = [first?.targets[0]?.article, mention.targets[0]];
    if (!first || from === undefined || to?.article === undefined) continue;
    const scope = countedIn(to, citing, document);
    for (const { number } of scope.articles) {
      const isBetween = number !== '' && numberOrder(from, number) < 0 && numberOrder(number, to.article) < 0;
      if (isBetween) places.add(scope, number, citing, first.start);
    }
  }
  return { mentions, articles: places.byArticle() };
}

/** The instrument or annex in which a citation counts its articles. */
function countedIn(target: Target, citing: Citing, document: RegulationDocument): Provisions {
  const isOwn = citing.document.uri === document.uri;
  return (isOwn ? scopeOf(target, citing, document) : undefined) ?? document.provisions;
}

/** The places by the instrument or annex that the article is in, and its number. */
class PlacesOfArticles {
  private readonly scopes = new Map<Provisions, Map<string, CitingPlace[]>>();

  add(scope: Provisions, number: string, { document, mention }: Citing, start: number): void {
    let numbers = this.scopes.get(scope);
    if (!numbers) this.scopes.set(scope, (numbers = new Map<string, CitingPlace[]>()));
    const place = { document, span: { start, end: mention.end } };
    const places = numbers.get(number);
    const last = places?.at(-1);
    // 前两款 names two paragraphs of one article by the same words.
    if (last?.document === document && last.span.end === mention.end) return;
    if (places) places.push(place);
    else numbers.set(number, [place]);
  }

  byArticle(): Map<SyntaxNode, readonly CitingPlace[]> {
    const byArticle = new Map<SyntaxNode, readonly CitingPlace[]>();
    for (const [scope, numbers] of this.scopes) {
      for (const article of scope.articles) {
        const places = article.number ? numbers.get(article.number) : undefined;
        if (places) byArticle.set(article, places);
      }
    }
    return byArticle;
  }
}
