import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder of the package, beside the folder of this bundle: `corpus`, the bundled corpus as files, or `docs/checks`, the
 * pages on checks. The extension is packed without the corpus: there the client serves it.
 *
 * @returns its absolute path; undefined where it is absent
 */
export function packageFolder(name: 'corpus' | 'docs/checks'): string | undefined {
  const folder = path.join(__dirname, '..', name);
  return existsSync(folder) ? folder : undefined;
}
