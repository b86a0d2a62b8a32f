import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Does a piece of work that needs a folder to write into, which is removed afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tiaowen-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // An interrupt ends the process before the work is done.
  const interrupted = (): never => process.exit(130);
  process.once('exit', remove).once('SIGINT', interrupted);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove).off('SIGINT', interrupted);
    remove();
  }
}
