import type { CommanderError } from 'commander';
import type { Message } from '../checks/check.js';

/**
 * What is wrong with the usage, on one line, from an error of commander, which speaks English only.
 *
 * @param command that was given, whose own help tells its options; none if there is no such command
 */
export function usageMessage({ code, message }: CommanderError, command?: string): Message {
  const help = ['tiaowen', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  const en = `${message.replace(/^error: /, '').split('\n')[0] ?? ''} (${help})`;
  // The option, argument or command that is meant stands between quotes.
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const zh = ZH[code]?.(name);
  return { zh: zh === undefined ? en : `${zh}；用法见 ${help}`, en };
}

const ZH: Readonly<Record<string, (name: string) => string>> = {
  'commander.unknownOption': (name) => `没有选项 ${name}`,
  'commander.unknownCommand': (name) => `没有命令 ${name}`,
  'commander.missingArgument': (name) => `缺少参数 ${name}`,
  'commander.missingMandatoryOptionValue': (name) => `缺少选项 ${name}`,
  'commander.optionMissingArgument': (name) => `选项 ${name} 缺少值`,
  'commander.excessArguments': (name) => `命令 ${name} 的参数过多`,
};
