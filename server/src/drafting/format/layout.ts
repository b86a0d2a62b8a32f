/** What separates a number from its heading or its text, and what a paragraph is indented with. */
export const IDEOGRAPHIC_SPACE = '\u3000';

/** Punctuation that formatting may widen, by its half-width form. */
export const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

const NARROW: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(WIDE).map(([narrow, wide]) => [wide, narrow]),
);
const WIDE_CHARACTER = /[，；：（）]/g;
const SPACES = /[\s\u200b\u0085]+/g;

/** A text without its layout: no white space, brackets and punctuation of one width. Formatting leaves it as it is. */
export function withoutLayout(text: string): string {
  return text.replace(SPACES, '').replace(WIDE_CHARACTER, (wide) => NARROW[wide] ?? wide);
}
