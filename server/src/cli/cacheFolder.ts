import path from 'node:path';
import envPaths from 'env-paths';

/** The folder in which the command line keeps indexes, where the system has such files: below ~/.cache, for one. */
export function cacheFolder(): string {
  return path.join(envPaths('tiaowen', { suffix: '' }).cache, 'library');
}
