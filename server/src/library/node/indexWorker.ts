import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-jsonrpc';
import { indexFolder, type IndexingEvent, type IndexingTask } from './indexing.js';

/** What the thread is given. */
interface WorkerData {
  readonly task: IndexingTask;
  /** Its one element is not 0 once the work is to end early. */
  readonly cancelled: Int32Array;
}

/** The script of the thread, beside that of the program. */
export function indexerScript(): string {
  return path.join(__dirname, 'indexer.js');
}

/** What an indexing thread makes dies soon, in megabytes: with room enough little of it is alive at a collection. */
const YOUNG_GENERATION = 48;

/**
 * Runs the indexing of a folder in a thread of its own, so that nobody who types waits for it.
 *
 * @param script calls {@link runIndexing} before anything else
 * @throws where the thread fails
 */
export async function runInWorker(
  script: string,
  task: IndexingTask,
  hear: (event: IndexingEvent) => void,
  token: CancellationToken,
): Promise<void> {
  const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const data: WorkerData = { task, cancelled };
  const worker = new Worker(script, {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  const subscription = token.onCancellationRequested(() => Atomics.store(cancelled, 0, 1));
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', hear);
      worker.on('error', reject);
      worker.on('exit', resolve);
    });
  } finally {
    subscription.dispose();
  }
}

/** Does the work of such a thread. */
export function runIndexing(): void {
  const { task, cancelled } = workerData as WorkerData;
  void tellAll(indexFolder(task, () => Atomics.load(cancelled, 0) !== 0));
}

async function tellAll(events: AsyncIterable<IndexingEvent>): Promise<void> {
  for await (const event of events) parentPort?.postMessage(event);
}
