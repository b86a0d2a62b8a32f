import { Inflate } from 'fflate/browser';
import { MAX_FILE_BYTES, UnreadableError } from '../unreadable.js';

/**
 * The files inside a ZIP archive, by the archive's directory. fflate inflates; it trusts the sizes that an archive states
 * of itself and compares no checksum, so that a text that is cut off or altered would be taken for whole, and a small
 * file could expand without end. Here both are found out while a file is inflated.
 */

/** Most files that an archive may hold; a document with a picture on every page has a few hundred. */
const MAX_ENTRIES = 10_000;
/** Most that one file may expand to, in bytes. */
const MAX_EXPANDED = 2 * MAX_FILE_BYTES;
/** Beyond so many bytes a file may not be more than this many times as long as it is packed; text packs to a thirtieth. */
const RATIO_FREE = 8 * 1024 * 1024;
const MAX_RATIO = 500;
/** Packed bytes that are inflated at once: at most a thousand times as much comes out. */
const SLICE = 2048;
const STORED_SLICE = 65_536;

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_LENGTH = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_LENGTH = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_LENGTH = 30;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 0x0001;
/** That a number stands in the records of ZIP64. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** A file of the archive, as the directory describes it. */
interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

/** A ZIP archive. Names of its files are compared without regard to case, as the packages of Office have it. */
export class ZipArchive {
  private readonly entries = new Map<string, Entry>();
  /** Names that more than one file has. */
  private readonly ambiguous = new Set<string>();
  private readonly view: DataView;

  /** @throws UnreadableError where the bytes are no archive, or not all of it */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.readDirectory();
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * The content of a file, in pieces.
   *
   * @throws UnreadableError where it is not there, encrypted, damaged, or expands too far
   */
  *read(name: string): Generator<Uint8Array, void, undefined> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw damaged(`缺少 ${name}`, `${name} is missing`);
    if (this.ambiguous.has(name.toLowerCase())) throw damaged(`有两个 ${name}`, `there are two of ${name}`);
    if (entry.isEncrypted) throw new UnreadableError('old-word');
    let size = 0;
    let crc = 0;
    for (const piece of this.piecesOf(entry, name)) {
      size += piece.length;
      if (size > MAX_EXPANDED || (size > RATIO_FREE && size > entry.packedSize * MAX_RATIO)) throw tooLarge();
      crc = crcOf(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc) throw damaged(`${name} 与校验值不符`, `${name} fails its checksum`);
  }

  private *piecesOf(entry: Entry, name: string): Generator<Uint8Array, void, undefined> {
    const packed = this.packedBytes(entry);
    if (entry.method === STORED) {
      for (let from = 0; from < packed.length; from += STORED_SLICE) yield packed.subarray(from, from + STORED_SLICE);
      return;
    }
    if (entry.method !== DEFLATED) throw damaged(`${name} 的压缩方法不支持`, `${name} is packed in an unknown way`);
    let pieces: Uint8Array[] = [];
    const inflate = new Inflate((piece) => pieces.push(piece));
    for (let from = 0; from < packed.length || from === 0; from += SLICE) {
      try {
        inflate.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length);
      } catch {
        throw damaged(`${name} 不能解压`, `${name} cannot be unpacked`);
      }
      yield* pieces;
      pieces = [];
    }
  }

  private packedBytes({ headerAt, packedSize }: Entry): Uint8Array {
    if (this.uint32(headerAt) !== LOCAL_HEADER) throw notWhole();
    const start = headerAt + LOCAL_HEADER_LENGTH + this.uint16(headerAt + 26) + this.uint16(headerAt + 28);
    if (packedSize === ELSEWHERE_32) throw damaged('ZIP64 格式不支持', 'ZIP64 is not supported');
    if (start + packedSize > this.bytes.length) throw notWhole();
    return this.bytes.subarray(start, start + packedSize);
  }

  private readDirectory(): void {
    const end = this.endOfDirectory();
    const count = this.uint16(end + 10);
    let at = this.uint32(end + 16);
    // Sizes beyond four gigabytes, and what is written as if it had them.
    if (count === ELSEWHERE_16 || at === ELSEWHERE_32) throw damaged('ZIP64 格式不支持', 'ZIP64 is not supported');
    if (count > MAX_ENTRIES) throw tooLarge();
    for (let index = 0; index < count; index++) {
      if (this.uint32(at) !== DIRECTORY_ENTRY) throw notWhole();
      const nameAt = at + DIRECTORY_ENTRY_LENGTH;
      const nameLength = this.uint16(at + 28);
      const name = LATIN.decode(this.bytes.subarray(nameAt, nameAt + nameLength)).toLowerCase();
      // Of two files of one name each reader takes another one: somebody may have been shown what is not read here.
      if (this.entries.has(name)) this.ambiguous.add(name);
      else {
        this.entries.set(name, {
          isEncrypted: (this.uint16(at + 8) & ENCRYPTED) !== 0,
          method: this.uint16(at + 10),
          crc: this.uint32(at + 16),
          packedSize: this.uint32(at + 20),
          size: this.uint32(at + 24),
          headerAt: this.uint32(at + 42),
        });
      }
      at = nameAt + nameLength + this.uint16(at + 30) + this.uint16(at + 32);
    }
  }

  /** The directory is found from its end, which only a comment may follow. */
  private endOfDirectory(): number {
    const last = this.bytes.length - END_OF_DIRECTORY_LENGTH;
    for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
      if (this.bytes[at] === 0x50 && this.uint32(at) === END_OF_DIRECTORY) return at;
    }
    throw notWhole();
  }

  private uint16(at: number): number {
    if (at + 2 > this.bytes.length) throw notWhole();
    return this.view.getUint16(at, true);
  }

  private uint32(at: number): number {
    if (at + 4 > this.bytes.length) throw notWhole();
    return this.view.getUint32(at, true);
  }
}

/** The names that are looked for are ASCII, whatever the others are written in. */
const LATIN = new TextDecoder('latin1');

function damaged(zh: string, en: string): UnreadableError {
  return new UnreadableError('damaged-word', { zh, en });
}

function notWhole(): UnreadableError {
  return damaged('压缩包不完整', 'the archive is not whole');
}

function tooLarge(): UnreadableError {
  return new UnreadableError('too-large', { zh: '解压以后', en: 'when unpacked' });
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32, as ZIP has it, of bytes that follow others with the checksum `before`. */
function crcOf(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
