import type { Message } from '../checks/check.js';

/** The language of messages. The text of law stays Chinese in both. */
export type Locale = 'zh' | 'en';

/** A message in a language. */
export function say(locale: Locale, message: Message): string {
  return message[locale];
}

/** A number of things in English: 1 article, 2 articles. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
