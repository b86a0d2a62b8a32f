import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-jsonrpc';
import { indexFolder, type IndexingEvent, type IndexingTask } from './indexing.js';

/** What the thread is given. */
interface WorkerData {
  readonly task: IndexingTask;
  /** Its one element is not 0 once the work is to end early. */
  readonly cancelled: Int32Array;
  /** Its one element changes with each edit, for which the work gives way. */
  readonly edits: Int32Array;
}

/** The script of the thread, beside that of the program. */
export function indexerScript(): string {
  return path.join(__dirname, 'indexer.js');
}

/** How long an edit has the machine for itself, in milliseconds: where cores are few, what is read would take one from it. */
const EDIT = 20;

/** What an indexing thread makes dies soon, in megabytes: with room enough little of it is alive at a collection. */
const YOUNG_GENERATION = 48;

/**
 * Runs the indexing of a folder in a thread of its own, so that nobody who types waits for it.
 *
 * @param script calls {@link runIndexing} before anything else
 * @param edits shared memory, whose one element changes with each edit
 * @throws where the thread fails
 */
export async function runInWorker(
  script: string,
  task: IndexingTask,
  hear: (event: IndexingEvent) => void,
  token: CancellationToken,
  edits: Int32Array,
): Promise<void> {
  const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const data: WorkerData = { task, cancelled, edits };
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
  const { task, cancelled, edits } = workerData as WorkerData;
  let seen = 0;
  const goesOn = (): boolean => {
    const edit = Atomics.load(edits, 0);
    if (edit !== seen) Atomics.wait(edits, 0, (seen = edit), EDIT);
    return Atomics.load(cancelled, 0) === 0;
  };
  void tellAll(indexFolder(task, goesOn));
}

async function tellAll(events: AsyncIterable<IndexingEvent>): Promise<void> {
  for await (const event of events) parentPort?.postMessage(event);
}
