import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import iconv from 'iconv-lite';
import { FORMATS, WORD, type Converted, type Format } from '../convert/formats.js';
import { say } from '../features/locale.js';
import type { NoteKind } from '../library/docx/notes.js';
import { NodeFiles } from '../library/node/files.js';
import { ARGUMENTS, choice, UsageError, type CommonOptions } from './commonOptions.js';
import { loadConverter } from './converter.js';
import type { Terminal } from './terminal.js';
import { Texts } from './texts.js';
import { refuseSameFile, writeWhole, WritingError } from './writeWhole.js';

interface Options extends CommonOptions {
  readonly changes: string;
}

const CHANGES = ['accepted', 'rejected'] as const;

/** `tiaowen convert IN OUT`: writes a text in another format; both formats are told by the names of the files. */
export function addConvert(program: Command, terminal: Terminal): void {
  const text = (zh: string, en: string): string => say(terminal.locale, { zh, en });
  program
    .command('convert')
    .description(
      text(
        '转换格式，按扩展名：Word（.docx）、纯文本、Markdown、Akoma Ntoso（.akn、.xml），写出 HTML；Word 中的脚注、批注和修订另行列出',
        'convert between formats, by extension: Word (.docx), plain text, Markdown, Akoma Ntoso (.akn, .xml), and into HTML; notes, comments and tracked changes of Word are listed',
      ),
    )
    .argument('<IN>', say(terminal.locale, ARGUMENTS.input))
    .argument('<OUT>', say(terminal.locale, ARGUMENTS.output))
    .option(
      '--changes <CHANGES>',
      text('Word 的修订：accepted 接受，rejected 拒绝', 'tracked changes of Word: accepted or rejected'),
      'accepted',
    )
    .action(async (input: string, output: string, _options, command: Command) => {
      const given = command.optsWithGlobals<Options>();
      const changes = choice('--changes', given.changes, CHANGES);
      const [from, to] = [formatOf(input), formatOf(output)];
      await refuseSameFile(input, output);
      try {
        const bytes = await new NodeFiles(() => undefined).read(pathToFileURL(path.resolve(input)).href);
        const read = await from.read(bytes, { encoding: given.encoding, changes });
        const converted: Converted = typeof read === 'string' ? { text: read, notes: [], changes: 0 } : read;
        const texts = new Texts(terminal, given.encoding);
        if (to.isLinked) await texts.addLibrary(given.library);
        const { href: uri } = pathToFileURL(path.resolve(input));
        await write(output, await to.write(converted.text, { uri, library: texts.library }), given.encoding);
        report(terminal, input, converted, changes);
      } catch (error) {
        terminal.complainOf(error instanceof WritingError ? output : input, error);
      }
    });
}

/** @throws UsageError where there is no format of that extension */
function formatOf(file: string): Format {
  const extension = path.extname(file).toLowerCase();
  const format = extension === WORD ? loadConverter().word : FORMATS[extension];
  if (format) return format;
  const known = [WORD, ...Object.keys(FORMATS)];
  throw new UsageError({
    zh: `${file}：不能转换${extension === '' ? '没有扩展名的文件' : `扩展名为 ${extension} 的文件`}，应为 ${known.join('、')}`,
    en: `${file}: ${extension === '' ? 'files without an extension' : `files named ${extension}`} are not converted; it should be one of ${known.join(', ')}`,
  });
}

/** Texts are UTF-8 if no encoding was given. */
async function write(file: string, bytes: Uint8Array, encoding: CommonOptions['encoding']): Promise<void> {
  await writeWhole(file, isText(file) ? encoded(bytes, encoding) : bytes);
}

function isText(file: string): boolean {
  return /\.(?:txt|fagui|md)$/i.test(file);
}

function encoded(bytes: Uint8Array, encoding: CommonOptions['encoding']): Uint8Array {
  if (encoding === 'auto' || encoding === 'utf-8') return bytes;
  const text = new TextDecoder().decode(bytes);
  const other = iconv.encode(text, encoding, { addBOM: encoding !== 'gb18030' });
  if (iconv.decode(other, encoding) !== text) {
    throw new WritingError('not-written', {
      zh: `有 ${encoding} 写不出的字符`,
      en: `it holds characters that ${encoding} does not have`,
    });
  }
  return other;
}

const NOTES: Readonly<Record<NoteKind, { zh: string; en: string }>> = {
  footnote: { zh: '脚注', en: 'footnote' },
  endnote: { zh: '尾注', en: 'endnote' },
  comment: { zh: '批注', en: 'comment' },
};

/** Says what of a document is not in its text. */
function report(terminal: Terminal, input: string, { notes, changes: count }: Converted, changes: string): void {
  if (count > 0) {
    const isAccepted = changes === 'accepted';
    terminal.warn({
      zh: `${input}：有 ${String(count)} 处修订，已${isAccepted ? '接受' : '拒绝'}`,
      en: `${input}: ${String(count)} tracked changes were ${changes}`,
    });
  }
  for (const { kind, place, text, author } of notes) {
    const by = author ? { zh: `（${author}）`, en: ` (${author})` } : { zh: '', en: '' };
    terminal.warn({
      zh: `${input}：${place}${NOTES[kind].zh}${by.zh}：${text}`,
      en: `${input}: ${NOTES[kind].en}${by.en} on ${place || 'the text'}: ${text}`,
    });
  }
}
