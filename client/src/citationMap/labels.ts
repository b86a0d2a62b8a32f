/** How wide a character is, in parts of the height of its font. */
function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.58 : 1;
}

/** No line begins with these. */
const CLOSING = /^[》〉）)】」』、，。；：”’·]/;

/**
 * A title in lines that a box has room for; what is left over is cut with a mark.
 *
 * @param width of a line, in parts of the height of the font
 */
export function linesOf(title: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = [...title];
  while (rest.length > 0 && lines.length < most) {
    const isLast = lines.length === most - 1;
    const fitting = fits(rest, width);
    if (fitting === rest.length) {
      lines.push(rest.join(''));
      rest = [];
    } else if (isLast) {
      lines.push(`${rest.slice(0, fits(rest, width - 1)).join('')}…`);
      rest = [];
    } else {
      const cut = Math.max(1, CLOSING.test(rest[fitting] ?? '') ? fitting - 1 : fitting);
      lines.push(rest.slice(0, cut).join(''));
      rest = rest.slice(cut);
    }
  }
  return lines;
}

function fits(characters: readonly string[], width: number): number {
  let sum = 0;
  const at = characters.findIndex((character) => (sum += widthOf(character)) > width + 1e-9);
  return at < 0 ? characters.length : at;
}
