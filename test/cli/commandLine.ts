import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a command left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const CLI = path.resolve('dist/cli.js');

/**
 * Runs the built command line.
 *
 * @param folder the working directory
 * @param environment beside a language that is not set
 * @param starter a command that runs the one that its last arguments are
 */
export async function tiaowen(
  args: readonly string[],
  folder = '.',
  environment: object = {},
  starter: readonly string[] = [],
): Promise<Outcome> {
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
  const [command = process.execPath, ...before] = [...starter, process.execPath, CLI];
  const child = spawn(command, [...before, ...args], {
    cwd: folder,
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => (stdout += data));
  child.stderr.setEncoding('utf8').on('data', (data: string) => (stderr += data));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, stdout, stderr };
}

/** Runs a command that has to succeed and to say nothing else, and reads the JSON that it prints. */
export async function json<T>(args: readonly string[], folder?: string): Promise<T> {
  const { code, stdout, stderr } = await tiaowen(args, folder);
  if (code !== 0 || stderr !== '') throw new Error(`exit code ${String(code)}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
