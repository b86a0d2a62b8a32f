import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { FORMATS, type Format } from '../convert/formats.js';
import { say } from '../features/locale.js';
import { UsageError, type CommonOptions } from './commonOptions.js';
import type { Terminal } from './terminal.js';
import { Texts } from './texts.js';

/** `tiaowen convert IN OUT`: from one format into another, as the extensions say. */
export function addConvert(program: Command, terminal: Terminal): void {
  const names = Object.keys(FORMATS).join(' ');
  program
    .command('convert')
    .description(
      say(terminal.locale, {
        zh: `转换格式，按文件的扩展名：文本与 ${names}`,
        en: `convert by the extensions of the files: text and ${names}`,
      }),
    )
    .argument('<IN>')
    .argument('<OUT>')
    .action(async (from: string, to: string, _options, command: Command) => {
      const { library, encoding } = command.optsWithGlobals<CommonOptions>();
      const source = formatOf(from);
      const goal = formatOf(to);
      if (!source && !goal) {
        throw new UsageError({
          zh: `转换的一方应为 ${names}`,
          en: `one of the files must be of ${names}`,
        });
      }
      const texts = new Texts(terminal, encoding);
      try {
        const text = source ? await source.read(await readFile(from), {}) : await textOf(texts, from);
        if (text === undefined) return;
        if (goal) await texts.addLibrary(library);
        const uri = `file:///${encodeURIComponent(path.basename(from))}`;
        await writeFile(to, goal ? await goal.write(text, { uri, library: texts.library }) : text);
      } catch (error) {
        terminal.complainOf(from, error);
      }
    });
}

function formatOf(file: string): Format | undefined {
  return FORMATS[path.extname(file).toLowerCase()];
}

async function textOf(texts: Texts, file: string): Promise<string | undefined> {
  const given = await texts.read(file);
  return given && texts.document(given).text;
}
