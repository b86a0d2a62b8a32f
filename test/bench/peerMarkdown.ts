import { githubSlugifier } from 'vscode-markdown-languageservice';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../../server/src/features/documentSymbol';
import type { RegulationDocument } from '../../server/src/library/document';
import type { Library, Place } from '../../server/src/library/library';

/** What is put into a text. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** Markdown has six levels of headings. */
const DEEPEST = 6;

/**
 * A law in Markdown, which gives a language service for Markdown the work that ours has with the law: a heading for each
 * symbol of our outline, a link for each citation that leads somewhere.
 *
 * @param fileOf the name of the Markdown file of a document
 */
export function markdownOf(
  library: Library,
  document: RegulationDocument,
  fileOf: (document: RegulationDocument) => string,
): string {
  const insertions = headings(document, documentSymbols(document), 1);
  for (const mention of library.citationsOf(document).mentions) {
    const resolution = library.resolve(document, mention);
    const [place] = resolution.state === 'found' ? resolution.places : [];
    if (!place) continue;
    const file = place.document === document ? '' : fileOf(place.document);
    insertions.push({ offset: mention.start, text: '[' });
    insertions.push({ offset: mention.end, text: `](${file}${fragmentOf(place)})` });
  }
  // Where a citation begins an article, the heading stands in front of the bracket: sorting keeps their order.
  insertions.sort((a, b) => a.offset - b.offset);
  let from = 0;
  let markdown = '';
  for (const { offset, text } of insertions) {
    markdown += document.text.slice(from, offset) + text;
    from = offset;
  }
  return markdown + document.text.slice(from);
}

function headings(document: RegulationDocument, symbols: readonly DocumentSymbol[], level: number): Insertion[] {
  return symbols.flatMap(({ name, range, children }) => [
    {
      offset: document.offsetAt(range.start),
      text: `\n\n${'#'.repeat(Math.min(level, DEEPEST))} ${name}\n\n`,
    },
    ...headings(document, children ?? [], level + 1),
  ]);
}

/** The article that is cited, or the chapter; nothing for a law as a whole. */
function fragmentOf({ node }: Place): string {
  const article = node.kind === 'article' ? node : (node.enclosing('article') ?? node);
  const name = [article.label, article.heading].filter(Boolean).join(' ');
  return article.kind === 'document' ? '' : `#${githubSlugifier.fromHeading(name).value}`;
}
