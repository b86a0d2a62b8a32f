import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A real law: its path below the folder of laws, and its text. */
export interface Law {
  readonly name: string;
  readonly text: string;
}

/** The folder of real laws: TIAOWEN_LAWS, else the one beside the checkout; undefined where there is none. */
export function lawsFolder(): string | undefined {
  const folder = process.env['TIAOWEN_LAWS'] ?? path.resolve('..', 'shared', 'laws');
  return existsSync(folder) ? folder : undefined;
}

let read: readonly Law[] | undefined;

/** Reads all laws, once. Where there are none the calling test is skipped and says so. */
export function laws(context: Mocha.Context): readonly Law[] {
  const folder = lawsFolder();
  if (folder === undefined) {
    console.log('      （跳过：没有 ../shared/laws，也没有设置 TIAOWEN_LAWS）');
    return context.skip();
  }
  read ??= readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name: name.replace(/\.txt$/, ''), text: readFileSync(path.join(folder, name), 'utf8') }));
  return read;
}
