import { loadedLibrary } from './loadedLibrary';
import type { Library } from '../../server/src/library/library';
import { collectGarbage, costOfAsync, type Cost } from './timing';

/** What it took to index a folder. Sizes are bytes. */
export interface Indexed {
  readonly cost: Cost;
  readonly files: number;
  readonly characters: number;
  /** How many instruments there are, versions of one counted once. */
  readonly instruments: number;
  /** What is held when the work is done, beyond what was held before. */
  readonly heldMemory: number;
  /** The most that the process had in memory at any time, beyond what it had before. */
  readonly peakMemory: number;
}

/** Indexes a folder as the server does when it starts without an index: lists, reads, decodes, finds the citations. */
export async function indexFolder(folder: string): Promise<Indexed> {
  const heldBefore = await heldMemory();
  const sizeBefore = process.memoryUsage.rss();
  let library: Library | undefined;
  const cost = await costOfAsync(async () => (library = await loadedLibrary(folder)));
  const peakMemory = process.resourceUsage().maxRSS * 1024 - sizeBefore;
  const held = (await heldMemory()) - heldBefore;
  const documents = library?.documents() ?? [];
  return {
    cost,
    files: documents.length,
    characters: documents.reduce((sum, { text }) => sum + text.length, 0),
    instruments: new Set(documents.map(({ key }) => key)).size,
    heldMemory: held,
    peakMemory,
  };
}

/** What is held after all garbage has been collected. */
async function heldMemory(): Promise<number> {
  await collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
