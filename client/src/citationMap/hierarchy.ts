import type { CitationMap, InstrumentKind, MapEdge } from '../../../server/src/protocol';

/** That one instrument is to stand above another one: their places among the nodes. */
export interface Above {
  readonly upper: number;
  readonly lower: number;
  /** Whether the lower one was made under the upper one. */
  readonly madeUnder: boolean;
}

/** How high kinds of instruments stand; of the rest nothing is known by their kind. */
const LEVELS: Partial<Record<InstrumentKind, number>> = {
  constitution: 0,
  law: 1,
  'administrative-regulation': 2,
  'judicial-interpretation': 2,
  'amending-decision': 2,
  'departmental-rule': 3,
  'local-regulation': 3,
  'local-government-rule': 4,
};
const LOWEST = 9;

/** A number that is smaller for kinds that stand higher. */
export function levelOf(kind: InstrumentKind): number {
  return LEVELS[kind] ?? LOWEST;
}

/** Of each instrument so many of the citations in it, and so many of those of it, count for where it stands. */
const MOST_FROM = 2;
const MOST_TO = 1;

/**
 * What stands above what, without contradiction: always what an instrument was made under; else the higher kind, else what
 * is cited. Citations that are few beside others of the same instrument have no say, so that the layers stay few.
 */
export function hierarchyOf({ nodes, edges }: Pick<CitationMap, 'nodes' | 'edges'>): Above[] {
  const level = (node: number): number | undefined => LEVELS[nodes[node]?.kind ?? 'other'];
  const drop = ({ from, to }: MapEdge): number => (level(from) ?? 0) - (level(to) ?? level(from) ?? 0);
  const counted = edges.filter((edge) => edge.madeUnder).concat(strongest(edges).filter((edge) => !edge.madeUnder));
  const ordered = counted.toSorted(
    (a, b) => Number(b.madeUnder) - Number(a.madeUnder) || drop(b) - drop(a) || b.citations - a.citations,
  );
  const order = new Order();
  for (const edge of ordered) {
    const isUpward = edge.madeUnder || drop(edge) >= 0;
    order.put(isUpward ? edge.to : edge.from, isUpward ? edge.from : edge.to, edge.madeUnder);
  }
  return order.pairs;
}

function strongest(edges: readonly MapEdge[]): MapEdge[] {
  const ranked = edges.toSorted((a, b) => b.citations - a.citations);
  const from = new Map<number, number>();
  const to = new Map<number, number>();
  return ranked.filter((edge) => {
    const [before, behind] = [from.get(edge.from) ?? 0, to.get(edge.to) ?? 0];
    from.set(edge.from, before + 1);
    to.set(edge.to, behind + 1);
    return before < MOST_FROM || behind < MOST_TO;
  });
}

/** Pairs of which no chain leads back to where it began. */
class Order {
  readonly pairs: Above[] = [];
  private readonly below = new Map<number, Set<number>>();

  /** Puts one above the other, or, where what is known already says so, below it. */
  put(upper: number, lower: number, madeUnder: boolean): void {
    if (upper === lower || this.below.get(upper)?.has(lower) || this.below.get(lower)?.has(upper)) return;
    if (this.leads(lower, upper)) return this.add(lower, upper, madeUnder);
    this.add(upper, lower, madeUnder);
  }

  private add(upper: number, lower: number, madeUnder: boolean): void {
    this.pairs.push({ upper, lower, madeUnder });
    const below = this.below.get(upper);
    if (below) below.add(lower);
    else this.below.set(upper, new Set([lower]));
  }

  private leads(from: number, to: number): boolean {
    const reached = new Set([from]);
    // A set is walked in the order in which it grows.
    for (const node of reached) {
      if (node === to) return true;
      for (const next of this.below.get(node) ?? []) reached.add(next);
    }
    return false;
  }
}
