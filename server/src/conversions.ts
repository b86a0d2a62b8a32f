import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { fromBase64, toBase64 } from './base64.js';
import type { Converted, Converter } from './convert/formats.js';
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
  const answer = async <T>(convert: (formats: Converter['FORMATS']) => Promise<T>): Promise<T> => {
    try {
      return await convert((await load()).FORMATS);
    } catch (error) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, say(locale(), reasonOf(error)));
    }
  };
  connection.onRequest(IMPORT_WORD, ({ content, changes }: ImportWordParams) =>
    answer(async (formats): Promise<ImportWordResult> => {
      const read = await readBy(
        formats,
        '.docx',
        fromBase64(content),
        changes === 'rejected' ? 'rejected' : 'accepted',
      );
      const isOpen = changes === 'ask' && read.changes > 0;
      return {
        ...(!isOpen && { text: read.text }),
        changes: read.changes,
        notes: read.notes.map(({ author, ...note }) => ({ ...note, ...(author !== undefined && { author }) })),
      };
    }),
  );
  connection.onRequest(EXPORT_WORD, ({ text, isMarkdown, options }: ExportWordParams) =>
    answer(async (formats): Promise<ExportWordResult> => {
      const plain = isMarkdown ? (await readBy(formats, '.md', new TextEncoder().encode(text))).text : text;
      const bytes = await formats['.docx']?.write(plain, { word: exportOptions(options) });
      return { content: toBase64(bytes ?? new Uint8Array()) };
    }),
  );
}

async function readBy(
  formats: Converter['FORMATS'],
  extension: string,
  bytes: Uint8Array,
  changes: 'accepted' | 'rejected' = 'accepted',
): Promise<Converted> {
  const turns = new Turns();
  const read = await formats[extension]?.read(bytes, { changes, pause: () => turns.pause() });
  return typeof read === 'object' ? read : { text: read ?? '', notes: [], changes: 0 };
}
