import { sameEnd, sameStart, type Characters } from '../syntax/characters.js';

/** Characters that stand, one after the other, in two versions of a text. Offsets are UTF-16 units. */
export interface Kept {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Which characters of a text are which of a later version of it. */
export class TextMap {
  private byAfter: Kept[] | undefined;

  /**
   * @param kept the stretches that are in both versions, by their place in the earlier one; they do not overlap. What was
   *   moved stands at another place of the order in the later one
   */
  constructor(readonly kept: readonly Kept[]) {}

  /** The map of a text that has not changed. */
  static same(length: number): TextMap {
    return new TextMap(length > 0 ? [{ before: 0, after: 0, length }] : []);
  }

  /**
   * What one edit between two versions has kept: what they have in common at their front and at their end. Where the edit
   * may as well have begun earlier it is taken to begin with a line: of two lines that begin alike, the one in front of
   * which the other was put is whole.
   */
  static ofOneEdit(before: Characters, after: Characters): TextMap {
    const limit = Math.min(before.length, after.length);
    let front = sameStart(before, after, limit);
    let back = sameEnd(before, after, limit - front);
    if (front + back === limit && before.length !== after.length) {
      const longer = before.length > after.length ? before : after;
      const shift = shiftToLineStart(longer, front, longer.length - limit);
      front -= shift;
      back += shift;
    }
    const kept: Kept[] = [];
    if (front > 0) kept.push({ before: 0, after: 0, length: front });
    if (back > 0) kept.push({ before: before.length - back, after: after.length - back, length: back });
    return new TextMap(kept);
  }

  /** The map from the first version of this one to the last of another one, which goes on from the last of this one. */
  then(next: TextMap): TextMap {
    const kept: Kept[] = [];
    const byAfter = [...this.kept].sort((a, b) => a.after - b.after);
    let at = 0;
    for (const piece of byAfter) {
      while (at > 0 && endOf(next.kept[at - 1]) > piece.after) at--;
      while (at < next.kept.length && endOf(next.kept[at]) <= piece.after) at++;
      for (let index = at; index < next.kept.length; index++) {
        const other = next.kept[index];
        if (!other || other.before >= piece.after + piece.length) break;
        const start = Math.max(piece.after, other.before);
        const end = Math.min(piece.after + piece.length, endOf(other));
        if (end > start) {
          kept.push({
            before: piece.before + start - piece.after,
            after: other.after + start - other.before,
            length: end - start,
          });
        }
      }
    }
    return new TextMap(kept.sort((a, b) => a.before - b.before));
  }

  /** Where a character of the earlier version is in the later one; undefined where it is not there any more. */
  at(offset: number): number | undefined {
    const piece = this.piece(offset);
    return piece && piece.after + offset - piece.before;
  }

  /** Where a character of the later version was in the earlier one; undefined for a new one. */
  origin(offset: number): number | undefined {
    this.byAfter ??= [...this.kept].sort((a, b) => a.after - b.after);
    let low = 0;
    let high = this.byAfter.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.byAfter[middle];
      if (piece && piece.after + piece.length <= offset) low = middle + 1;
      else high = middle;
    }
    const piece = this.byAfter[low];
    return piece && piece.after <= offset ? piece.before + offset - piece.after : undefined;
  }

  /** Where a stretch of characters is in the later version, if they still stand one after the other. */
  stretch(start: number, end: number): number | undefined {
    const piece = this.piece(start);
    return piece && end <= endOf(piece) ? piece.after + start - piece.before : undefined;
  }

  /** The parts of a stretch that are in both versions, in order. */
  *within(start: number, end: number): Generator<Kept, void, undefined> {
    for (let index = this.firstFrom(start); index < this.kept.length; index++) {
      const piece = this.kept[index];
      if (!piece || piece.before >= end) return;
      const from = Math.max(start, piece.before);
      const to = Math.min(end, endOf(piece));
      if (to > from) yield { before: from, after: piece.after + from - piece.before, length: to - from };
    }
  }

  private piece(offset: number): Kept | undefined {
    const piece = this.kept[this.firstFrom(offset)];
    return piece && piece.before <= offset ? piece : undefined;
  }

  /** The place of the first stretch that ends behind an offset. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endOf(this.kept[middle]) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function endOf(piece: Kept | undefined): number {
  return piece ? piece.before + piece.length : 0;
}

/** How far what was put in, or taken out, at an offset can be moved to the front so that it begins with a line. */
function shiftToLineStart(text: Characters, offset: number, length: number): number {
  for (let shift = 0; offset - shift >= 0; shift++) {
    const start = offset - shift;
    if (start === 0 || text.charAt(start - 1) === '\n') return shift;
    if (text.charAt(start - 1) !== text.charAt(start + length - 1)) return 0;
  }
  return 0;
}
