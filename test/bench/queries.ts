import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { incomingCalls, prepareCallHierarchy } from '../../server/src/features/callHierarchy';
import { resolveCodeLens } from '../../server/src/features/codeLens';
import { completions } from '../../server/src/features/completion';
import { definition } from '../../server/src/features/definition';
import { hover } from '../../server/src/features/hover';
import { provisionData } from '../../server/src/features/provisionData';
import { references } from '../../server/src/features/references';
import { prepareTypeHierarchy, subtypes } from '../../server/src/features/typeHierarchy';
import type { RegulationDocument } from '../../server/src/library/document';
import type { Library } from '../../server/src/library/library';
import { inChild } from './inChild';
import { loadedLibrary } from './loadedLibrary';
import type { Bench } from './part';
import { collectGarbage, costOf, nextTurn, warmedUp, type Cost } from './timing';

/** How many laws are opened, and at how many places of each a question is asked. */
const LAWS = 150;
const PLACES = 8;

/** What a question needs from an earlier request is found out before it is asked, and not measured. */
type Query = (library: Library, document: RegulationDocument, position: Position) => () => unknown;

const QUERIES: Readonly<Record<string, Query>> = {
  hover: (library, document, position) => () => hover(library, document, position, { locale: 'zh', maxLength: 600 }),
  definition: (library, document, position) => () => definition(library, document, position, true),
  references: (library, document, position) => () => references(library, document, position, true),
  // Behind 第 or 《, as when the citation or number that stands there is just being written.
  completion:
    (library, document, { line, character }) =>
    () =>
      completions(library, document, { line, character: character + 1 }, 'zh', true),
  'incoming calls': (library, document, position) => {
    const items = prepareCallHierarchy(library, document, position).map(({ data }): unknown => data);
    return () => items.map((data) => incomingCalls(library, data, (uri) => library.document(uri)));
  },
  subtypes: (library, document, position) => {
    const items = prepareTypeHierarchy(library, document, position, 'zh').map(({ data }): unknown => data);
    return () => items.map((data) => subtypes(library, data, (uri) => library.document(uri)));
  },
  'a code lens': (library, document, position) => {
    const article = document.tree.nodeAt(document.offsetAt(position)).enclosing('article');
    const data: unknown = article && provisionData(document, article);
    const range = { start: position, end: position };
    return () => resolveCodeLens(library, { range, data }, (uri) => library.document(uri), 'zh');
  },
};

/** Questions whose answers name all places of a whole library: an instrument may be cited from hundreds of texts. */
const WITHOUT_GOAL: ReadonlySet<string> = new Set(['incoming calls', 'subtypes']);

/** What is asked at citations and at the articles themselves, in laws that are open, with all laws loaded. */
export async function queries({ folder, storage, report }: Bench): Promise<void> {
  report.table('queries, all laws loaded, ms', ['p50', 'p99', 'max', 'wall p99']);
  for (const [name, costs] of await inChild('askEverything', folder, storage)) {
    report.times(`${name} (${costs.length} of them)`, warmedUp(costs), WITHOUT_GOAL.has(name) ? undefined : 2);
  }
}

/** Asks every question at the same places, and returns what each answer took, by the question. */
export async function askEverything(folder: string, storage: string): Promise<[string, Cost[]][]> {
  const library = await loadedLibrary(folder, storage);
  const results: [string, Cost[]][] = [];
  for (const [name, query] of Object.entries(QUERIES)) {
    // Trees that an earlier question has made are not there for this one.
    await collectGarbage();
    results.push([name, await ask(library, query)]);
  }
  return results;
}

async function ask(library: Library, query: Query): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const { uri, text } of spread(library.documents(), LAWS)) {
    const document = library.setOpen(TextDocument.create(uri, 'regulation', 1, text));
    for (const position of placesIn(library, document)) {
      const question = query(library, document, position);
      await nextTurn();
      costs.push(costOf(question));
    }
    library.close(uri);
  }
  return costs;
}

/** Citations and numbers of articles, by turns, spread over a law. */
function placesIn(library: Library, document: RegulationDocument): Position[] {
  const citations = library.citationsOf(document).mentions.map(({ start }) => start);
  const articles = document.provisions.articles.map(({ selectionRange }) => selectionRange.start);
  return [...spread(citations, PLACES / 2), ...spread(articles, PLACES / 2)].map((offset) =>
    document.textDocument.positionAt(offset),
  );
}

/** At most so many of the items, in equal distances. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
