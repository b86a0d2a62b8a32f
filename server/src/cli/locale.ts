import type { Locale } from '../features/locale.js';

/**
 * The language of messages: what the option says, else the environment, else Chinese.
 *
 * @param option the value of `--lang`, if any
 */
export function localeOf(option: string | undefined, environment: NodeJS.ProcessEnv): Locale {
  if (option === 'zh' || option === 'en') return option;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'zh';
}
