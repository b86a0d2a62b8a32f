import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { decode, type Encoding } from '../library/decode.js';
import { encodingOf, isWordFile } from '../library/files.js';
import { UnreadableError } from '../library/unreadable.js';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Puts another text into a file, in the encoding and with the byte order mark that it has. The file is there as a whole
 * at every moment.
 *
 * @param path of the file
 * @param before its text as it was read: where the file has changed since, it is left as it is
 * @throws UnreadableError where the text can't be written
 */
export async function writeText(
  path: string,
  before: string,
  after: string,
  setting: Encoding | 'auto',
): Promise<void> {
  if (isWordFile(path)) throw new UnreadableError('not-written', WORD);
  const bytes = await readFile(path);
  const { text, encoding } = decode(bytes, encodingOf(setting));
  if (text !== before) throw new UnreadableError('not-written', CHANGED);
  const encoded = iconv.encode(after, encoding, { addBOM: false });
  if (iconv.decode(encoded, encoding, { stripBOM: false }) !== after) throw new UnreadableError('not-written', LOSSY);
  const mark = iconv.encode(BYTE_ORDER_MARK, encoding, { addBOM: false });
  const hasMark = encoding !== 'gb18030' && bytes.subarray(0, mark.length).equals(mark);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, hasMark ? Buffer.concat([mark, encoded]) : encoded, { mode: (await stat(path)).mode });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const { code = '', message } = error as NodeJS.ErrnoException;
    const detail = code || message;
    throw new UnreadableError('not-written', { zh: detail, en: detail });
  }
}

const WORD = {
  zh: 'Word 文档的文本不能直接改写',
  en: 'the text of a Word document cannot be rewritten in place',
};
const CHANGED = { zh: '文件在读取之后有改动', en: 'the file has changed since it was read' };
const LOSSY = {
  zh: '有文件的编码写不出的字符',
  en: 'it holds characters that the encoding of the file does not have',
};
