import { availableParallelism, setPriority } from 'node:os';
import { parentPort, Worker, type WorkerOptions } from 'node:worker_threads';
import type { FolderToIndex } from '../textIndex.js';
import type { Wanted } from './comparing.js';
import { allocateIn, ChunkWriter } from './indexWriter.js';
import { BatchReader, type ReadBatch } from './reading.js';

/** Work that several threads share. It can be sent to a thread; the numbers are in shared memory. */
export interface SharedWork {
  readonly folder: FolderToIndex;
  readonly wanted: readonly Wanted[];
  /** The file that is being written. Descriptors belong to the process: it stays open until all threads have ended. */
  readonly fd: number;
  /** See `IndexFileWriter`. */
  readonly allocated: BigInt64Array;
  /** Its one element is the place of the file that is read next. */
  readonly cursor: Int32Array;
}

/** The next file, of which nobody else will hear. */
export function nextOf({ wanted, cursor }: SharedWork): Wanted | undefined {
  return wanted[Atomics.add(cursor, 0, 1)];
}

/** Nobody is to take any more files. */
export function endOf({ wanted, cursor }: SharedWork): void {
  Atomics.store(cursor, 0, wanted.length);
}

/** What a thread of so many files gains is less than what it costs to start one. */
export const FILES_OF_A_THREAD = 200;
const MOST_THREADS = 4;
/** How much the threads give way to the one that answers, where priorities are a thread's: see setpriority(2). */
const NICE = 5;
/** What a reading thread makes dies soon, in megabytes: with room enough little of it is alive at a collection. */
const YOUNG_GENERATION = 48;

export const THREAD_OPTIONS: WorkerOptions = { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } };

/** This thread leaves the processor to those that somebody waits for. */
export function giveWay(): void {
  // Elsewhere the priority would be that of the whole process.
  if (process.platform !== 'linux') return;
  try {
    setPriority(NICE);
  } catch {
    // Where it may not, it works as well.
  }
}

/** Where the threads do not give way, one processor is left to the thread that answers. */
function mostHelpers(): number {
  const threads = availableParallelism() - (process.platform === 'linux' ? 0 : 1);
  return Math.min(threads, MOST_THREADS) - 1;
}

/** Threads that read along with the one that started them. */
export class Helpers {
  private readonly workers: Worker[] = [];
  /** The ends of all of them; one that fails rejects. */
  private readonly ends: Promise<void>[] = [];

  /**
   * @param script calls {@link helpReading} in a thread that was given no data
   */
  constructor(private readonly script: string) {}

  /** Starts as many as so many files need, so that they are ready when they are given their work. */
  start(files: number): void {
    const count = Math.min(mostHelpers(), Math.floor(files / FILES_OF_A_THREAD));
    while (this.workers.length < count) {
      const worker = new Worker(this.script, THREAD_OPTIONS);
      const end = new Promise<void>((resolve, reject) => {
        worker.once('error', reject);
        worker.once('exit', () => resolve());
      });
      // It is awaited later, and must not count as overlooked until then.
      end.catch(() => undefined);
      this.workers.push(worker);
      this.ends.push(end);
    }
  }

  /** Gives them their work. */
  share(work: SharedWork, hear: (batch: ReadBatch) => void): void {
    for (const worker of this.workers) {
      worker.on('message', hear);
      worker.once('error', () => endOf(work));
      worker.postMessage(work);
    }
  }

  /**
   * Waits until all of them have done their work.
   *
   * @throws the error of one that has failed, when all have ended
   */
  async finish(): Promise<void> {
    const ends = await Promise.allSettled(this.ends);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Ends those that are still there. */
  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

/** Does the work of such a thread. */
export function helpReading(): void {
  parentPort?.once('message', (work: SharedWork) => void readAlong(work));
}

async function readAlong(work: SharedWork): Promise<void> {
  const writer = new ChunkWriter(work.fd, allocateIn(work.allocated));
  const reader = new BatchReader(work.folder, () => nextOf(work), writer);
  for (let batch = await reader.read(); batch; batch = await reader.read()) parentPort?.postMessage(batch);
}
