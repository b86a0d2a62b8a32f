import { createRequire } from 'node:module';
import path from 'node:path';
import type { Converter } from '../convert/formats.js';

/** Loads the format of Word documents, a script beside that of the program. */
export function loadConverter(): Converter {
  return createRequire(__filename)(path.join(__dirname, 'convert.js')) as Converter;
}
