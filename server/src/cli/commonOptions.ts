import type { Message } from '../checks/check.js';
import type { Encoding } from '../library/decode.js';

/** Options that every command takes. */
export interface CommonOptions {
  readonly library: readonly string[];
  readonly encoding: Encoding | 'auto';
}

/** Wrong usage: the command does nothing and ends with code 2. */
export class UsageError extends Error {
  constructor(readonly reason: Message) {
    super(reason.zh);
  }
}

/**
 * The value of an option that takes one of several words.
 *
 * @throws UsageError where it is none of them
 */
export function choice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((word) => word === value);
  if (chosen !== undefined) return chosen;
  throw new UsageError({
    zh: `选项 ${option} 的值 ${value} 不可用，应为 ${choices.join('、')}`,
    en: `the value ${value} of option ${option} is wrong: it should be one of ${choices.join(', ')}`,
  });
}

/** What the arguments of commands are, for their help. */
export const ARGUMENTS = {
  text: {
    zh: '文本（.txt、.fagui、.md）或者 Word 文档（.docx）',
    en: 'a text (.txt, .fagui, .md) or a Word document (.docx)',
  },
  path: { zh: '文本、Word 文档，或者含有它们的文件夹', en: 'a text, a Word document, or a folder of them' },
  input: { zh: '读取的文件，格式按扩展名', en: 'the file that is read, its format told by the extension' },
  output: { zh: '写入的文件，格式按扩展名', en: 'the file that is written, its format told by the extension' },
  folder: { zh: '条文库文件夹', en: 'a library folder' },
} as const satisfies Record<string, Message>;
