import { ErrorCodes, LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { articleCitations } from './features/articleCitations.js';
import { citationMap, citingPlaces } from './features/citationMap.js';
import { parentPlace } from './features/parentPlace.js';
import { placed } from './features/positions.js';
import { dutiesOf, subjectsOf } from './features/reports/duties.js';
import { structureTree } from './features/structureTree.js';
import type { RegulationDocument } from './library/document.js';
import { Turns } from './library/turns.js';
import {
  ARTICLE_CITATIONS,
  CITATION_MAP,
  CITING_PLACES,
  DUTIES,
  PARENT_PLACE,
  STRUCTURE,
  type ArticleCitations,
  type CitationMap,
  type CitationMapParams,
  type CitingPlace,
  type CitingPlacesParams,
  type DutiesParams,
  type DutiesResult,
  type ParentPlace,
  type PlaceParams,
  type StructureNode,
  type StructureParams,
} from './protocol.js';
import { answering, type RequestContext } from './requests.js';

/** Answers what the views of our own client ask. */
export function registerViewRequests(connection: Connection, context: RequestContext): void {
  const { library, log } = context;
  const documentOf = (uri: string): RegulationDocument | undefined => context.document(uri);

  /** An answer about a document; an error where the library does not have it. */
  function onView<P extends { readonly uri: string }, R>(
    name: string,
    answer: (document: RegulationDocument, params: P) => R,
  ): void {
    connection.onRequest(
      name,
      answering(log, name, (params: P): R => {
        const document = context.document(params.uri);
        if (!document) throw new ResponseError(ErrorCodes.InvalidParams, name);
        return answer(document, params);
      }),
    );
  }

  onView(DUTIES, (document, _params: DutiesParams): DutiesResult => ({ subjects: subjectsOf(dutiesOf(document)) }));
  onView(STRUCTURE, (document, _params: StructureParams): StructureNode[] =>
    structureTree(library, document, context.diagnoser.diagnose(document).problems),
  );
  onView(ARTICLE_CITATIONS, (document, { position }: PlaceParams): ArticleCitations =>
    articleCitations(library, document, placed(position), documentOf),
  );
  onView(PARENT_PLACE, (document, { position }: PlaceParams): ParentPlace =>
    parentPlace(library, document, placed(position)),
  );
  onView(CITING_PLACES, (document, { title }: CitingPlacesParams): CitingPlace[] =>
    citingPlaces(library, document, title),
  );
  connection.onRequest(
    CITATION_MAP,
    answering(log, CITATION_MAP, async (params: CitationMapParams, token): Promise<CitationMap> => {
      // What citations are not known yet are made in slices: others do not wait for hundreds of texts.
      const turns = new Turns();
      for (const document of library.documents()) {
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, CITATION_MAP);
        if (context.isOwn(document)) library.prepare(document);
        await turns.pause();
      }
      const around = params.around === undefined ? undefined : context.document(params.around);
      return citationMap(library, (document) => context.isOwn(document), { ...params, around });
    }),
  );
}
