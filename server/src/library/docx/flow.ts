import { MAX_FILE_BYTES, UnreadableError } from '../unreadable.js';
import type { ListNumber } from './numbering.js';

/** Most characters that the text of a document may have: as many as a file of plain text. */
const MAX_LENGTH = MAX_FILE_BYTES;

/** Counts what is written, however it comes about: numbers of lists can be longer than the document. */
export class Budget {
  private used = 0;

  /** @throws UnreadableError where the text becomes too long */
  spend(length: number): void {
    this.used += length;
    if (this.used > MAX_LENGTH) throw new UnreadableError('too-large', { zh: '取出文字以后', en: 'as plain text' });
  }
}

/** What becomes of the end of a paragraph: it may be deleted by a tracked change, or hidden (Word's style separator). */
export type ParagraphEnd = 'kept' | 'deleted' | 'hidden';

/** The lines of the body, of a cell or of a text box; a paragraph is a line, but for the line breaks in it. */
export class Flow {
  readonly lines: string[] = [];
  /** Text of paragraphs without an end of their own, which goes on in the next one. */
  private pending: string | undefined;
  private isNumbered = false;

  constructor(private readonly budget: Budget) {}

  /**
   * Takes a paragraph.
   *
   * @param count counts the paragraph in its list; it is not called where no number is shown
   */
  paragraph(text: string, end: ParagraphEnd, count: () => ListNumber | undefined): void {
    // Nothing of it is left, nor does it take a number.
    if (end !== 'kept' && text === '') return;
    let line = (this.pending ?? '') + text;
    // Of paragraphs that have become one, the last one's number counts; a hidden end leaves the number before it.
    if (end !== 'deleted' && !this.isNumbered) {
      const number = count();
      if (number) {
        line = number.label + (line === '' ? '' : number.suffix + line);
        this.isNumbered = true;
      }
    }
    if (end !== 'kept') {
      this.pending = line;
      return;
    }
    this.reset();
    this.push(line);
  }

  /** The flow is over: what still waited for its end is a line. */
  finish(): void {
    if (this.pending !== undefined) this.push(this.pending);
    this.reset();
  }

  /** Takes the lines of a flow within this one. */
  take(lines: readonly string[]): void {
    for (const line of lines) this.push(line);
  }

  /**
   * Takes a row of a table, its cells by their lines: as one line, the cells separated by tabs. Where only one cell has
   * text the table is a frame around it, and its lines stay as they are.
   */
  row(cells: readonly (readonly string[])[]): void {
    const filled = cells.filter((lines) => lines.some((line) => line !== ''));
    const [only] = filled;
    if (only && filled.length === 1 && (cells.length === 1 || only.length > 1)) this.take(only);
    else this.push(cells.map((lines) => lines.filter((line) => line !== '').join(' ')).join('\t'));
  }

  private push(line: string): void {
    this.budget.spend(line.length + 1);
    this.lines.push(line);
  }

  private reset(): void {
    this.pending = undefined;
    this.isNumbered = false;
  }
}
