import { readXml, type Pause, type XmlHandler } from '../../library/docx/xml.js';
import { UnreadableError } from '../../library/unreadable.js';
import { IDEOGRAPHIC_SPACE } from '../../drafting/format/layout.js';

const PREFIX = 'akn:';
/** Whose number stands on a line with the heading, or alone: the words in them have lines of their own. */
const HEADED: ReadonlySet<string> = new Set(
  'part subpart chapter section attachment book title tome division'.split(' '),
);
/** Numbers that a space stands behind; behind the others (（三）, 1.) the words follow at once. */
const SPACED: ReadonlySet<string> = new Set([...HEADED, 'article', 'paragraph']);
const HEADINGS: ReadonlySet<string> = new Set(['heading', 'subheading']);
/** Where a line ends, in whatever stands around it. */
const LINES: ReadonlySet<string> = new Set(
  'p heading subheading tocItem block li tr crossHeading listIntroduction listWrapUp'.split(' '),
);
/** Whose words are words of the text. What stands between elements of other names is layout of the file. */
const WITH_WORDS: ReadonlySet<string> = new Set([...LINES, 'num', 'td', 'th']);

/** Bytes that are read in one piece. */
const PIECE = 1 << 16;
const HAN = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;

/**
 * The text of an Akoma Ntoso document, a line for each provision. What only the metadata say is none of it.
 *
 * @param pause is waited for between pieces of the work
 * @throws UnreadableError where the bytes are no such document
 */
export async function readAkomaNtoso(bytes: Uint8Array, pause: Pause = () => Promise.resolve()): Promise<string> {
  const reader = new Reader();
  await readXml('XML', piecesOf(bytes), reader, pause, 'damaged-akoma-ntoso');
  return reader.result;
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Collects lines. A number waits for the words that belong on its line. */
class Reader implements XmlHandler {
  private readonly lines: string[] = [];
  private line = '';
  /** What the number is that of which the line consists so far: the name of an element. */
  private numbered: string | undefined;
  /** What goes between the number and the first words. */
  private gap: string | undefined;
  /** The names of the elements around; empty for one of another namespace. */
  private readonly path: string[] = [];
  /** How many elements with words are around. */
  private depth = 0;
  /** How many elements of metadata are around. */
  private inMeta = 0;

  get result(): string {
    this.endLine();
    return this.lines.map((line) => `${line}\n`).join('');
  }

  open(known: string): void {
    const name = known.startsWith(PREFIX) ? known.slice(PREFIX.length) : '';
    if (this.path.length === 0 && name !== 'akomaNtoso') throw new UnreadableError('damaged-akoma-ntoso');
    this.begin(name);
    this.path.push(name);
    if (WITH_WORDS.has(name)) this.depth++;
    if (name === 'meta') this.inMeta++;
  }

  private begin(name: string): void {
    if (this.inMeta > 0) return;
    if (name === 'num') {
      // （一）1. may stand on one line; 第一条 and its （一） do not.
      if (this.numbered !== 'point' || this.path.at(-1) !== 'indent') this.endLine();
      this.numbered = undefined;
    } else if (LINES.has(name)) {
      if (this.numbered === undefined || (HEADED.has(this.numbered) && !HEADINGS.has(name))) this.endLine();
      else this.gap = SPACED.has(this.numbered) ? IDEOGRAPHIC_SPACE : '';
      this.numbered = undefined;
    } else if (name === 'br' || name === 'eol') this.endLine();
    else if (name === 'td' || name === 'th') this.line += this.line === '' ? '' : '\t';
  }

  close(): void {
    const name = this.path.pop() ?? '';
    if (WITH_WORDS.has(name)) this.depth--;
    if (name === 'meta') this.inMeta--;
    else if (this.inMeta > 0) return;
    if (name === 'num') this.numbered = this.line === '' ? undefined : this.path.at(-1);
    else if (LINES.has(name)) this.endLine();
  }

  text(text: string): void {
    if (this.depth === 0 || this.inMeta > 0) return;
    const words = unbroken(text);
    if (words.trim() !== '' && this.gap !== undefined) {
      // 1. and 5米 would be read as 1.5米.
      this.line += this.gap === '' && /\d$/.test(this.line.slice(0, -1)) && /^\d/.test(words) ? ' ' : this.gap;
      this.gap = undefined;
    }
    this.line += words;
  }

  private endLine(): void {
    const line = this.line.trim();
    if (line !== '') this.lines.push(line);
    this.line = '';
    this.numbered = undefined;
    this.gap = undefined;
  }
}

/** A line break in words is layout of the file: between Chinese characters it is nothing, else a space. */
function unbroken(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/[ \t]*\n\s*/g, (space, at: number) => {
    const [before, after] = [text[at - 1], text[at + space.length]];
    return before === undefined || after === undefined || HAN.test(before) || HAN.test(after) ? '' : ' ';
  });
}
