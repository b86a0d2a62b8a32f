import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { encodeEnd, type Origin, type Slice, type TextRecord } from './indexFormat.js';

/** How many bytes are written at once. */
export const CHUNK = 1024 * 1024;

/**
 * Writes an index file under another name and gives it its own at the end, so that it is there as a whole or not at all.
 * Every method throws what the system says where it can't write.
 */
export class IndexFileWriter {
  readonly temporary: string;
  private readonly fd: number;
  private isOpen = true;
  /** What waits to be written is its beginning. */
  private readonly chunk = Buffer.allocUnsafeSlow(CHUNK);
  private waiting = 0;
  /** Of the file as far as it is written. */
  private length = 0;

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
  }

  /** Takes bytes, which may be others afterwards; returns where they will stand. */
  add(bytes: Uint8Array): Slice {
    if (this.waiting + bytes.length > CHUNK) this.flush();
    const slice = { offset: this.length + this.waiting, length: bytes.length };
    if (bytes.length > CHUNK) {
      this.write(bytes);
    } else {
      this.chunk.set(bytes, this.waiting);
      this.waiting += bytes.length;
    }
    return slice;
  }

  /** Writes what waits. */
  flush(): void {
    this.write(this.chunk.subarray(0, this.waiting));
    this.waiting = 0;
  }

  /** Ends the file, which counts from then on. */
  finish(records: readonly TextRecord[]): void {
    this.flush();
    this.write(encodeEnd(this.origin, records, this.length));
    this.close();
    renameSync(this.temporary, this.target);
  }

  /** Leaves nothing behind. */
  abandon(): void {
    if (this.isOpen) this.close();
    rmSync(this.temporary, { force: true });
  }

  private write(bytes: Uint8Array): void {
    // A single write may end half-way on a full disk; this goes on until all is written, or throws.
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.fd, bytes, done, bytes.length - done, this.length + done);
    }
    this.length += bytes.length;
  }

  private close(): void {
    this.isOpen = false;
    closeSync(this.fd);
  }
}
