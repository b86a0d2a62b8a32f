import path from 'node:path';
import type { Command } from 'commander';
import { say, type Locale } from '../features/locale.js';
import { dutiesMarkdown } from '../features/reports/duties.js';
import { dutiesCsv, dutiesJson, dutiesTable } from '../features/reports/dutyTable.js';
import type { LinkTo } from '../features/reports/markdown.js';
import type { RegulationDocument } from '../library/document.js';
import { ARGUMENTS, choice, UsageError, type CommonOptions } from './commonOptions.js';
import { loadConverter } from './converter.js';
import { linksFrom, linksFromHere } from './links.js';
import type { Terminal } from './terminal.js';
import { Texts } from './texts.js';
import { refuseSameFile, writeWhole, WritingError } from './writeWhole.js';

interface Options extends CommonOptions {
  readonly subject?: string;
  readonly format?: string;
  readonly out?: string;
}

const FORMATS = ['md', 'csv', 'docx', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** `tiaowen duties FILE`: who shall, may and shall not do what by a text. */
export function addDuties(program: Command, terminal: Terminal): void {
  const text = (zh: string, en: string): string => say(terminal.locale, { zh, en });
  program
    .command('duties')
    .description(
      text(
        '责任清单：谁应当、可以、不得做什么，输出为 Markdown、表格（CSV）、Word 表格或者 JSON',
        'the list of duties: who shall, may and shall not do what, as Markdown, CSV, a table in Word or JSON',
      ),
    )
    .argument('<FILE>', say(terminal.locale, ARGUMENTS.text))
    .option('--subject <WORD>', text('只列名称含此词的主体', 'list only the duties of whom this word names'))
    .option(
      '--format <FORMAT>',
      text(
        '输出格式：md、csv、docx 或者 json；没有写明的，按 --out 的扩展名，否则为 md',
        'output format: md, csv, docx or json; by default that of the extension of --out, else md',
      ),
    )
    .option('-o, --out <FILE>', text('写入的文件；docx 必须写明', 'the file that is written; needed for docx'))
    .action(async (file: string, _options, command: Command) => {
      const { subject, format: wanted, out, encoding } = command.optsWithGlobals<Options>();
      const format = formatOf(wanted, out);
      if (out !== undefined) await refuseSameFile(file, out);
      const texts = new Texts(terminal, encoding);
      const given = await texts.read(file);
      if (!given) return;
      const document = texts.document(given);
      try {
        const bytes = await bytesOf(document, format, terminal.locale, subject, linksOf(texts, out));
        if (out !== undefined) await writeWhole(out, bytes);
        // Behind the last line the terminal puts the line feed.
        else terminal.print(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/\n$/, ''));
      } catch (error) {
        terminal.complainOf(error instanceof WritingError && out !== undefined ? out : file, error);
      }
    });
}

/** @throws UsageError where there is no such format, or it can't be printed */
function formatOf(wanted: string | undefined, out: string | undefined): Format {
  if (wanted === undefined && out === undefined) return 'md';
  const format = wanted === undefined ? formatOfFile(out ?? '') : choice('--format', wanted, FORMATS);
  if (format === 'docx' && out === undefined) {
    throw new UsageError({
      zh: 'Word 文档不能输出到终端，请用 --out 写明文件',
      en: 'a Word document is not printed: name a file by --out',
    });
  }
  return format;
}

/** @throws UsageError where the extension is none of a format */
function formatOfFile(file: string): Format {
  const extension = path.extname(file).toLowerCase();
  const format = FORMATS.find((known) => `.${known}` === extension);
  if (format) return format;
  const known = FORMATS.map((name) => `.${name}`);
  throw new UsageError({
    zh: `${file}：扩展名应为 ${known.join('、')}，或者用 --format 写明格式`,
    en: `${file}: the extension should be one of ${known.join(', ')}, or the format given by --format`,
  });
}

function linksOf(texts: Texts, out: string | undefined): LinkTo {
  return out === undefined ? linksFromHere(texts) : linksFrom(path.dirname(path.resolve(out)), texts);
}

async function bytesOf(
  document: RegulationDocument,
  format: Format,
  locale: Locale,
  subject: string | undefined,
  linkTo: LinkTo,
): Promise<Uint8Array> {
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'md':
      return encoded(dutiesMarkdown(document, linkTo, locale, subject));
    case 'csv':
      return encoded(dutiesCsv(document, locale, subject));
    case 'json':
      return encoded(`${JSON.stringify(dutiesJson(document, subject))}\n`);
    case 'docx':
      return loadConverter().exportTable(dutiesTable(document, locale, subject));
  }
}
