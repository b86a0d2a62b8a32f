import { textOf } from '../library/readText.js';
import type { Format, ReadOptions } from './formats.js';

/** The text itself; it is written in UTF-8. */
export const plainText: Format = {
  read: async (bytes: Uint8Array, { encoding = 'auto' }: ReadOptions) => (await textOf(bytes, '.txt', encoding)).text,
  write: (text: string) => new TextEncoder().encode(text),
};
