import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { fromBase64, toBase64 } from './base64.js';
import type { Converted, Converter, Format } from './convert/formats.js';
import { markdown } from './convert/markdown.js';
import { exportOptions } from './convert/word/exportOptions.js';
import { say, type Locale } from './features/locale.js';
import { Turns } from './library/turns.js';
import { reasonOf } from './library/unreadable.js';
import {
  EXPORT_WORD,
  IMPORT_WORD,
  type ExportWordParams,
  type ExportWordResult,
  type ImportWordParams,
  type ImportWordResult,
} from './protocol.js';

/**
 * Answers a client of ours that has a Word document read or written.
 *
 * @param load gives the formats; it is called when there is something to convert
 */
export function registerConversions(
  connection: Connection,
  load: () => Converter | Promise<Converter>,
  locale: () => Locale,
): void {
  const answer = async <T>(convert: (word: Format) => Promise<T>): Promise<T> => {
    try {
      return await convert((await load()).word);
    } catch (error) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, say(locale(), reasonOf(error)));
    }
  };
  connection.onRequest(IMPORT_WORD, ({ content, changes }: ImportWordParams) =>
    answer(async (word): Promise<ImportWordResult> => {
      const read = await readBy(word, fromBase64(content), changes === 'rejected' ? 'rejected' : 'accepted');
      const isOpen = changes === 'ask' && read.changes > 0;
      return {
        ...(!isOpen && { text: read.text }),
        changes: read.changes,
        notes: read.notes.map(({ author, ...note }) => ({ ...note, ...(author !== undefined && { author }) })),
      };
    }),
  );
  connection.onRequest(EXPORT_WORD, ({ text, isMarkdown, options }: ExportWordParams) =>
    answer(async (word): Promise<ExportWordResult> => {
      const plain = isMarkdown ? (await readBy(markdown, new TextEncoder().encode(text))).text : text;
      return { content: toBase64(await word.write(plain, { word: exportOptions(options) })) };
    }),
  );
}

async function readBy(
  format: Format,
  bytes: Uint8Array,
  changes: 'accepted' | 'rejected' = 'accepted',
): Promise<Converted> {
  const turns = new Turns();
  const read = await format.read(bytes, { changes, pause: () => turns.pause() });
  return typeof read === 'string' ? { text: read, notes: [], changes: 0 } : read;
}
