import { decode, UndecodableError, type Encoding } from './decode.js';
import { encodingOf, type FileAccess } from './files.js';
import { MAX_FILE_BYTES, UnreadableError } from './unreadable.js';

/** A text with the way it stands in its file. */
export interface ReadText {
  readonly text: string;
  /** How the file's bytes are decoded; undefined where the text does not simply stand in them. */
  readonly encoding: Encoding | undefined;
}

/**
 * The text that the bytes of a file are.
 *
 * @param setting the encoding, or `auto` to detect it
 * @throws UnreadableError
 */
export function textOf(bytes: Uint8Array, setting: Encoding | 'auto'): ReadText {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadableError('too-large');
  const encoding = encodingOf(setting);
  try {
    return decode(bytes, encoding);
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    throw encoding === undefined
      ? new UnreadableError('undecodable')
      : new UnreadableError('undecodable', { zh: `不是有效的 ${encoding}`, en: `not valid ${encoding}` });
  }
}

/**
 * Reads and decodes a file.
 *
 * @param setting the encoding, or `auto` to detect it
 * @throws UnreadableError, or whatever the file access rejects with
 */
export async function readText(files: FileAccess, uri: string, setting: Encoding | 'auto'): Promise<string> {
  return textOf(await files.read(uri), setting).text;
}
