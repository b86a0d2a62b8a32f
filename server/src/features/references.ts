import type { Location, Position } from 'vscode-languageserver';
import { titleKey } from '../citations/titles.js';
import {
  citationsOfProvision,
  mentionsOfInstrument,
  provisionAt,
  provisionsNamed,
  type CitedProvision,
  type CitingPlace,
} from '../library/citedBy.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { isOpenable } from './openable.js';
import { locationOf, namingSpan, nodeAtCaret } from './positions.js';
import { aliasUsed, subjectAt, type Subject } from './subject.js';
import { knownTerm } from './terms.js';

/** What refers to something, and where that itself stands. */
export interface Found {
  readonly declarations: readonly CitingPlace[];
  readonly references: readonly CitingPlace[];
}

/**
 * All places that cite what the caret is on, in all documents of the library: a citation or the number of a provision, a
 * heading, a title or its mention, a short name in its definition, a term. In running text it is the paragraph, item or article
 * around the caret. An article is cited by the citations of its paragraphs and items and by the ranges it lies within.
 */
export function references(
  library: Library,
  document: RegulationDocument,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const offset = document.offsetAt(position);
  const subject = subjectAt(library, document, offset) ?? provisionAround(document, offset);
  if (!subject) return [];
  const found = findReferences(library, document, subject);
  const places = [...(includeDeclaration ? found.declarations : []), ...found.references];
  return places.filter((place) => isOpenable(place.document)).map((place) => locationOf(place.document, place.span));
}

/**
 * What refers to a subject.
 *
 * @param within looks for references in that document only
 */
export function findReferences(
  library: Library,
  document: RegulationDocument,
  subject: Subject,
  within?: RegulationDocument,
): Found {
  switch (subject.kind) {
    case 'citation':
      return ofProvisions(library, provisionsNamed(library, document, subject.mention), within);
    case 'instrument':
      return ofInstrument(library, subject.mention.doc, within);
    case 'alias':
      return ofAlias(library, document, subject);
    case 'term': {
      const { definitions, uses } = knownTerm(library, document, subject.term);
      const at = (span: Span): CitingPlace => ({ document, span });
      return { declarations: definitions.map(({ span }) => at(span)), references: uses.map(at) };
    }
    case 'title':
      return {
        declarations: [{ document, span: document.titleSpan }],
        references: mentionsOfInstrument(library, { document, key: document.key }, within),
      };
    case 'provision': {
      const provision = provisionAt(document, subject.node);
      return ofProvisions(library, provision ? [provision] : [], within);
    }
    case 'entry':
      return { declarations: [], references: [] };
  }
}

function ofProvisions(
  library: Library,
  provisions: readonly CitedProvision[],
  within: RegulationDocument | undefined,
): Found {
  return {
    declarations: provisions.flatMap(declarationOf),
    references: distinct(provisions.flatMap((provision) => citationsOfProvision(library, provision, within))),
  };
}

function declarationOf({ document, node }: CitedProvision): CitingPlace[] {
  return document && node ? [{ document, span: namingSpan(document, node) }] : [];
}

function ofInstrument(library: Library, title: string, within: RegulationDocument | undefined): Found {
  const [document] = library.withTitle(title);
  return {
    declarations: document ? [{ document, span: document.titleSpan }] : [],
    references: mentionsOfInstrument(library, { document, key: titleKey(title) }, within),
  };
}

/** A short name is used in the document that defines it only. */
function ofAlias(library: Library, document: RegulationDocument, { alias, span }: Subject & { kind: 'alias' }): Found {
  const { mentions, aliases } = library.citationsOf(document);
  const uses = mentions.filter(
    (mention) => mention.kind === 'document' && aliasUsed(document, mention, aliases)?.name === alias.name,
  );
  return {
    declarations: [{ document, span }],
    references: uses.map(({ start, end }) => ({ document, span: { start, end } })),
  };
}

/** A place that cites two of the paragraphs that 前两款 names is one place. */
function distinct(places: readonly CitingPlace[]): CitingPlace[] {
  const byPlace = new Map<string, CitingPlace>();
  for (const place of places) {
    const key = `${place.document.uri} ${String(place.span.start)} ${String(place.span.end)}`;
    if (!byPlace.has(key)) byPlace.set(key, place);
  }
  return [...byPlace.values()];
}

/** The item or paragraph around a caret; the article, where it is the only paragraph. */
function provisionAround(document: RegulationDocument, offset: number): Subject | undefined {
  const node = nodeAtCaret(document, offset).enclosing('subitem', 'item', 'paragraph');
  if (!node) return undefined;
  const article: SyntaxNode | undefined = node.kind === 'paragraph' ? node.parent : undefined;
  const isOnly = article?.children.length === 1 && article.kind !== 'annex';
  const provision = isOnly ? article : node;
  const span: Span = provision.selectionRange;
  return provisionAt(document, provision) && { kind: 'provision', span, node: provision };
}
