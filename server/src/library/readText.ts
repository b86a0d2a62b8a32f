import { decode, UndecodableError, type Encoding } from './decode.js';
import { encodingOf, type FileAccess } from './files.js';
import { MAX_FILE_BYTES, UnreadableError } from './unreadable.js';

/**
 * Reads and decodes a file.
 *
 * @param setting the encoding, or `auto` to detect it
 * @throws UnreadableError, or whatever the file access rejects with
 */
export async function readText(files: FileAccess, uri: string, setting: Encoding | 'auto'): Promise<string> {
  const bytes = await files.read(uri);
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadableError('too-large');
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
