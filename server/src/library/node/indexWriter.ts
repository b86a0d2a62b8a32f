import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodeEnd, type Origin, type Slice, type TextRecord } from './indexFormat.js';

/** How many bytes are written at once. */
const CHUNK = 1024 * 1024;

/**
 * Writes an index file under another name and gives it its own at the end, so that it is there as a whole or not at all.
 * Every method throws what the system says where it can't write.
 */
export class IndexFileWriter {
  readonly temporary: string;
  private readonly fd: number;
  private isOpen = true;
  private waiting: Uint8Array[] = [];
  private waitingLength = 0;
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

  /** Takes bytes; returns where they will stand. */
  add(bytes: Uint8Array): Slice {
    const slice = { offset: this.length, length: bytes.length };
    this.length += bytes.length;
    this.waiting.push(bytes);
    this.waitingLength += bytes.length;
    return slice;
  }

  /** Whether enough waits to be written. */
  get isFull(): boolean {
    return this.waitingLength >= CHUNK;
  }

  /** Writes what waits. */
  flush(): void {
    // A single write may end half-way on a full disk; this one writes on until all is written, or throws.
    writeFileSync(this.fd, Buffer.concat(this.waiting));
    this.waiting = [];
    this.waitingLength = 0;
  }

  /** Ends the file, which counts from then on. */
  finish(records: readonly TextRecord[]): void {
    this.add(encodeEnd(this.origin, records, this.length));
    this.flush();
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
