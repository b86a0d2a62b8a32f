import { decode, UndecodableError, type DecodeUtf8, type Encoding } from './decode.js';
import { readDocx } from './docx.js';
import { encodingOf, isWordFile, type FileAccess } from './files.js';
import { MAX_FILE_BYTES, UnreadableError } from './unreadable.js';

/** A text with the way it stands in its file. */
export interface ReadText {
  readonly text: string;
  /** How the file's bytes are decoded; undefined where the text does not simply stand in them. */
  readonly encoding: Encoding | undefined;
}

/**
 * The text of a file: decoded, or taken out of a Word document.
 *
 * @param uri of the file, or its path: only its name counts
 * @param setting the encoding, or `auto` to detect it; a Word document has its own
 * @param pause is waited for between pieces of long work
 * @param ofUtf8 see {@link decode}
 * @throws UnreadableError
 */
export async function textOf(
  bytes: Uint8Array,
  uri: string,
  setting: Encoding | 'auto',
  pause?: () => Promise<void>,
  ofUtf8?: DecodeUtf8,
): Promise<ReadText> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadableError('too-large');
  return isWordFile(uri)
    ? { text: await readDocx(bytes, pause), encoding: undefined }
    : decoded(bytes, setting, ofUtf8);
}

function decoded(bytes: Uint8Array, setting: Encoding | 'auto', ofUtf8: DecodeUtf8 | undefined): ReadText {
  const encoding = encodingOf(setting);
  try {
    return decode(bytes, encoding, ofUtf8);
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    throw encoding === undefined
      ? new UnreadableError('undecodable')
      : new UnreadableError('undecodable', { zh: `不是有效的 ${encoding}`, en: `not valid ${encoding}` });
  }
}

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
  return (await textOf(await files.read(uri), uri, setting, pause)).text;
}
