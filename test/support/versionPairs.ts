import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Two consecutive versions of a real law, and what is known of them. */
export interface VersionPair {
  readonly name: string;
  readonly title: string;
  readonly earlier: string;
  readonly later: string;
  /** How many articles of either kind a script of another make has counted. */
  readonly counted: Counts;
}

export interface Counts {
  readonly unchanged_same_number: number;
  readonly unchanged_renumbered: number;
  readonly modified: number;
  readonly added: number;
  readonly deleted: number;
}

/** Reads all pairs. Where there are none the calling test is skipped and says so. */
export function versionPairs(context: Mocha.Context): readonly VersionPair[] {
  const folder = path.resolve('..', 'shared', 'versions');
  if (!existsSync(folder)) {
    console.log('      （跳过：没有 ../shared/versions）');
    return context.skip();
  }
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const read = (file: string): string => readFileSync(path.join(folder, name, file), 'utf8');
      const { title, stats } = JSON.parse(read('meta.json')) as { title: string; stats: Counts };
      return { name, title, earlier: read('old.txt'), later: read('new.txt'), counted: stats };
    });
}
