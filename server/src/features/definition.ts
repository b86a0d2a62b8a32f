import type { Location, LocationLink, Position } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library, Place } from '../library/library.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { isOpenable } from './openable.js';
import { locationOf, namingSpan } from './positions.js';
import { subjectAt, type Subject } from './subject.js';
import { mainDefinition } from './terms.js';

/** Where something stands, as spans of a document. */
interface Destination {
  readonly document: RegulationDocument;
  /** The whole provision, for a preview. */
  readonly whole: Span;
  /** What names it: where the caret goes. */
  readonly naming: Span;
}

/**
 * Where what the caret is on leads: a citation to each provision it names, a title or short name to the instrument, a
 * line of the table of contents to its heading, a term to where it is defined. A number, a heading, a title and the definition of a short name lead to
 * themselves, which editors take as the question who cites them.
 *
 * @param linkSupport whether the client takes links; else it gets the places only
 * @returns empty where there is nothing to go to
 */
export function definition(
  library: Library,
  document: RegulationDocument,
  position: Position,
  linkSupport: boolean,
): LocationLink[] | Location[] {
  const subject = subjectAt(library, document, document.offsetAt(position));
  if (!subject) return [];
  const destinations = destinationsOf(library, document, subject).filter((place) => isOpenable(place.document));
  if (!linkSupport) return destinations.map((destination) => locationOf(destination.document, destination.naming));
  return destinations.map((destination) => ({
    originSelectionRange: document.rangeOf(subject.span),
    targetUri: destination.document.uri,
    targetRange: destination.document.rangeOf(destination.whole),
    targetSelectionRange: destination.document.rangeOf(destination.naming),
  }));
}

function destinationsOf(library: Library, document: RegulationDocument, subject: Subject): Destination[] {
  switch (subject.kind) {
    case 'citation':
    case 'instrument': {
      const resolution = library.resolve(document, subject.mention);
      if (resolution.state === 'found') {
        return resolution.places.map(subject.kind === 'citation' ? destinationAt : ({ document }) => titleOf(document));
      }
      // Of an instrument that is not at hand a short name still leads to where it was given.
      const alias = subject.kind === 'instrument' ? subject.alias : undefined;
      return alias ? [{ document, whole: alias.clause, naming: alias.definition }] : [];
    }
    case 'alias':
      return [{ document, whole: subject.alias.clause, naming: subject.alias.definition }];
    case 'term': {
      const { term } = subject;
      const { definition, span } = subject.isDefinition ? term : mainDefinition(document, term);
      return [{ document, whole: definition, naming: span }];
    }
    case 'title':
      return [titleOf(document)];
    case 'provision':
      return [destinationAt({ document, node: subject.node })];
    case 'entry': {
      const heading = headingOfEntry(document, subject.node);
      return heading ? [destinationAt({ document, node: heading })] : [];
    }
  }
}

function destinationAt({ document, node }: Place): Destination {
  if (node.kind === 'document') return titleOf(document);
  return { document, whole: node.range, naming: namingSpan(document, node) };
}

/** An instrument as a whole is where its title stands. */
function titleOf(document: RegulationDocument): Destination {
  return { document, whole: document.titleSpan, naming: document.titleSpan };
}

/** Numbers of sections come again in each chapter: the second 第一节 of the table is the second one of the text. */
function headingOfEntry({ provisions }: RegulationDocument, entry: SyntaxNode): SyntaxNode | undefined {
  const alike = (nodes: readonly SyntaxNode[]): SyntaxNode[] => nodes.filter(({ label }) => label === entry.label);
  if (!entry.label) return undefined;
  return alike(provisions.containers)[alike(entry.parent?.children ?? []).indexOf(entry)];
}
