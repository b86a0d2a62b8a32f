import { createRequire } from 'node:module';
import path from 'node:path';
import type { Converter } from '../convert/formats.js';

/** The script with the format of Word documents, beside that of the program. */
const SCRIPT = path.join(__dirname, 'convert.js');

/** Loads the format of Word documents. */
export function loadConverter(): Converter {
  return createRequire(__filename)(SCRIPT) as Converter;
}
