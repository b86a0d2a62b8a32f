import { countUpTo } from './sorted.js';

/** What is asked of the characters of a text; offsets are UTF-16 units. A string is one, and so is a text in pieces. */
export interface Characters {
  readonly length: number;
  slice(start?: number, end?: number): string;
  charAt(offset: number): string;
  charCodeAt(offset: number): number;
  /** All of it. Of a text in pieces it is made by this, as long as the text is. */
  toString(): string;
}

/** The same words in memory of their own: the engine's slice of a long text keeps the whole of it alive. */
export function copyOf(words: string): string {
  return JSON.parse(JSON.stringify(words)) as string;
}

/** Longer ones are cut, and shorter ones than a quarter of it joined to the one in front. */
const LONGEST_PIECE = 8192;

/**
 * A text that shares with the version before it all but the piece which an edit touches. A string of the length of a
 * large law lies outside the engine's young memory: to make one for each keystroke took longer than all reading of it.
 */
export class PiecedText implements Characters {
  private whole: string | undefined;
  /** The piece that was read last: the next character that is asked for mostly stands in it. */
  private last = 0;

  private constructor(
    private readonly pieces: readonly string[],
    /** Where each piece begins; behind them the length. */
    private readonly starts: Uint32Array,
  ) {}

  static of(text: string): PiecedText {
    const made = PiecedText.from(cut(text));
    made.whole = text;
    return made;
  }

  private static from(pieces: readonly string[]): PiecedText {
    const starts = new Uint32Array(pieces.length + 1);
    let start = 0;
    for (let index = 0; index < pieces.length; index++) {
      starts[index] = start;
      start += pieces[index]?.length ?? 0;
    }
    starts[pieces.length] = start;
    return new PiecedText(pieces, starts);
  }

  get length(): number {
    return this.starts[this.pieces.length] ?? 0;
  }

  slice(start = 0, end = this.length): string {
    const from = within(start, this.length);
    const to = within(end, this.length);
    if (from >= to) return '';
    const first = this.indexAt(from);
    const offset = this.starts[first] ?? 0;
    const last = to <= (this.starts[first + 1] ?? 0) ? first : this.indexAt(to - 1);
    const piece = this.pieces[first] ?? '';
    if (first === last) return piece.slice(from - offset, to - offset);
    let text = piece.slice(from - offset);
    for (let index = first + 1; index < last; index++) text += this.pieces[index] ?? '';
    return text + (this.pieces[last] ?? '').slice(0, to - (this.starts[last] ?? 0));
  }

  charAt(offset: number): string {
    if (!(offset >= 0 && offset < this.length)) return '';
    const index = this.indexAt(offset);
    return (this.pieces[index] ?? '').charAt(offset - (this.starts[index] ?? 0));
  }

  charCodeAt(offset: number): number {
    if (!(offset >= 0 && offset < this.length)) return Number.NaN;
    const index = this.indexAt(offset);
    return (this.pieces[index] ?? '').charCodeAt(offset - (this.starts[index] ?? 0));
  }

  toString(): string {
    return (this.whole ??= this.pieces.join(''));
  }

  /** The text with another stretch in the place of one; offsets within the text. */
  replaced(from: number, to: number, inserted: string): PiecedText {
    if (this.pieces.length === 0) return PiecedText.of(inserted);
    let first = this.indexAt(Math.min(from, this.length - 1));
    let last = to > from ? this.indexAt(to - 1) : first;
    const joined = (): string =>
      this.slice(this.starts[first], from) + inserted + this.slice(to, this.starts[last + 1]);
    let changed = joined();
    if (changed.length < LONGEST_PIECE / 4 && this.pieces.length > 1) {
      if (first > 0) first--;
      else last = Math.min(last + 1, this.pieces.length - 1);
      changed = joined();
    }
    return PiecedText.from([...this.pieces.slice(0, first), ...cut(changed), ...this.pieces.slice(last + 1)]);
  }

  /** How many characters are in whole pieces that both texts begin with. */
  sharedStart(other: PiecedText): number {
    const limit = Math.min(this.pieces.length, other.pieces.length);
    let same = 0;
    while (same < limit && this.pieces[same] === other.pieces[same]) same++;
    return this.starts[same] ?? 0;
  }

  /** How many characters are in whole pieces that both texts end with. */
  sharedEnd(other: PiecedText): number {
    const limit = Math.min(this.pieces.length, other.pieces.length);
    let same = 0;
    while (same < limit && this.pieces.at(-1 - same) === other.pieces.at(-1 - same)) same++;
    return this.length - (this.starts[this.pieces.length - same] ?? 0);
  }

  /** The piece that holds a character of the text. */
  private indexAt(offset: number): number {
    const { starts } = this;
    if (offset >= (starts[this.last] ?? 0) && offset < (starts[this.last + 1] ?? 0)) return this.last;
    return (this.last = countUpTo(starts, offset) - 1);
  }
}

/** Whether two texts are the same. */
export function areEqual(left: Characters, right: Characters): boolean {
  return left.length === right.length && sameStart(left, right, left.length) === left.length;
}

/** How many characters two texts have in common at their front, at most `limit`. */
export function sameStart(left: Characters, right: Characters, limit: number): number {
  let same = Math.min(limit, inPieces(left) && inPieces(right) ? left.sharedStart(right) : 0);
  while (same + STRETCH <= limit && left.slice(same, same + STRETCH) === right.slice(same, same + STRETCH)) {
    same += STRETCH;
  }
  while (same < limit && left.charCodeAt(same) === right.charCodeAt(same)) same++;
  return same;
}

/** How many characters two texts have in common at their end, at most `limit`. */
export function sameEnd(left: Characters, right: Characters, limit: number): number {
  let same = Math.min(limit, inPieces(left) && inPieces(right) ? left.sharedEnd(right) : 0);
  const stretch = (text: Characters): string => text.slice(text.length - same - STRETCH, text.length - same);
  while (same + STRETCH <= limit && stretch(left) === stretch(right)) same += STRETCH;
  while (same < limit && left.charCodeAt(left.length - 1 - same) === right.charCodeAt(right.length - 1 - same)) same++;
  return same;
}

/** The engine compares stretches of texts many times as fast as a loop compares their characters. */
const STRETCH = 1024;

function inPieces(text: Characters): text is PiecedText {
  return text instanceof PiecedText;
}

function cut(text: string): string[] {
  const count = Math.ceil(text.length / LONGEST_PIECE);
  const length = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
}

/** An offset as `String.prototype.slice` takes it: a negative one counts from the end. */
function within(offset: number, length: number): number {
  return offset < 0 ? Math.max(0, length + offset) : Math.min(offset, length);
}
