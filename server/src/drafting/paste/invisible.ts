/** Characters without width, marks of direction, and spaces that a web page writes out. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|&(?:nbsp|ensp|emsp|#160|zwnj|shy);/g;

/** What stands in the place of such characters: a space where one was meant. */
export function visible(written: string): string {
  return /sp;|160/.test(written) ? ' ' : '';
}
