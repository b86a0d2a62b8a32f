import { UNITS, type Target } from '../citations/coordinates.js';
import { targetOf } from '../citations/provisions.js';
import { provisionAt } from '../library/citedBy.js';
import type { RegulationDocument } from '../library/document.js';
import type { Place } from '../library/library.js';
import type { SyntaxNode } from '../syntax/tree.js';

/**
 * A provision as an editor keeps it between two requests. It is named by its coordinates and not by its place, so that it
 * is still the same when lines were put in above it.
 */
export interface ProvisionData {
  readonly uri: string;
  /** The number of the annex it is in, from 0; absent for the main instrument. */
  readonly annex?: number;
  /** Empty for the whole instrument. */
  readonly target: Target;
}

/** What names a node in later requests; undefined for one that no citation could name. */
export function provisionData(document: RegulationDocument, node: SyntaxNode): ProvisionData | undefined {
  const { uri } = document;
  if (node.kind === 'document') return { uri, target: {} };
  if (!provisionAt(document, node)) return undefined;
  const around = node.enclosing('annex');
  const annex = document.annexes.findIndex((each) => each === around);
  return annex < 0 ? { uri, target: targetOf(node) } : { uri, annex, target: targetOf(node) };
}

/**
 * Where something stands that an editor kept. It comes back from outside, so that nothing about it is taken on trust.
 *
 * @param data what {@link provisionData} gave, or anything
 * @param documentOf the document of a URI
 * @returns undefined where the document or the provision is no longer there
 */
export function placeOfData(
  data: unknown,
  documentOf: (uri: string) => RegulationDocument | undefined,
): Place | undefined {
  if (!isProvisionData(data)) return undefined;
  const document = documentOf(data.uri);
  if (!document) return undefined;
  if (data.annex === undefined) return placed(document, document.provisions.find(data.target));
  const annex = document.annexes[data.annex];
  return annex && placed(document, document.provisionsAround(annex).find(data.target));
}

function placed(document: RegulationDocument, node: SyntaxNode | undefined): Place | undefined {
  return node && { document, node };
}

function isProvisionData(data: unknown): data is ProvisionData {
  const { uri, annex, target } = (data ?? {}) as Partial<Record<keyof ProvisionData, unknown>>;
  return (
    typeof uri === 'string' &&
    (annex === undefined || Number.isSafeInteger(annex)) &&
    typeof target === 'object' &&
    target !== null &&
    UNITS.every((unit) => {
      const value = (target as Record<string, unknown>)[unit];
      return value === undefined || typeof value === (unit === 'article' ? 'string' : 'number');
    })
  );
}
