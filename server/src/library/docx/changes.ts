/** What becomes of tracked changes. */
export type ChangesTaken = 'accepted' | 'rejected';

const RUNS: Readonly<Record<string, string>> = {
  'w:ins': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'move',
  'w:moveTo': 'place of a move',
};
const CELLS: Readonly<Record<string, string>> = { 'w:cellIns': 'insertion', 'w:cellDel': 'deletion' };

/** What an element tells the change of: characters (and ends of paragraphs, rows), or a cell; undefined for no change. */
export function changeOf(name: string): 'run' | 'cell' | undefined {
  if (name in RUNS) return 'run';
  return name in CELLS ? 'cell' : undefined;
}

/**
 * Counts tracked changes as a reader does. Word writes one change in pieces, for each run of characters, each end of a
 * paragraph and each row: pieces of one kind and author that no unchanged text separates are one change. What is moved
 * is there twice and counts once.
 */
export class Changes {
  private readonly counts = new Map<string, number>();
  private depth = 0;
  private last: string | undefined;

  /** An element begins, whether it is one of a change or not. */
  open(name: string, author: string | undefined): void {
    const kind = RUNS[name] ?? CELLS[name];
    if (kind === undefined) return;
    this.depth++;
    const change = `${kind} ${author ?? ''}`;
    if (change === this.last) return;
    this.last = change;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  close(name: string): void {
    if (changeOf(name)) this.depth--;
  }

  /** There is text. */
  text(): void {
    if (this.depth === 0) this.last = undefined;
  }

  get count(): number {
    const of = (kind: string): number => this.counts.get(kind) ?? 0;
    return of('insertion') + of('deletion') + Math.max(of('move'), of('place of a move'));
  }
}
