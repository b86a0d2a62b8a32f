/** The program of the child processes, which inChild.ts starts: does one task and prints its result as JSON. */
import { indexFolder } from './indexFolder';
import { editLargestLaw } from './keystroke';
import { ownEdits, ownSymbols, peerEdits, peerSymbols, writeMarkdown } from './peerTasks';
import { askEverything } from './queries';
import { readFolder } from './readFolder';

/** What can be done in a process of its own. */
export const TASKS = {
  readFolder,
  indexFolder,
  editLargestLaw,
  askEverything,
  writeMarkdown,
  ownSymbols,
  peerSymbols,
  ownEdits,
  peerEdits,
};

async function main(): Promise<void> {
  const [name = '', parameters = '[]'] = process.argv.slice(2);
  const task = (TASKS as Record<string, (...parameters: unknown[]) => unknown>)[name];
  if (!task) throw new Error(`no task ${name}`);
  const result = await task(...(JSON.parse(parameters) as unknown[]));
  console.log(JSON.stringify(result ?? null));
}

void main();
