import type { Command } from 'commander';
import { applied } from '../drafting/edits.js';
import { format } from '../drafting/format.js';
import { DEFAULT_FORMAT, type FormatOptions } from '../drafting/format/options.js';
import { say } from '../features/locale.js';
import { ARGUMENTS, choice, UsageError, type CommonOptions } from './commonOptions.js';
import type { Terminal } from './terminal.js';
import { Texts } from './texts.js';

interface Options extends CommonOptions {
  readonly write?: boolean;
  readonly check?: boolean;
  readonly indent: string;
  readonly headings: string;
  readonly contents: boolean;
}

const INDENTS = ['none', 'two', 'keep'] as const;
const HEADINGS = ['closed', 'kept'] as const;

/** `tiaowen format FILE…`: gives texts their layout; with `--check` it only tells which ones have another one. */
export function addFormat(program: Command, terminal: Terminal): void {
  const text = (zh: string, en: string): string => say(terminal.locale, { zh, en });
  program
    .command('format')
    .description(
      text(
        '统一版式：序号后的空格、标题、标点和括号的全角、空行、目录；不改动文字和序号',
        'give texts one layout: space behind numbers, headings, full-width punctuation, blank lines, table of contents; words and numbers stay',
      ),
    )
    .argument('<FILE...>', say(terminal.locale, ARGUMENTS.text))
    .option('--write', text('写回文件，不写则输出文本', 'write the files instead of printing the texts'))
    .option(
      '--check',
      text('只检查，列出版式需要改动的文件，退出码为 1', 'only tell which files would change, and end with code 1'),
    )
    .option(
      '--indent <INDENT>',
      text('段首：none 不空格，two 空两格，keep 不变', 'indentation: none, two spaces, or keep'),
      DEFAULT_FORMAT.indent,
    )
    .option(
      '--headings <HEADINGS>',
      text('分散的标题（总　　则）：closed 合拢，kept 不变', 'spread-out headings (总　　则): closed or kept'),
      DEFAULT_FORMAT.headings,
    )
    .option('--no-contents', text('不按标题更新目录', 'leave the table of contents as it is'))
    .action(async (files: string[], _options, command: Command) => {
      const given = command.optsWithGlobals<Options>();
      if (given.write && given.check) {
        throw new UsageError({
          zh: '选项 --write 和 --check 不能同时使用',
          en: 'the options --write and --check exclude each other',
        });
      }
      const options: FormatOptions = {
        indent: choice('--indent', given.indent, INDENTS),
        headings: choice('--headings', given.headings, HEADINGS),
        contents: given.contents,
      };
      const texts = new Texts(terminal, given.encoding);
      const seen = new Set<string>();
      for (const file of files) {
        const read = await texts.read(file);
        if (!read || seen.has(read.uri)) continue;
        seen.add(read.uri);
        const document = texts.document(read);
        const before = document.text;
        const after = applied(before, format(document, options)).text;
        if (given.check) {
          if (after !== before) {
            terminal.hasFindings();
            terminal.printText(text(`${file}：版式需要改动`, `${file}: the layout would change`));
          }
        } else if (given.write) {
          await texts.write(read, after);
        } else {
          if (files.length > 1) terminal.print(`==> ${file} <==`);
          process.stdout.write(after);
        }
      }
    });
}
