/**
 * A message in which nothing is a link. Editors make links of `[words](command:…)` in what they tell people, and what
 * is told may hold words of a text or the name of a file, which are anybody's.
 */
export function plainMessage(message: string): string {
  return message.replaceAll('](', '] (');
}
