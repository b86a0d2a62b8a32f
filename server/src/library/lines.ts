import type { Position } from 'vscode-languageserver-textdocument';
import { countUpTo } from '../syntax/sorted.js';

const LINE_BREAK = /\r\n|\n|\r/g;

/** Where the lines of a text begin: all that positions take, and little beside the text. */
export class Lines {
  /** In UTF-16 units; the last one is the length of the text. */
  private readonly starts: Uint32Array;

  /** @param widths see {@link widths} */
  constructor(widths: readonly number[]) {
    this.starts = new Uint32Array(widths.length + 1);
    widths.forEach((width, line) => (this.starts[line + 1] = (this.starts[line] ?? 0) + width));
  }

  /** The lines of a text, as LSP has them. */
  static of(text: string): Lines {
    const widths: number[] = [];
    let start = 0;
    for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
      const end = index + lineBreak.length;
      widths.push(end - start);
      start = end;
    }
    widths.push(text.length - start);
    return new Lines(widths);
  }

  /** The widths of the lines in UTF-16 units, line breaks included. */
  get widths(): number[] {
    return Array.from(this.starts.subarray(1), (end, line) => end - (this.starts[line] ?? 0));
  }

  /** The position of an offset; an offset behind the end of the text is at its end. Not for one within a line break. */
  positionAt(offset: number): Position {
    const { starts } = this;
    const line = Math.max(0, Math.min(countUpTo(starts, offset), starts.length - 1) - 1);
    const length = starts[starts.length - 1] ?? 0;
    return { line, character: Math.max(0, Math.min(offset, length) - (starts[line] ?? 0)) };
  }
}
