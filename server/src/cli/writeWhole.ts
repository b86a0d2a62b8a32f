import { rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UnreadableError } from '../library/unreadable.js';
import { UsageError } from './commonOptions.js';

/** The output can't be written: of the two files it is the other one that a message is to name. */
export class WritingError extends UnreadableError {}

/** @throws UsageError where what is to be written is the file that is read */
export async function refuseSameFile(input: string, output: string): Promise<void> {
  if (!(await isSameFile(input, output))) return;
  throw new UsageError({
    zh: `${output}：与输入是同一个文件，不予覆盖`,
    en: `${output}: is the input itself, which is not overwritten`,
  });
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  if (path.resolve(one) === path.resolve(other)) return true;
  const [first, second] = await Promise.all([one, other].map((file) => stat(file).catch(() => undefined)));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}

/**
 * Writes a file as a whole: what had its name before is there until then.
 *
 * @throws WritingError
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    if ((await stat(file).catch(() => undefined))?.isDirectory()) throw new WritingError('folder');
    await writeFile(temporary, bytes);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof WritingError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new WritingError('not-written', { zh: code || message, en: code || message });
  }
}
