import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SyntaxTree } from '../../server/src/syntax/tree';

/** A law that is measured with: its URI as the library has it, and its text. */
export interface BenchLaw {
  readonly uri: string;
  readonly text: string;
}

/** The paths of the laws below a folder, in a fixed order. */
export function lawFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** The work that is the unit of the others: each file read and decoded, one after the other. */
export function readAndDecode(files: readonly string[], take: (text: string) => void): void {
  for (const file of files) take(decoded(file));
}

/** The law with the most bytes, which is the one with the most characters. */
export function largestLaw(folder: string): BenchLaw {
  const sized = lawFiles(folder).map((file) => ({ file, size: statSync(file).size }));
  const { file } = sized.reduce((a, b) => (b.size > a.size ? b : a));
  return { uri: pathToFileURL(file).href, text: decoded(file) };
}

/** What is put into the titles, a copy each. The first copy keeps its titles: statutes are cited by bare names as well. */
const COPIES = ['', ...'甲乙丙丁戊己庚辛壬'];

/** How many copies {@link copyLaws} makes. */
export const COPY_COUNT = COPIES.length;

/**
 * Copies all laws ten times into a folder, each time with other titles. Where a text names an instrument in brackets the
 * name is changed as well, so that the laws of a copy cite each other as the originals do.
 */
export function copyLaws(folder: string, into: string): void {
  for (const file of lawFiles(folder)) {
    const text = decoded(file);
    const title = SyntaxTree.parse(text).root.children.find(({ kind }) => kind === 'title');
    const start = title?.body.start ?? 0;
    for (const mark of COPIES) {
      const copy = path.join(into, mark, path.dirname(path.relative(folder, file)), mark + path.basename(file));
      mkdirSync(path.dirname(copy), { recursive: true });
      const rest = namesMarked(text.slice(start), mark).replace(/^(?:中华人民共和国)?/, `$&${mark}`);
      writeFileSync(copy, namesMarked(text.slice(0, start), mark) + rest);
    }
  }
}

/** Puts a mark into names in brackets, behind 中华人民共和国: 《中华人民共和国刑法》 and 《刑法》 stay names of one law. */
function namesMarked(text: string, mark: string): string {
  return text.replace(/[《〈](?:中华人民共和国)?/g, `$&${mark}`);
}

function decoded(file: string): string {
  return new TextDecoder('utf-8').decode(readFileSync(file));
}
