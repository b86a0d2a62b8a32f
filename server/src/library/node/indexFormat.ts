import { createHash } from 'node:crypto';
import type { Encoding } from '../decode.js';
import type { KnownCitations } from '../document.js';
import type { Facts } from '../facts.js';
import type { Stamp } from '../files.js';
import { decodeUtf8 } from './utf8.js';

/**
 * The form of an index file: the bytes of texts and of citations one after the other, then a manifest that says where
 * each stands, then a footer of fixed length. What is cut off has no footer, what was damaged has another checksum.
 */

const MAGIC = 'TIAOWEN2';
const CHECKSUM_LENGTH = 20;
/** Magic, length of the manifest, length of all, checksum of the manifest. */
export const FOOTER_LENGTH = MAGIC.length + 8 + 8 + CHECKSUM_LENGTH;

/** Where bytes stand in the file. */
export interface Slice {
  readonly offset: number;
  readonly length: number;
}

/** What the manifest says of a text. One that was read from a file is no plain data. */
export interface TextRecord {
  readonly name: string;
  readonly stamp: Stamp;
  readonly identity: string;
  readonly encoding: Encoding;
  readonly slice: Slice;
  /** Names the bytes that are kept: those of the file, or of the text that was drawn from them. */
  readonly check: string;
  readonly facts: Facts;
  readonly citations: CitationsRecord | undefined;
}

/** Where the citations of a text stand, and what they rest on. */
export interface CitationsRecord {
  readonly slice: Slice;
  readonly check: string;
  readonly against: Against;
}

type Against = KnownCitations['against'];

/** What the file was made from and by. An index of another origin is none. */
export interface Origin {
  readonly folder: string;
  readonly encoding: string;
  /** Names the code that read the texts: other code may find other things in them. */
  readonly code: string;
}

/**
 * A manifest is lines of text. What is asked of every text at each start stands in columns, a line each, of ASCII alone;
 * everything else of a text is a row, on a line of its own behind them, which is parsed when something of it is asked for.
 */
const COLUMN_COUNT = 4;

type Row = readonly [
  check: string | 0,
  encoding: Encoding,
  offset: number,
  length: number,
  title: string,
  key: string | 0,
  subtitle: string | 0,
  date: string | 0,
  named: readonly number[],
  citations: readonly [offset: number, length: number, check: string, against: readonly number[]] | 0,
];

/** Stands between names, and in none of them: they are written as in a URI. */
const BETWEEN_NAMES = ' ';
const IDENTITY_LENGTH = 16;

/** Names bytes by their content; 96 bits are more than chance will ever make alike. */
export function identityOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64url').slice(0, IDENTITY_LENGTH);
}

/** The manifest and the footer, to be written behind `length` bytes. */
export function encodeEnd(origin: Origin, records: readonly TextRecord[], length: number): Buffer {
  const words = new Words();
  const rows = records.map(({ identity, check, encoding, slice, facts, citations }): Row => [
    check === identity ? 0 : check,
    encoding,
    slice.offset,
    slice.length,
    facts.title,
    facts.key === facts.title ? 0 : facts.key,
    facts.subtitle ?? 0,
    facts.date ?? 0,
    facts.named.map((key) => words.placeOf(key)),
    citations
      ? [
          citations.slice.offset,
          citations.slice.length,
          citations.check,
          Object.entries(citations.against).flatMap((pair) => pair.map((word) => words.placeOf(word))),
        ]
      : 0,
  ]);
  const columns = [
    records.map(({ name }) => name).join(BETWEEN_NAMES),
    records.map(({ identity }) => identity).join(''),
    JSON.stringify(records.map(({ stamp }) => stamp.size)),
    JSON.stringify(records.map(({ stamp }) => stamp.modified)),
  ];
  // Titles and names of states come again and again: the rows have their places among the words.
  const lines = [originLine(origin), ...columns, JSON.stringify(words.list), ...rows.map((row) => JSON.stringify(row))];
  const body = Buffer.from(lines.join('\n'));
  const footer = Buffer.alloc(FOOTER_LENGTH);
  footer.write(MAGIC, 'latin1');
  footer.writeBigUInt64LE(BigInt(body.length), MAGIC.length);
  footer.writeBigUInt64LE(BigInt(length + body.length + FOOTER_LENGTH), MAGIC.length + 8);
  checksumOf(body).copy(footer, MAGIC.length + 16);
  return Buffer.concat([body, footer]);
}

/**
 * Where the manifest stands.
 *
 * @param size of the whole file
 * @returns undefined where this is no footer of such a file
 */
