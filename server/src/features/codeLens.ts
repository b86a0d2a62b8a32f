import type { CodeLens, Command, Location } from 'vscode-languageserver';
import { citationsOfInstrument } from '../library/citedArticles.js';
import type { CitingPlace } from '../library/citedBy.js';
import type { RegulationDocument } from '../library/document.js';
import { citationsFromElsewhere, isElsewhere } from '../library/elsewhere.js';
import type { Library } from '../library/library.js';
import { SHOW_REFERENCES } from '../protocol.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { say, type Locale } from './locale.js';
import { isOpenable } from './openable.js';
import { locationOf, namingSpan } from './positions.js';
import { placeOfData, provisionData } from './provisionData.js';

/**
 * Above the title and above each article how often it is cited from elsewhere: 被引用 5 处（本文 2，其他 3）. What nothing cites
 * has no lens, and an article's citations of itself do not count.
 *
 * @param hasCommand whether the client has the command that shows the places. Then {@link resolveCodeLens} adds it to the
 * lenses that come into view; else the lenses are words only.
 */
export function codeLenses(
  library: Library,
  document: RegulationDocument,
  locale: Locale,
  hasCommand: boolean,
): CodeLens[] {
  const { root } = document.tree;
  const lenses: CodeLens[] = [];
  const add = (node: SyntaxNode, places: readonly CitingPlace[]): void => {
    const elsewhere = places.filter((place) => isElsewhere(place, { document, node }));
    const data = provisionData(document, node);
    if (elsewhere.length === 0 || !data) return;
    const range = document.rangeOf(namingSpan(document, node));
    const title = titleOf(document, elsewhere, locale);
    lenses.push(hasCommand ? { range, data } : { range, command: { title, command: '' } });
  };
  const { mentions, articles } = citationsOfInstrument(library, document);
  add(root, mentions);
  for (const [article, places] of articles) add(article, places);
  return lenses;
}

/** Adds to a lens what it says, and the command that shows the places. */
export function resolveCodeLens(
  library: Library,
  lens: CodeLens,
  documentOf: (uri: string) => RegulationDocument | undefined,
  locale: Locale,
): CodeLens {
  const place = placeOfData(lens.data, documentOf);
  const places = place ? citationsFromElsewhere(library, place) : [];
  const command: Command = place
    ? {
        title: titleOf(place.document, places, locale),
        command: SHOW_REFERENCES,
        arguments: [
          place.document.uri,
          place.document.rangeOf(namingSpan(place.document, place.node)).start,
          places
            .filter((citing) => isOpenable(citing.document))
            .map((citing): Location => locationOf(citing.document, citing.span)),
        ],
      }
    : // An editor that gets no command for a lens would ask for it again and again.
      { title: '', command: '' };
  return { ...lens, command };
}

function titleOf(document: RegulationDocument, places: readonly CitingPlace[], locale: Locale): string {
  const own = places.filter((place) => place.document.uri === document.uri).length;
  const others = places.length - own;
  return say(locale, {
    zh: `被引用 ${places.length} 处（本文 ${own}，其他 ${others}）`,
    en: `cited ${places.length === 1 ? 'once' : `${places.length} times`} (here ${own}, elsewhere ${others})`,
  });
}
