import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LinkTo } from '../features/reports/markdown.js';
import type { Texts } from './texts.js';

/** Links as a report has them that is put into a file of the working directory: by the names that the files were given by. */
export function linksFromHere(texts: Texts): LinkTo {
  return ({ uri }, line) => link(texts.nameOf(uri), line);
}

/** Links as a report has them that lies in another folder. */
export function linksFrom(folder: string, texts: Texts): LinkTo {
  return ({ uri }, line) =>
    link(uri.startsWith('file:') ? path.relative(folder, fileURLToPath(uri)) : texts.nameOf(uri), line);
}

function link(file: string, line: number): string {
  return `${encodeURI(file.replaceAll('\\', '/')).replace(/[()#?]/g, encodeURIComponent)}#L${String(line)}`;
}
