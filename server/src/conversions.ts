import { ErrorCodes, LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { fromBase64, toBase64 } from './base64.js';
import type { Converted, Converter, Format } from './convert/formats.js';
import { markdown } from './convert/markdown.js';
import { exportOptions } from './convert/word/exportOptions.js';
import { say, type Locale } from './features/locale.js';
import { dutiesCsv, dutiesTable } from './features/reports/dutyTable.js';
import type { RegulationDocument } from './library/document.js';
import { Turns } from './library/turns.js';
import { reasonOf } from './library/unreadable.js';
import {
  EXPORT_DUTIES,
  EXPORT_WORD,
  IMPORT_WORD,
  type ExportDutiesParams,
  type ExportDutiesResult,
  type ExportWordParams,
  type ExportWordResult,
  type ImportWordParams,
  type ImportWordResult,
} from './protocol.js';

/**
 * Answers a client of ours that has a Word document read or written, or a list as a file of another program.
 *
 * @param documentOf the document of a URI, if there is one
 * @param load gives the formats; it is called when there is something to convert
 */
export function registerConversions(
  connection: Connection,
  load: () => Converter | Promise<Converter>,
  locale: () => Locale,
  documentOf: (uri: string) => RegulationDocument | undefined,
): void {
  const answer = async <T>(convert: (word: Format, converter: Converter) => Promise<T>): Promise<T> => {
    try {
      const converter = await load();
      return await convert(converter.word, converter);
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
  connection.onRequest(
    EXPORT_DUTIES,
    async ({ uri, subject, format, options }: ExportDutiesParams): Promise<ExportDutiesResult> => {
      const document = documentOf(uri);
      if (!document) throw new ResponseError(ErrorCodes.InvalidParams, EXPORT_DUTIES);
      // For a table of plain text nothing has to be loaded.
      if (format === 'csv')
        return { content: toBase64(new TextEncoder().encode(dutiesCsv(document, locale(), subject))) };
      return answer(async (_word, { exportTable }) => {
        const table = dutiesTable(document, locale(), subject);
        return { content: toBase64(await exportTable(table, exportOptions(options))) };
      });
    },
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
