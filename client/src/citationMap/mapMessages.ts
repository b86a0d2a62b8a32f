import type { CitationMap } from '../../../server/src/protocol';

/** What is to be shown. */
export interface MapWishes {
  /** Words in titles; empty for everything. */
  readonly filter: string;
  readonly onlyWithText: boolean;
}

/** What the page of the map tells the extension. */
export type PageMessage =
  /** The script runs; when the window was closed meanwhile, with what was wished before. */
  | { readonly type: 'ready'; readonly wishes?: MapWishes }
  | { readonly type: 'wish'; readonly wishes: MapWishes }
  /** The text of a node of the map of that number is to be opened. */
  | { readonly type: 'open'; readonly node: number; readonly map: number }
  /** The citations of a node and those of it are to be listed. */
  | { readonly type: 'list'; readonly node: number; readonly map: number }
  /** The places of an edge are to be shown. */
  | { readonly type: 'places'; readonly edge: number; readonly map: number }
  /** Escape was pressed. */
  | { readonly type: 'leave' }
  /** Somebody wants a file of the picture. */
  | { readonly type: 'export' }
  /** The picture that was asked for. */
  | { readonly type: 'drawn'; readonly svg: string };

/** What the extension tells the page. */
export type HostMessage =
  /** The map that is to be shown, its number, and what was wished. */
  | { readonly type: 'show'; readonly map: CitationMap; readonly number: number; readonly wishes: MapWishes }
  | { readonly type: 'fails'; readonly reason: string }
  /** The picture is wanted as a file. */
  | { readonly type: 'draw' };

/** Longest words in a title that are looked for. */
const LONGEST = 200;

/**
 * Checks what came from a page, which is not taken on trust.
 *
 * @param shown the map that is shown and its number: what is said of an older one counts no more
 * @returns undefined where it is none of the messages, or names what is not there
 */
export function readPageMessage(
  message: unknown,
  shown: { readonly map: Pick<CitationMap, 'nodes' | 'edges'>; readonly number: number } | undefined,
): PageMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, node, edge, map, svg, wishes: given } = message as Partial<Record<string, unknown>>;
  const wishes = readWishes(given);
  const isShown = shown !== undefined && map === shown.number;
  switch (type) {
    case 'ready':
      return { type, ...(wishes && { wishes }) };
    case 'wish':
      return wishes && { type, wishes };
    case 'open':
    case 'list':
      return isShown && isBelow(node, shown.map.nodes.length) ? { type, node, map: shown.number } : undefined;
    case 'places':
      return isShown && isBelow(edge, shown.map.edges.length) ? { type, edge, map: shown.number } : undefined;
    case 'export':
    case 'leave':
      return { type };
    case 'drawn':
      return typeof svg === 'string' ? { type, svg } : undefined;
    default:
      return undefined;
  }
}

function readWishes(value: unknown): MapWishes | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { filter, onlyWithText } = value as Partial<Record<keyof MapWishes, unknown>>;
  if (typeof filter !== 'string' || typeof onlyWithText !== 'boolean') return undefined;
  return { filter: filter.slice(0, LONGEST), onlyWithText };
}

function isBelow(value: unknown, limit: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < limit;
}
