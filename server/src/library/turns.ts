/** Longest work in one piece, in milliseconds: what a request that comes meanwhile has to wait. */
const SLICE = 5;
/** A turn of the event loop that takes so many milliseconds was one in which others had work. */
const BUSY = 0.2;
/** Behind so many turns without work of others theirs is done: a message is read in one, answered and sent in others. */
const QUIET_TURNS = 2;
/** So many turns others go first at most: with work that never ends, this one's has to be done all the same. */
const MOST_TURNS = 50;
/** Length of a rest, in milliseconds. */
const REST = 100;

/** Node's way to the next turn, which a browser does not have; there a timer of no time takes some all the same. */
const { setImmediate: immediately } = globalThis as { setImmediate?: (next: () => void) => void };
const nextTurn = (next: () => void): unknown => (immediately ? immediately(next) : setTimeout(next, 0));

/**
 * Divides long work into slices, between which the event loop takes its turn: requests are answered, cancellations
 * seen, and trees that nothing holds are given back: a weakly held object that was touched lives until the turn's end.
 */
export class Turns {
  private sliceEnd = performance.now() + SLICE;
  private nextSlice: Promise<void> | undefined;

  /**
   * Waits for the next turn of the event loop where the slice is used up. Pieces of work that go on side by side share
   * one slice, so that together they keep others waiting no longer.
   */
  async pause(): Promise<void> {
    while (performance.now() >= this.sliceEnd) await (this.nextSlice ??= this.beginSlice());
  }

  /** Leaves the event loop to others for a while. */
  async rest(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, REST));
    this.sliceEnd = performance.now() + SLICE;
  }

  private async beginSlice(): Promise<void> {
    let quiet = 0;
    for (let turn = 0; turn < MOST_TURNS && quiet < QUIET_TURNS; turn++) {
      const start = performance.now();
      await new Promise<void>(nextTurn);
      // A browser's timer comes last by itself.
      if (!immediately) break;
      quiet = performance.now() - start < BUSY ? quiet + 1 : 0;
    }
    this.sliceEnd = performance.now() + SLICE;
    this.nextSlice = undefined;
  }
}
