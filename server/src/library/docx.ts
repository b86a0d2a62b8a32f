import { DocumentReader } from './docx/document.js';
import { Numbering } from './docx/numbering.js';
import { WordPackage } from './docx/package.js';
import { Styles } from './docx/styles.js';
import type { Pause } from './docx/xml.js';

/**
 * The text of a Word document (.docx): a line a paragraph, as it reads with all tracked changes accepted, with the
 * numbers that Word gives by itself. In time linear in what the file unpacks to.
 *
 * @param pause is waited for between pieces of the work
 * @throws UnreadableError where the bytes are no such document, are damaged, or unpack to too much
 */
export async function readDocx(bytes: Uint8Array, pause: Pause = () => Promise.resolve()): Promise<string> {
  const word = await WordPackage.open(bytes, pause);
  const styles = new Styles();
  await word.readRelated('styles', styles, pause);
  const numbering = new Numbering(styles);
  await word.readRelated('numbering', numbering, pause);
  const document = new DocumentReader(styles, numbering);
  await word.readDocument(document, pause);
  return document.result;
}
