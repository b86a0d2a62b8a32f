import { lawFiles, readAndDecode } from './laws';
import { costOf, type Cost } from './timing';

/** What it took to read a folder. */
export interface Read {
  /** With all texts kept, as an index keeps them, when nothing has been compiled yet. */
  readonly cost: Cost;
  /** Once more, with nothing kept: the least that reading can take. */
  readonly again: Cost;
  readonly files: number;
  readonly characters: number;
}

/** Reads and decodes all files of a folder. */
export function readFolder(folder: string): Read {
  const files = lawFiles(folder);
  const texts: string[] = [];
  const cost = costOf(() => readAndDecode(files, (text) => texts.push(text)));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const again = costOf(() => readAndDecode(files, () => undefined));
  return { cost, again, files: files.length, characters };
}
