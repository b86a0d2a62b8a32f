import type { Span } from '../syntax/tree.js';
import { articlesOf } from '../syntax/outline.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { CitationMap, CitingPlace, MapNode } from '../protocol.js';
import { citationsIn, CitationGraph, textsOf, type Instrument } from './citationMap/graph.js';
import { kindOf } from './citationMap/kind.js';
import { choose } from './citationMap/choose.js';
import { citationLabel, opening } from './labels.js';
import { isOpenable } from './openable.js';
import { locationOf } from './positions.js';
import { titleKey, withoutCountry } from '../citations/titles.js';

/** What a map shows; see `CitationMapParams`. */
export interface CitationMapOptions {
  readonly around?: RegulationDocument | undefined;
  readonly filter?: string;
  readonly onlyWithText?: boolean;
  /** How many instruments are shown at most. */
  readonly limit?: number;
}

/** So many boxes can be told apart, and are laid out while nobody notices. */
const LIMIT = 120;
/** Characters of the line that a citation is on. */
const LINE = 80;
/** So many of them stand before it. */
const BEFORE = 24;

/**
 * The instruments of a workspace and what they cite, with who cites whom and what was made under what. Where there are
 * more than can be shown, those nearest to the text in the middle are taken, and then those with the most citations.
 *
 * @param isOwn whether a text is of the workspace
 */
export function citationMap(
  library: Library,
  isOwn: (document: RegulationDocument) => boolean,
  { around, filter = '', onlyWithText = false, limit = LIMIT }: CitationMapOptions = {},
): CitationMap {
  const graph = CitationGraph.of(library, isOwn, around);
  const centre = around && graph.instrumentOf(around);
  const words = filter.trim().toLowerCase();
  const { chosen, all } = choose(graph, centre, {
    limit,
    takes: ({ documents }) => !onlyWithText || documents.length > 0,
    matches: words === '' ? undefined : ({ title }) => title.toLowerCase().includes(words),
  });
  const places = new Map(chosen.map((instrument, index) => [instrument, index]));
  const edges = graph.citations.flatMap(({ from, to, count, madeUnder }) => {
    const [start, end] = [places.get(from), places.get(to)];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end, citations: count, madeUnder }];
  });
  const middle = centre && places.get(centre);
  return { nodes: chosen.map(nodeOf), edges, all, ...(middle !== undefined && { centre: middle }) };
}

/** The places in which a text cites the instrument of a title, those of the other parts of its statute included. */
export function citingPlaces(library: Library, document: RegulationDocument, title: string): CitingPlace[] {
  const key = titleKey(title);
  return textsOf(library, document).flatMap((text) =>
    citationsIn(library, text)
      .filter(({ doc }) => titleKey(doc) === key)
      .map((mention): CitingPlace => {
        const home = text.tree.nodeAt(mention.start).enclosing('article', 'clause');
        const words = wordsAround(text, mention);
        return { ...locationOf(text, mention), ...(home && { provision: citationLabel(home) }), words };
      }),
  );
}

/** The words of the line that a span begins on, from a little before it. */
function wordsAround(document: RegulationDocument, span: Span): string {
  const { line, character } = document.rangeOf(span).start;
  const whole = document.textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const from = Math.max(0, character - BEFORE);
  return (from > 0 ? '…' : '') + opening(whole.slice(from).trim(), LINE);
}

function nodeOf({ title, documents: [document, ...others], isOwn }: Instrument): MapNode {
  const names = { title, shortTitle: withoutCountry(title), kind: kindOf(title, document) };
  if (!document) return { ...names, where: 'missing' };
  return {
    ...names,
    ...(isOpenable(document) && { uri: document.uri }),
    articles: [document, ...others].reduce((sum, each) => sum + articleCount(each), 0),
    where: isOwn ? 'workspace' : 'library',
  };
}

/** Counting takes the tree of a text, which is dropped again; the text stays the same. */
const counts = new WeakMap<RegulationDocument, number>();

function articleCount(document: RegulationDocument): number {
  let count = counts.get(document);
  if (count === undefined) counts.set(document, (count = articlesOf(document.tree.root).length));
  return count;
}
