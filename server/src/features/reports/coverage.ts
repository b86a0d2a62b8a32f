import { citationsOfInstrument } from '../../library/citedArticles.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import { parentsOf } from '../../library/parents.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { say, type Locale } from '../locale.js';
import { escaped, Markdown, nameOf, shortened, type LinkTo } from './markdown.js';

/** How far a text carries out one of its parent laws. */
export interface Coverage {
  readonly parent: RegulationDocument;
  /** The parent's articles in text order, each with the provisions of the text that cite it. */
  readonly articles: readonly { readonly article: SyntaxNode; readonly citing: readonly SyntaxNode[] }[];
}

/** How far a text carries out each of its parent laws that are at hand, and the titles of those that are not. */
export function coverageOf(
  library: Library,
  document: RegulationDocument,
): { readonly coverages: readonly Coverage[]; readonly missing: readonly string[] } {
  const coverages: Coverage[] = [];
  const missing: string[] = [];
  for (const mention of parentsOf(library, document)) {
    const resolution = library.resolve(document, mention);
    const parent = resolution.state === 'found' ? resolution.places[0]?.document : undefined;
    if (!parent || parent === document) {
      missing.push(mention.doc);
      continue;
    }
    const { articles: cited } = citationsOfInstrument(library, parent);
    const articles = parent.provisions.articles.map((article) => ({
      article,
      citing: (cited.get(article) ?? [])
        .filter((place) => place.document === document)
        .map(({ span }) => document.tree.nodeAt(span.start)),
    }));
    coverages.push({ parent, articles });
  }
  return { coverages, missing };
}

/** The report for people. */
export function coverageMarkdown(
  library: Library,
  document: RegulationDocument,
  linkTo: LinkTo,
  locale: Locale,
): string {
  const text = (zh: string, en: string): string => say(locale, { zh, en });
  const { coverages, missing } = coverageOf(library, document);
  const page = new Markdown(linkTo).heading(1, text(`实施情况：${document.title}`, `Coverage: ${document.title}`));
  if (coverages.length === 0 && missing.length === 0) {
    page.paragraph(text('文本没有写明根据哪一件法律、法规制定。', 'The text does not say under which law it is made.'));
  }
  for (const title of missing) {
    page.paragraph(text(`条文库中没有《${escaped(title)}》。`, `《${escaped(title)}》 is not in the library.`));
  }
  for (const { parent, articles } of coverages) {
    const covered = articles.filter(({ citing }) => citing.length > 0);
    page
      .heading(2, `《${parent.title}》`)
      .paragraph(
        text(
          `共 ${String(articles.length)} 条，本文引用 ${String(covered.length)} 条，没有引用 ${String(articles.length - covered.length)} 条。`,
          `${String(articles.length)} articles: ${String(covered.length)} are cited here, ${String(articles.length - covered.length)} are not.`,
        ),
      )
      .table(
        [text('上位法', 'Parent law'), text('本文', 'Here'), text('条文', 'Text')],
        articles.map(({ article, citing }) => [
          page.provision(parent, article),
          [...new Map(citing.map((node) => [nameOf(node), page.provision(document, node)])).values()].join('、') || '—',
          escaped(shortened(wordsBehind(article))),
        ]),
      );
  }
  return page.toString();
}

function wordsBehind(article: SyntaxNode): string {
  return article.text.slice(article.label.length);
}
