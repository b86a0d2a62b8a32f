import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { isWordText } from './features/openable.js';
import { say, type Locale } from './features/locale.js';
import { isWordFile, type FileAccess } from './library/files.js';
import { readText } from './library/readText.js';
import { reasonOf, UnreadableError } from './library/unreadable.js';
import {
  WORD_TEXT,
  WORD_TEXT_CHANGED,
  WORD_TEXT_SCHEME,
  type WordTextChangedParams,
  type WordTextParams,
  type WordTextResult,
} from './protocol.js';
import { Turns } from './library/turns.js';
import { readableUri, type Spellings } from './uris.js';

/** Keeps an editor's own ways of opening Word documents away from their texts. */
const EXTENSION = '.txt';

/**
 * The URI of the document that shows the text of a Word document; any other URI is returned as it is.
 *
 * @param uri `file:///条例.docx` becomes `tiaowen-text:/条例.docx.txt?file`
 */
export function wordTextUri(uri: string): string {
  if (isWordText(uri) || !isWordFile(uri)) return uri;
  const { scheme, authority, path } = URI.parse(uri);
  return URI.from({ scheme: WORD_TEXT_SCHEME, authority, path: path + EXTENSION, query: scheme }).toString();
}

/** The URI of the Word document whose text a document shows; undefined where it shows none. */
export function wordFileOf(uri: string): string | undefined {
  if (!isWordText(uri)) return undefined;
  const { authority, path, query } = URI.parse(uri);
  const file = URI.from({ scheme: query, authority, path: path.slice(0, -EXTENSION.length) }).toString();
  return wordTextUri(file) === URI.parse(uri).toString() ? file : undefined;
}

/** Answers a client of ours that asks for the texts of Word documents. */
export function registerWordTexts(connection: Connection, files: FileAccess, locale: () => Locale): void {
  connection.onRequest(WORD_TEXT, async ({ uri }: WordTextParams): Promise<WordTextResult> => {
    const file = wordFileOf(uri);
    try {
      if (file === undefined) throw new UnreadableError('unreachable');
      const turns = new Turns();
      return { text: await readText(files, file, 'auto', () => turns.pause()) };
    } catch (error) {
      const { zh, en } = reasonOf(error);
      const name = readableUri(file ?? uri);
      const message = { zh: `${name}：${zh}`, en: `${name}: ${en}` };
      throw new ResponseError(LSPErrorCodes.RequestFailed, say(locale(), message));
    }
  });
}

/** Tells a client of ours that the text of a Word document is another one now, so that it asks for it again. */
export function tellOfWordText(connection: Connection, spellings: Spellings, file: string): void {
  if (!isWordFile(file)) return;
  const params: WordTextChangedParams = { uri: spellings.of(file) };
  void connection.sendNotification(WORD_TEXT_CHANGED, params);
}
