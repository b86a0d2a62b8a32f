const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot say: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Words as they stand in the source of HTML or XML. What XML cannot say becomes U+FFFD. */
export function escaped(words: string): string {
  return words.replace(UNSAYABLE, '\ufffd').replace(/[&<>"]/g, (character) => SPECIAL[character] ?? character);
}
