import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-jsonrpc';
import { indexFolder, type IndexingEvent, type IndexingTask } from './indexing.js';

/** What the thread is given. */
interface WorkerData {
  readonly tiaowenIndexing: IndexingTask;
  /** Its one element is not 0 once the work is to end early. */
  readonly cancelled: Int32Array;
}

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
  const data: WorkerData = { tiaowenIndexing: task, cancelled };
  const worker = new Worker(script, { workerData: data });
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

/**
 * Does the work of such a thread, if this is one.
 *
 * @returns whether it is
 */
export function runIndexing(): boolean {
  const data = workerData as Partial<WorkerData> | null;
  if (isMainThread || !data?.tiaowenIndexing) return false;
  const isCancelled = (): boolean => data.cancelled !== undefined && Atomics.load(data.cancelled, 0) !== 0;
  void tellAll(indexFolder(data.tiaowenIndexing, isCancelled));
  return true;
}

async function tellAll(events: AsyncIterable<IndexingEvent>): Promise<void> {
  for await (const event of events) parentPort?.postMessage(event);
}
