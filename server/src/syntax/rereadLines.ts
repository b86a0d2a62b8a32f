import { sameEnd, sameStart, type Characters } from './characters.js';
import { readLines, type Line } from './line.js';

/** The lines of one version of a text, and of what stood in it before: an edit is often undone, and done again. */
export interface ReadLines {
  readonly lines: readonly Line[];
  /** What the last edits have replaced, the latest first. */
  readonly replaced: readonly Stretch[];
}

/** Whole lines with their text. */
interface Stretch {
  readonly text: string;
  readonly lines: readonly Line[];
}

/** How many edits can be undone without reading again what they brought or took. */
const MOST_STRETCHES = 8;
/** A longer stretch, such as a whole text that was replaced, is not worth the memory. UTF-16 units. */
const LONGEST_STRETCH = 65_536;

/** The lines of a text that none is known of. */
export function readAnew(text: Characters): ReadLines {
  return { lines: readLines(text.toString()), replaced: [] };
}

/**
 * Keeps the lines before and behind the part of a text that differs from an earlier version, and reads what lies between;
 * where an edit was undone it has the very lines of before, and so the nodes built from them.
 *
 * @param known the lines of `earlierText`
 */
export function rereadLines(text: Characters, earlierText: Characters, known: ReadLines): ReadLines {
  const { lines: earlierLines } = known;
  const limit = Math.min(text.length, earlierText.length);
  const same = sameStart(text, earlierText, limit);
  const sameBehind = sameEnd(text, earlierText, limit - same);
  // A line is kept from the front if it ends, break included, before the difference with one character to spare: a CR
  // may become a CRLF.
  let front = 0;
  let from = 0;
  for (let line = earlierLines[front]; line && from + line.width < same; line = earlierLines[front]) {
    from += line.width;
    front++;
  }
  let back = earlierLines.length;
  let to = text.length;
  const earlierTo = (): number => to - text.length + earlierText.length;
  for (let line = earlierLines[back - 1]; back > front && line; line = earlierLines[back - 1]) {
    // The character before a kept line must be unchanged too, else the break before it could be another one.
    if (text.length - (to - line.width) >= sameBehind || to - line.width <= from || earlierTo() - line.width <= from)
      break;
    to -= line.width;
    back--;
  }
  const written = text.slice(from, to);
  const again = known.replaced.find((stretch) => stretch.text === written);
  // What is back in the text is not there a second time: no line stands in two places.
  const replaced = known.replaced.filter((stretch) => stretch !== again);
  if (earlierTo() - from <= LONGEST_STRETCH) {
    replaced.unshift({ text: earlierText.slice(from, earlierTo()), lines: earlierLines.slice(front, back) });
  }
  return {
    lines: earlierLines.slice(0, front).concat(again?.lines ?? readLines(written), earlierLines.slice(back)),
    replaced: replaced.slice(0, MOST_STRETCHES),
  };
}