export function readFooter(footer: Buffer, size: number): (Slice & { readonly checksum: Buffer }) | undefined {
  if (footer.length !== FOOTER_LENGTH || footer.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const length = Number(footer.readBigUInt64LE(MAGIC.length));
  const offset = size - FOOTER_LENGTH - length;
  if (Number(footer.readBigUInt64LE(MAGIC.length + 8)) !== size || offset < 0) return undefined;
  return { offset, length, checksum: footer.subarray(MAGIC.length + 16) };
}

/** The records of a manifest; undefined where it is damaged or of another origin. */
export function decodeManifest(body: Buffer, checksum: Buffer, origin: Origin): TextRecord[] | undefined {
  if (!checksumOf(body).equals(checksum)) return undefined;
  const begin = Buffer.from(`${originLine(origin)}\n`);
  if (!body.subarray(0, begin.length).equals(begin)) return undefined;
  let at = begin.length;
  const columns: string[] = [];
  while (columns.length < COLUMN_COUNT) {
    const end = body.indexOf('\n', at);
    columns.push(body.toString('latin1', at, end));
    at = end + 1;
  }
  const [names = '', identities = '', sizes = '', times = ''] = columns;
  if (names === '') return [];
  const manifest = new Manifest(identities, numbers(sizes), numbers(times), body.subarray(at));
  return names.split(BETWEEN_NAMES).map((name, place) => new KeptRecord(manifest, place, name));
}

function originLine({ folder, encoding, code }: Origin): string {
  return JSON.stringify([folder, encoding, code]);
}

function numbers(line: string): readonly number[] {
  return JSON.parse(line) as number[];
}

/** A manifest that was read. */
class Manifest {
  private words: readonly string[] = [];
  private lines: readonly string[] | undefined;

  /**
   * @param rest what stands behind the columns: the words and the rows
   */
  constructor(
    readonly identities: string,
    readonly sizes: readonly number[],
    readonly times: readonly number[],
    private rest: Buffer | undefined,
  ) {}

  rowAt(place: number): Row {
    return JSON.parse(this.rows()[place] ?? '') as Row;
  }

  wordsAt(places: readonly number[]): string[] {
    return places.map((place) => this.words[place] ?? '');
  }

  private rows(): readonly string[] {
    if (!this.lines) {
      const [words = '', ...rows] = decodeUtf8(this.rest ?? Buffer.alloc(0)).split('\n');
      this.words = JSON.parse(words) as string[];
      this.lines = rows;
      this.rest = undefined;
    }
    return this.lines;
  }
}

/** A record of a manifest that was read. */
class KeptRecord implements TextRecord {
  readonly identity: string;
  private parsed: Row | undefined;

  constructor(
    private readonly manifest: Manifest,
    private readonly at: number,
    readonly name: string,
  ) {
    this.identity = manifest.identities.slice(at * IDENTITY_LENGTH, (at + 1) * IDENTITY_LENGTH);
  }

  get stamp(): Stamp {
    return { size: this.manifest.sizes[this.at] ?? 0, modified: this.manifest.times[this.at] ?? 0 };
  }

  get check(): string {
    return this.row[0] || this.identity;
  }

  get encoding(): Encoding {
    return this.row[1];
  }

  get slice(): Slice {
    return { offset: this.row[2], length: this.row[3] };
  }

  get facts(): Facts {
    const [, , , , title, key, subtitle, date, named] = this.row;
    return {
      title,
      key: key === 0 ? title : key,
      subtitle: subtitle || undefined,
      date: date || undefined,
      named: this.manifest.wordsAt(named),
    };
  }

  get citations(): CitationsRecord | undefined {
    const citations = this.row[9];
    if (citations === 0) return undefined;
    const [offset, length, check, against] = citations;
    return { slice: { offset, length }, check, against: pairs(this.manifest.wordsAt(against)) };
  }

  private get row(): Row {
    return (this.parsed ??= this.manifest.rowAt(this.at));
  }
}

function pairs(words: readonly string[]): Against {
  const against: Record<string, string> = {};
  for (let at = 0; at + 1 < words.length; at += 2) against[words[at] ?? ''] = words[at + 1] ?? '';
  return against;
}

function checksumOf(body: Buffer): Buffer {
  return createHash('sha1').update(body).digest();
}

class Words {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  placeOf(word: string): number {
    let place = this.places.get(word);
    if (place === undefined) {
      this.places.set(word, (place = this.list.length));
      this.list.push(word);
    }
    return place;
  }
}
