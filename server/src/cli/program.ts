import { Command, CommanderError } from 'commander';
import { say } from '../features/locale.js';
import { addCheck } from './check.js';
import { choice, UsageError } from './commonOptions.js';
import { addConvert } from './convert.js';
import { addDuties } from './duties.js';
import { localeOf } from './locale.js';
import { addFormat } from './format.js';
import { addIndex } from './indexCommand.js';
import { addLsp } from './lsp.js';
import { addOutline } from './outline.js';
import { addRefs } from './refs.js';
import { addRenumber } from './renumber.js';
import { EXIT, Terminal } from './terminal.js';
import { usageMessage } from './usage.js';
import { VERSION } from '../version.js';

const ENCODINGS = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
const LOCALES = ['zh', 'en'] as const;

/**
 * Runs the command line.
 *
 * @param args the arguments behind the program's name
 * @returns the exit code: 0 fine, 1 findings of severity error, 2 wrong usage or unreadable input
 */
export async function runCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  // The language decides how the options are described, so it is looked for before they are read.
  const lang = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[lang]?.split('=')[1] ?? args[lang + 1];
  const terminal = new Terminal(localeOf(lang < 0 ? undefined : value, environment));
  const root = program(terminal);
  try {
    await root.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof UsageError) terminal.complain(error.reason);
    else if (error instanceof CommanderError) {
      // Without a command commander has shown the help already.
      if (error.code === 'commander.help') return EXIT.unusable;
      if (error.exitCode !== 0) {
        const command = root.commands.find((each) => args.includes(each.name()));
        terminal.complain(usageMessage(error, command?.name()));
      }
    } else {
      const what = error instanceof Error ? error.message : String(error);
      terminal.complain({ zh: `内部错误：${what}`, en: `internal error: ${what}` });
    }
  }
  return terminal.exitCode;
}

function program(terminal: Terminal): Command {
  const text = (zh: string, en: string): string => say(terminal.locale, { zh, en });
  const usageOf = (command: Command): string => command.usage().replace('[options]', text('[选项]', '[options]'));
  const root = new Command('tiaowen')
    .description(
      text(
        '条文：法律、法规、规章文本的结构、引用和检查',
        'Tiaowen: structure, citations and checks of Chinese regulation text',
      ),
    )
    .option(
      '--library <DIR>',
      text(
        '引用所查找的文件夹，可以重复；随附条例始终可用',
        'a folder to resolve citations against, repeatable; the bundled regulation is always there',
      ),
      (folder: string, folders: readonly string[]) => [...folders, folder],
      [] as readonly string[],
    )
    .option(
      '--encoding <ENCODING>',
      text(`文本编码：${ENCODINGS.join('、')}`, `encoding of the texts: ${ENCODINGS.join(', ')}`),
      'auto',
    )
    .option('--lang <LANG>', text('消息的语言：zh 或者 en', 'language of messages: zh or en'))
    .version(VERSION, '--version', text('显示版本', 'print the version'))
    .helpOption('-h, --help', text('显示用法', 'show this help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => TITLES[title]?.[terminal.locale] ?? title,
      // Without the values that commander adds to it in English.
      optionDescription: ({ description }) => description,
      subcommandTerm: (command) => `${command.name()} ${usageOf(command)}`,
      commandUsage: (command) => [command.parent?.name(), command.name(), usageOf(command)].filter(Boolean).join(' '),
    })
    .usage(text('<命令> [选项]', '<command> [options]'))
    .hook('preAction', (_root, command) => {
      const { encoding, lang } = command.optsWithGlobals<{ encoding: string; lang?: string }>();
      choice('--encoding', encoding, ENCODINGS);
      if (lang !== undefined) choice('--lang', lang, LOCALES);
    });
  addOutline(root, terminal);
  addRefs(root, terminal);
  addCheck(root, terminal);
  addRenumber(root, terminal);
  addFormat(root, terminal);
  addConvert(root, terminal);
  addDuties(root, terminal);
  addIndex(root, terminal);
  addLsp(root, terminal);
  root.addHelpText(
    'after',
    `\n${text(
      '退出码：0 正常；1 有超过容许程度的问题（默认为错误），或者没有照办；2 用法不对或者输入不可读',
      'Exit codes: 0 fine; 1 findings graver than tolerated (errors, by default), or refused; 2 wrong usage or unreadable input',
    )}`,
  );
  return root;
}

/** The headings of commander's help. */
const TITLES: Readonly<Record<string, { zh: string; en: string }>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Global Options:': { zh: '通用选项：', en: 'Global options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
};
