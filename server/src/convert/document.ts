import { RegulationDocument } from '../library/document.js';
import { Library } from '../library/library.js';
import type { WriteOptions } from './formats.js';

/** A text that is to be written, with the library in which its citations are looked up. */
export function documentOf(
  text: string,
  { uri = '', library = new Library() }: WriteOptions,
): [RegulationDocument, Library] {
  return [RegulationDocument.of(uri, text), library];
}
