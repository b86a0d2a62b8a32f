import { createHash } from 'node:crypto';
import { titleKey } from '../../citations/titles.js';
import type { Encoding } from '../decode.js';
import type { KnownCitations } from '../document.js';
import type { Facts } from '../facts.js';
import type { Stamp } from '../files.js';

/**
 * The form of an index file: the bytes of texts and of citations one after the other, then a manifest that says where
 * each stands, then a footer of fixed length. What is cut off has no footer, what was damaged has another checksum.
 */

const MAGIC = 'TIAOWEN1';
const CHECKSUM_LENGTH = 20;
/** Magic, length of the manifest, length of all, checksum of the manifest. */
export const FOOTER_LENGTH = MAGIC.length + 8 + 8 + CHECKSUM_LENGTH;

/** Where bytes stand in the file. */
export interface Slice {
  readonly offset: number;
  readonly length: number;
}

/** What the manifest says of a text. */
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

interface Manifest extends Origin {
  /** Titles and names of states, which come again and again: the rows have their places here. */
  readonly words: readonly string[];
  readonly rows: readonly Row[];
}

type Row = readonly [
  name: string,
  size: number,
  modified: number,
  identity: string,
  check: string | 0,
  encoding: Encoding,
  offset: number,
  length: number,
  title: string,
  subtitle: string | 0,
  date: string | 0,
  named: readonly number[],
  citations: readonly [offset: number, length: number, check: string, against: readonly number[]] | 0,
];

/** Names bytes by their content; 96 bits are more than chance will ever make alike. */
export function identityOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64url').slice(0, 16);
}

/** The manifest and the footer, to be written behind `length` bytes. */
export function encodeEnd(origin: Origin, records: readonly TextRecord[], length: number): Buffer {
  const words = new Words();
  const rows = records.map(({ name, stamp, identity, check, encoding, slice, facts, citations }): Row => [
    name,
    stamp.size,
    stamp.modified,
    identity,
    check === identity ? 0 : check,
    encoding,
    slice.offset,
    slice.length,
    facts.title,
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
  const manifest: Manifest = { ...origin, words: words.list, rows };
  const body = Buffer.from(JSON.stringify(manifest));
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
  const { folder, encoding, code, words, rows } = JSON.parse(body.toString()) as Manifest;
  if (folder !== origin.folder || encoding !== origin.encoding || code !== origin.code) return undefined;
  const wordAt = (place: number | undefined): string => words[place ?? -1] ?? '';
  return rows.map(
    ([name, size, modified, identity, check, encoding, offset, length, title, subtitle, date, named, citations]) => ({
      name,
      stamp: { size, modified },
      identity,
      check: check || identity,
      encoding,
      slice: { offset, length },
      facts: {
        title,
        key: titleKey(title),
        subtitle: subtitle || undefined,
        date: date || undefined,
        named: named.map(wordAt),
      },
      citations: citations
        ? {
            slice: { offset: citations[0], length: citations[1] },
            check: citations[2],
            against: pairs(citations[3].map(wordAt)),
          }
        : undefined,
    }),
  );
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
