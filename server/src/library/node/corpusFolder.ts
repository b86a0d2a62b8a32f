import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of the package in which the bundled corpus lies as files, beside the folder of this bundle. The extension
 * is packed without it: there the client serves the corpus.
 *
 * @returns its absolute path; undefined where it is absent
 */
export function corpusFolder(): string | undefined {
  const folder = path.join(__dirname, '..', 'corpus');
  return existsSync(folder) ? folder : undefined;
}
