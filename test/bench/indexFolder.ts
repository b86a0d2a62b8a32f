import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { findCitations, startLibrary, type KeptLibrary } from './loadedLibrary';
import { collectGarbage, costOfAsync, type Cost } from './timing';

/** What it took to index a folder. Sizes are bytes. */
export interface Indexed {
  /** Until the library answers for the files as they are now. */
  readonly start: Cost;
  /** Until it answers with what the index had. */
  readonly answers: Cost;
  /** Of finding and keeping all citations afterwards, which nobody waits for. */
  readonly citations: Cost;
  readonly files: number;
  readonly characters: number;
  /** How many instruments there are, versions of one counted once. */
  readonly instruments: number;
  /** What is held when the work is done, beyond what was held before. */
  readonly heldMemory: number;
  /** The most that the process had in memory at any time, beyond what it had before. */
  readonly peakMemory: number;
  readonly onDisk: number;
}

/**
 * Starts a library and finds its citations, as the server does.
 *
 * @param storage path of the folder for the index; without one in it the start is a cold one
 */
export async function indexFolder(folder: string, storage: string): Promise<Indexed> {
  const heldBefore = await heldMemory();
  const sizeBefore = process.memoryUsage.rss();
  let kept: KeptLibrary | undefined;
  const start = await costOfAsync(async () => (kept = await startLibrary(folder, storage)));
  const citations = await costOfAsync(async () => kept && (await findCitations(kept)));
  const peakMemory = process.resourceUsage().maxRSS * 1024 - sizeBefore;
  const held = (await heldMemory()) - heldBefore;
  const documents = kept?.library.documents() ?? [];
  return {
    start,
    answers: kept?.answers ?? start,
    citations,
    files: documents.length,
    characters: documents.reduce((sum, { text }) => sum + text.length, 0),
    instruments: new Set(documents.map(({ key }) => key)).size,
    heldMemory: held,
    peakMemory,
    onDisk: readdirSync(storage).reduce((sum, name) => sum + statSync(path.join(storage, name)).size, 0),
  };
}

/** What is held after all garbage has been collected. */
async function heldMemory(): Promise<number> {
  await collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
