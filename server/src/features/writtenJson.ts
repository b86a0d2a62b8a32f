/**
 * So many characters a line number takes: more lines than a string can have. JSON allows the spaces in front of it that
 * fill it up.
 */
const WIDTH = 9;
const ZERO = 0x30;

/** Names a number by its key; within a string a quote would stand behind a backslash. */
const LINE = /(?<="line":)\d+/g;

const UTF_8 = new TextEncoder();

/**
 * JSON of something that stands in a text, as it is sent, with the numbers of its lines left open: what is the same some
 * lines further down need not be written again.
 */
export class JsonTemplate {
  private constructor(
    readonly bytes: Uint8Array,
    /** Where the numbers of lines end, in bytes. */
    private readonly ends: readonly number[],
    /** What they are counted from the line of the whole. */
    private readonly lines: readonly number[],
  ) {}

  /**
   * @param json in which `"line"` is the key of nothing but lines
   * @param line of the whole
   */
  static of(json: string, line: number): JsonTemplate {
    const ends: number[] = [];
    const lines: number[] = [];
    const parts: Uint8Array[] = [];
    let length = 0;
    const add = (text: string): void => {
      const part = UTF_8.encode(text);
      parts.push(part);
      length += part.length;
    };
    let from = 0;
    for (const { index, 0: number } of json.matchAll(LINE)) {
      add(json.slice(from, index) + ' '.repeat(WIDTH));
      ends.push(length);
      lines.push(Number(number) - line);
      from = index + number.length;
    }
    add(json.slice(from));
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return new JsonTemplate(bytes, ends, lines);
  }

  /** Writes it at a place in a buffer, as it is where the whole stands at a line. */
  writeTo(buffer: Uint8Array, at: number, line: number): void {
    buffer.set(this.bytes, at);
    const { ends, lines } = this;
    for (let index = 0; index < ends.length; index++) {
      let place = at + (ends[index] ?? 0);
      let rest = line + (lines[index] ?? 0);
      do {
        const tenth = Math.floor(rest / 10);
        buffer[--place] = ZERO + rest - tenth * 10;
        rest = tenth;
      } while (rest > 0);
    }
  }
}

/** An answer that is written already: pieces of JSON that make one value together. */
export class WrittenJson {
  private readonly templates: JsonTemplate[] = [];
  private readonly lines: number[] = [];
  private size = 0;

  add(template: JsonTemplate, line: number): void {
    this.templates.push(template);
    this.lines.push(line);
    this.size += template.bytes.length;
  }

  /** In bytes. */
  get length(): number {
    return this.size;
  }

  writeTo(buffer: Uint8Array, start: number): void {
    let at = start;
    this.templates.forEach((template, index) => {
      template.writeTo(buffer, at, this.lines[index] ?? 0);
      at += template.bytes.length;
    });
  }

  /** The value, for whoever writes it in a way that knows nothing of this: a trace. */
  toJSON(): unknown {
    const bytes = new Uint8Array(this.size);
    this.writeTo(bytes, 0);
    return JSON.parse(new TextDecoder().decode(bytes));
  }
}
