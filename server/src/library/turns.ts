/** Longest work in one piece, in milliseconds: what a request that comes meanwhile has to wait. */
const SLICE = 10;
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
    await new Promise<void>(nextTurn);
    this.sliceEnd = performance.now() + SLICE;
    this.nextSlice = undefined;
  }
}
