import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TASKS } from './child';

type Tasks = typeof TASKS;

/**
 * Does a task in a fresh process, with nothing compiled and an empty heap, as a server is when it starts. Options of
 * Node go on to it (--cpu-prof).
 */
export async function inChild<Name extends keyof Tasks>(
  name: Name,
  ...parameters: Parameters<Tasks[Name]>
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const program = path.join(__dirname, 'child.js');
  const options = [...process.execArgv, '--expose-gc'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...options, program, name, JSON.stringify(parameters)],
    { maxBuffer: Number.POSITIVE_INFINITY },
  );
  return JSON.parse(stdout) as Awaited<ReturnType<Tasks[Name]>>;
}
