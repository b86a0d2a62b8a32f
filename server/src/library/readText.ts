import { decode, UndecodableError, type Encoding } from './decode.js';
import { readDocx } from './docx.js';
import { encodingOf, isWordFile, type FileAccess } from './files.js';
import { MAX_FILE_BYTES, UnreadableError } from './unreadable.js';

/**
 * Reads a file: decodes it, or takes the text out of a Word document.
 *
 * @param setting the encoding, or `auto` to detect it; a Word document has its own
 * @param pause is waited for between pieces of long work
 * @throws UnreadableError, or whatever the file access rejects with
 */
export async function readText(
  files: FileAccess,
  uri: string,
  setting: Encoding | 'auto',
  pause?: () => Promise<void>,
): Promise<string> {
  const bytes = await files.read(uri);
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadableError('too-large');
  if (isWordFile(uri)) return readDocx(bytes, pause);
  const encoding = encodingOf(setting);
  try {
    return decode(bytes, encoding).text;
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    throw encoding === undefined
      ? new UnreadableError('undecodable')
      : new UnreadableError('undecodable', { zh: `不是有效的 ${encoding}`, en: `not valid ${encoding}` });
  }
}
