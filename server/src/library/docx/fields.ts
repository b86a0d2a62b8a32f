/** Deepest nesting of fields that is followed; Word's own limit is twenty. */
const MAX_FIELDS = 64;

/** A field's result that is about the pages and no part of the text. */
const OF_PAGES = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/i;

interface Field {
  instruction: string;
  /** Whether what follows is the field's result, and not its instruction any more. */
  isResult: boolean;
}

/**
 * The fields around a place in a document: cross references, the table of contents, page numbers. Their results are
 * text as Word last wrote it, their instructions are not.
 */
export class Fields {
  private readonly open: Field[] = [];
  /** How many of them are in their instruction, and how many have page numbers for results. */
  private instructions = 0;
  private ofPages = 0;

  begin(): void {
    if (this.open.length === MAX_FIELDS) return;
    this.open.push({ instruction: '', isResult: false });
    this.instructions++;
  }

  /** The instruction, or more of it. */
  instruct(text: string): void {
    const last = this.open.at(-1);
    // Its first word is all that matters.
    if (last && !last.isResult && last.instruction.length < 100) last.instruction += text;
  }

  /** The instruction ends, the result begins. */
  separate(): void {
    const last = this.open.at(-1);
    if (!last || last.isResult) return;
    last.isResult = true;
    this.instructions--;
    if (isOfPages(last)) this.ofPages++;
  }

  end(): void {
    const last = this.open.pop();
    if (!last) return;
    if (!last.isResult) this.instructions--;
    else if (isOfPages(last)) this.ofPages--;
  }

  /** A field that hides text ends with its paragraph: of a damaged one, no more than that is lost. */
  endParagraph(): void {
    if (this.hides) while (this.instructions > 0 || this.ofPages > 0) this.end();
  }

  /** Whether text here is no result: of an instruction in which another field stands, or of a page number. */
  get hides(): boolean {
    const last = this.open.at(-1);
    const own = last && !last.isResult ? 1 : 0;
    return this.ofPages > 0 || this.instructions > own;
  }
}

function isOfPages({ instruction }: Field): boolean {
  return OF_PAGES.test(instruction);
}
