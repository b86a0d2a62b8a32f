/** The program of the child processes, which inChild.ts starts: does one task and prints its result as JSON. */
import { indexFolder } from './indexFolder';
import { editLargestLaw } from './keystroke';
import { lawFiles, readAndDecode } from './laws';
import { ownEdits, ownSymbols, peerEdits, peerSymbols, writeMarkdown } from './peerTasks';
import { askEverything } from './queries';
import { costOf, type Cost } from './timing';

/** What can be done in a process of its own. */
export const TASKS = {
  readRepeatedly,
  indexFolder,
  editLargestLaw,
  askEverything,
  writeMarkdown,
  ownSymbols,
  peerSymbols,
  ownEdits,
  peerEdits,
};

/** Reads and decodes the files of a folder several times. */
function readRepeatedly(folder: string, times: number): { costs: Cost[]; files: number; characters: number } {
  const files = lawFiles(folder);
  let characters = 0;
  const costs = Array.from({ length: times }, () => costOf(() => ({ characters } = readAndDecode(files))));
  return { costs, files: files.length, characters };
}

async function main(): Promise<void> {
  const [name = '', parameters = '[]'] = process.argv.slice(2);
  const task = (TASKS as Record<string, (...parameters: unknown[]) => unknown>)[name];
  if (!task) throw new Error(`no task ${name}`);
  const result = await task(...(JSON.parse(parameters) as unknown[]));
  console.log(JSON.stringify(result ?? null));
}

void main();
