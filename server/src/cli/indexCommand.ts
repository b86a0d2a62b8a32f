import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { say } from '../features/locale.js';
import type { UnreadableError } from '../library/unreadable.js';
import { ARGUMENTS, type CommonOptions } from './commonOptions.js';
import type { Terminal } from './terminal.js';
import { Texts } from './texts.js';

/** `tiaowen index DIR…`: builds or refreshes the index of folders, so that what uses them as a library starts at once. */
export function addIndex(program: Command, terminal: Terminal): void {
  program
    .command('index')
    .description(
      say(terminal.locale, {
        zh: '建立或者更新条文库文件夹的索引，此后以其为条文库的命令和编辑器启动更快',
        en: 'build or refresh the index of library folders, so that what uses them starts faster',
      }),
    )
    .argument('<DIR...>', say(terminal.locale, ARGUMENTS.folder))
    .action(async (folders: string[], _options, command: Command) => {
      const { encoding } = command.optsWithGlobals<CommonOptions>();
      const refuse = (storage: string, error: UnreadableError): void => terminal.complainOf(storage, error);
      for (const folder of folders) {
        // Why a folder can't be read is said when its texts are looked for; how many they are would be no news then.
        const isFolder = await stat(folder).then(
          (status) => status.isDirectory(),
          () => false,
        );
        const { all, read } = await new Texts(terminal, encoding).addLibrary([folder], refuse);
        if (!isFolder) continue;
        terminal.printText(
          say(terminal.locale, {
            zh: `${folder}：${String(all)} 个文本，其中读取 ${String(read)} 个，其余未变`,
            en: `${folder}: ${String(all)} texts, of which ${String(read)} were read and the others had not changed`,
          }),
        );
      }
    });
}
