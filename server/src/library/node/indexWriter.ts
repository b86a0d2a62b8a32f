import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { encodeEnd, type Origin, type Slice, type TextRecord } from './indexFormat.js';

/** How many bytes are written at once. */
export const CHUNK = 1024 * 1024;

/**
 * Writes into a part of a file after the other. Several may write into one file, each into parts of its own; what they do
 * not fill of them stays empty.
 */
export class ChunkWriter {
  private readonly chunk = Buffer.allocUnsafeSlow(CHUNK);
  private start: number;
  private length = 0;
  private written = 0;

  /**
   * @param allocate gives a part of the file that nobody else has: where it starts
   */
  constructor(
    private readonly fd: number,
    private readonly allocate: (length: number) => number,
  ) {
    this.start = allocate(CHUNK);
  }

  /**
   * Takes bytes; returns where they will stand.
   *
   * @throws what the system says where it can't write
   */
  add(bytes: Uint8Array): Slice {
    if (bytes.length > CHUNK) {
      const offset = this.allocate(bytes.length);
      writeAll(this.fd, bytes, offset);
      return { offset, length: bytes.length };
    }
    if (this.length + bytes.length > CHUNK) {
      this.flush();
      this.start = this.allocate(CHUNK);
      this.length = this.written = 0;
    }
    const offset = this.start + this.length;
    this.chunk.set(bytes, this.length);
    this.length += bytes.length;
    return { offset, length: bytes.length };
  }

  /**
   * Writes what waits.
   *
   * @throws what the system says where it can't write
   */
  flush(): void {
    writeAll(this.fd, this.chunk.subarray(this.written, this.length), this.start + this.written);
    this.written = this.length;
  }
}

/** A single write may end half-way on a full disk; this one writes on until all is written, or throws. */
function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, position + done);
}

/**
 * Writes an index file under another name and gives it its own at the end, so that it is there as a whole or not at all.
 * Every method throws what the system says where it can't write.
 */
export class IndexFileWriter {
  readonly temporary: string;
  readonly fd: number;
  /** Its one element is how much of the file has been given to writers. In shared memory: they may be other threads. */
  readonly allocated = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  private readonly chunks: ChunkWriter;
  private isOpen = true;

  /**
   * @param target path of the index file; its folder is made
   */
  constructor(
    private readonly target: string,
    private readonly origin: Origin,
  ) {
    this.temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
    mkdirSync(path.dirname(target), { recursive: true });
    this.fd = openSync(this.temporary, 'wx');
    this.chunks = new ChunkWriter(this.fd, allocateIn(this.allocated));
  }

  /** Takes bytes; returns where they will stand. */
  add(bytes: Uint8Array): Slice {
    return this.chunks.add(bytes);
  }

  /** Writes what waits. */
  flush(): void {
    this.chunks.flush();
  }

  /** Ends the file, which counts from then on. */
  finish(records: readonly TextRecord[]): void {
    this.flush();
    const length = Number(Atomics.load(this.allocated, 0));
    writeAll(this.fd, encodeEnd(this.origin, records, length), length);
    this.close();
    renameSync(this.temporary, this.target);
  }

  /** Leaves nothing behind. */
  abandon(): void {
    if (this.isOpen) this.close();
    rmSync(this.temporary, { force: true });
  }

  private close(): void {
    this.isOpen = false;
    closeSync(this.fd);
  }
}

/** Gives parts of a file to writers of several threads. */
export function allocateIn(allocated: BigInt64Array): (length: number) => number {
  return (length) => Number(Atomics.add(allocated, 0, BigInt(length)));
}
