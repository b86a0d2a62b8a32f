import { workspaceSymbols } from '../../server/src/features/workspaceSymbol.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import type { Citing, Library, Resolution } from '../../server/src/library/library.js';

/** A document of a library with everything that the library answers about it. Plain data. */
export interface DrawnDocument {
  readonly text: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly date: string | undefined;
  /** A mention a line: its words, what it means, and where it leads. */
  readonly mentions: readonly string[];
  readonly aliases: readonly unknown[];
  /** Every citation of the instrument. */
  readonly citedBy: readonly string[];
}

/** Everything that a library answers. Two libraries with the same drawing are the same to whoever asks them. */
export interface DrawnLibrary {
  readonly documents: Readonly<Record<string, DrawnDocument>>;
  /** The documents with a title, in the library's order, and who cites it. */
  readonly titles: Readonly<Record<string, readonly [documents: readonly string[], citedBy: readonly string[]]>>;
  /** What 第 and 条 find, in no order: it is that in which files came. */
  readonly symbols: readonly string[];
}

/**
 * Draws a library by its answers.
 *
 * @param titles of which it is asked beside those that its documents have or cite
 */
export function drawLibrary(library: Library, titles: readonly string[] = []): DrawnLibrary {
  const documents = library.documents().sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const cited = documents.flatMap((document) => library.citationsOf(document).mentions.map(({ doc }) => doc));
  const named = new Set([...titles, ...cited, ...documents.map(({ key }) => key)].filter(Boolean));
  return {
    documents: Object.fromEntries(documents.map((document) => [document.uri, drawDocument(library, document)])),
    titles: Object.fromEntries(
      [...named].sort().map((title) => {
        const [first] = library.withTitle(title);
        const key = first?.key ?? title;
        return [title, [library.withTitle(title).map(({ uri }) => uri), library.citing({ key }).map(drawCiting)]];
      }),
    ),
    symbols: ['某', '条', '1'].flatMap((query) =>
      workspaceSymbols(library, query, Infinity)
        .symbols.map(({ name, containerName, location }) => JSON.stringify([query, name, containerName, location]))
        .sort(),
    ),
  };
}

function drawDocument(library: Library, document: RegulationDocument): DrawnDocument {
  const { text, title, subtitle, date } = document;
  const { mentions, aliases } = library.citationsOf(document);
  return {
    text,
    title,
    subtitle,
    date,
    mentions: mentions.map((mention) => {
      const words = text.slice(mention.start, mention.end);
      return `${words} ${JSON.stringify(mention)} → ${drawResolution(library.resolve(document, mention))}`;
    }),
    aliases,
    citedBy: library.citing(document).map(drawCiting),
  };
}

function drawCiting({ document, mention }: Citing): string {
  return `${document.uri} ${String(mention.start)}`;
}

function drawResolution(resolution: Resolution): string {
  switch (resolution.state) {
    case 'found':
      return resolution.places
        .map(({ document, node }) => `${document.uri} ${node.kind} ${String(node.full.start)}`)
        .join('、');
    case 'missing-provision':
      return `missing ${JSON.stringify(resolution.target)} in ${resolution.document.uri}`;
    case 'missing-document':
      return `no text of ${resolution.title}`;
    default:
      return resolution.state;
  }
}
