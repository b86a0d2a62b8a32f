import type { Message } from '../checks/check.js';
import { say, type Locale } from '../features/locale.js';
import { reasonOf } from '../library/unreadable.js';

/** Exit codes of the command line. */
export const EXIT = { fine: 0, findings: 1, unusable: 2 } as const;

/** Where a command writes its result and its complaints, and with which code it ends. */
export class Terminal {
  private code: number = EXIT.fine;
  private readonly warned = new Set<string>();

  constructor(readonly locale: Locale) {}

  get exitCode(): number {
    return this.code;
  }

  /** Writes a line of the result as it stands: for programs, and what goes into a file. */
  print(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  /** Writes lines of the result for people. */
  printText(lines: string): void {
    this.print(visible(lines));
  }

  /** Says on one line what is wrong with the input; the command goes on with the rest and ends with code 2. */
  complain(message: Message): void {
    this.code = EXIT.unusable;
    process.stderr.write(lineOf(say(this.locale, message)));
  }

  /** Says on one line, and only once, what the result does not suffer from. */
  warn(message: Message): void {
    const line = lineOf(say(this.locale, message));
    if (!this.warned.has(line)) process.stderr.write(line);
    this.warned.add(line);
  }

  /** Says on one line why an operation was refused; the command ends with code 1. */
  refuse(message: Message): void {
    this.hasFindings();
    process.stderr.write(lineOf(say(this.locale, message)));
  }

  /** Says that a file or a folder can't be used. */
  complainOf(name: string, error: unknown): void {
    const { zh, en } = reasonOf(error);
    this.complain({ zh: `${name}：${zh}`, en: `${name}: ${en}` });
  }

  /** Makes the command end with code 1, unless something was wrong with the input. */
  hasFindings(): void {
    this.code = Math.max(this.code, EXIT.findings);
  }

  /** Prints one JSON array, an element a line as it comes, so that a long result is not held in memory. */
  async printArray(elements: AsyncIterable<unknown>): Promise<void> {
    let separator = '[';
    for await (const element of elements) {
      process.stdout.write(`${separator}\n${JSON.stringify(element)}`);
      separator = ',';
    }
    this.print(separator === '[' ? '[]' : '\n]');
  }
}

/** What terminals obey (escape sequences) or what turns the order of characters round: a text may hold any. */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** A text or a name of a file in which nothing is obeyed; it is seen where something was. */
function visible(text: string): string {
  return text.replace(OBEYED, '\ufffd');
}

function lineOf(message: string): string {
  return `tiaowen: ${visible(message).replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space))}\n`;
}
