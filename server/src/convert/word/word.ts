import type { Format, ReadOptions, WriteOptions } from '../formats.js';
import { exportWord } from './exportWord.js';
import { importWord } from './importWord.js';

/** Word documents (.docx). */
export const word: Format = {
  read: (bytes: Uint8Array, options: ReadOptions) => importWord(bytes, options),
  write: (text: string, options: WriteOptions) => exportWord(text, options.word),
};
