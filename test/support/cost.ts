import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How many hostile documents are tried: a sample, or as many as TIAOWEN_DOCUMENTS says (10000 is what is promised). */
export const DOCUMENTS = Number(process.env['TIAOWEN_DOCUMENTS'] ?? 200);

/** Whether a case is among those that are tried: all of them where all documents are. */
export function isTried(_case: unknown, index: number): boolean {
  return DOCUMENTS >= 10_000 || index % 20 === 0;
}

/** Bytes that are in use on the heap, with nothing that is not. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Waits for the next turn of the event loop: what is held weakly, as trees are, lives until the end of this one. */
export async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Milliseconds that some work takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of the processors that some work takes: what else the machine does has little part in them. */
async function processorTimeOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Milliseconds below which nothing is told of how time grows: the engine does other things too. */
const TOO_SHORT = 150;
/** What takes time in proportion takes about this many times as long for {@link LARGER} times the length. */
const LARGER = 4;
const SUPERLINEAR = 2.5 * LARGER;

/**
 * How many times as long some work takes on a text of {@link LARGER} times the length; undefined where that is about in
 * proportion, or so quick that it does not matter. What seems slow is measured again: the quickest time counts.
 *
 * @param work does it on a text of a length, all anew
 */
export async function superlinear(work: (length: number) => unknown, length: number): Promise<number | undefined> {
  const quickest = { short: Infinity, long: Infinity };
  for (let attempt = 0; attempt < 3; attempt++) {
    await nextTurn();
    const short = await processorTimeOf(() => work(length));
    const long = await processorTimeOf(() => work(LARGER * length));
    quickest.short = Math.min(quickest.short, short);
    quickest.long = Math.min(quickest.long, long);
    if (quickest.long < TOO_SHORT || quickest.long < SUPERLINEAR * quickest.short) return undefined;
  }
  // Memory that outlives the first collections makes a step in what takes time in proportion, and only one.
  const longest = await processorTimeOf(() => work(LARGER * LARGER * length));
  return longest < SUPERLINEAR * quickest.long ? undefined : longest / quickest.long;
}

/** What documents have cost, for a report, and to find those that cost far more than others. */
export class Costs {
  private readonly all: { readonly name: string; readonly time: number; readonly length: number }[] = [];
  private start = performance.now();

  add(name: string, time: number, length: number): void {
    this.all.push({ name, time, length });
  }

  /** Documents, seconds, the slowest ones and the most memory that the process has had. */
  toString(): string {
    const slowest = [...this.all].sort((a, b) => b.time - a.time).slice(0, 3);
    const seconds = ((performance.now() - this.start) / 1000).toFixed(1);
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    const named = slowest.map(
      ({ name, time, length }) => `${name}: ${String(Math.round(time))} ms (${String(length)})`,
    );
    return `${String(this.all.length)} documents in ${seconds} s, at most ${String(peak)} MB; slowest ${named.join(', ')}`;
  }
}
