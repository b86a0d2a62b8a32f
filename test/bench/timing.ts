/** What a piece of work took, in milliseconds. */
export interface Cost {
  readonly wall: number;
  /** Of all threads of the process, those that collect garbage and compile included. */
  readonly cpu: number;
}

/** Measures a piece of work. */
export function costOf(work: () => void): Cost {
  const clock = startClock();
  work();
  return clock();
}

/** Measures a piece of work that waits for something. */
export async function costOfAsync(work: () => Promise<unknown>): Promise<Cost> {
  const clock = startClock();
  await work();
  return clock();
}

function startClock(): () => Cost {
  const before = process.cpuUsage();
  const start = performance.now();
  return () => {
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    return { wall, cpu: (user + system) / 1000 };
  };
}

/**
 * The time that the thread which did the work was busy with it, at most. Other processes on the machine add to the wall
 * time, and other threads of this process to the CPU time, neither to both.
 */
export function threadTime({ wall, cpu }: Cost): number {
  return Math.min(wall, cpu);
}

/** Of many times of the same work. */
export interface Distribution {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export function distributionOf(times: readonly number[]): Distribution {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function medianOf(values: readonly number[]): number {
  return distributionOf(values).p50;
}

export function medianCost(costs: readonly Cost[]): Cost {
  return { wall: medianOf(costs.map(({ wall }) => wall)), cpu: medianOf(costs.map(({ cpu }) => cpu)) };
}

/** Without the first tenth, in which the engine is still compiling. */
export function warmedUp<T>(samples: readonly T[]): T[] {
  return samples.slice(Math.floor(samples.length / 10));
}

/** Lets the event loop take its turn, in which weakly held trees are given back, as between two messages of a client. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Collects all garbage, trees that are held weakly included; in processes of inChild.ts only. */
export async function collectGarbage(): Promise<void> {
  // What was touched in this turn lives until its end.
  await nextTurn();
  globalThis.gc?.();
}
