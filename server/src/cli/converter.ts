import { createRequire } from 'node:module';
import path from 'node:path';
import type { Converter } from '../convert/formats.js';

/** The script with the formats, beside that of the program. */
const SCRIPT = path.join(__dirname, 'convert.js');

/** Loads the formats that files are converted between. */
export function loadConverter(): Converter {
  return createRequire(__filename)(SCRIPT) as Converter;
}
