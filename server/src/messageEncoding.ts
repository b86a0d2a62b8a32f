import type { ContentTypeEncoderOptions, Message } from 'vscode-languageserver';
import { WrittenJson } from './features/writtenJson.js';

/** A buffer that one large message made larger than this is given up behind it. */
const LARGEST_KEPT = 1 << 22;
/** UTF-8 takes at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;

/**
 * Writes messages as JSON into one buffer, again and again: the memory of a new one would have to be given by the system
 * page by page, which takes longer than the writing. Of answers that are {@link WrittenJson} nothing is written anew.
 *
 * A writer of messages is done with one before it has the next one encoded, so that nothing is overwritten.
 */
export class MessageEncoding {
  readonly name = 'application/json';
  private buffer = new Uint8Array(1 << 16);
  private readonly encoder = new TextEncoder();

  encode(message: Message, _options?: ContentTypeEncoderOptions): Promise<Uint8Array> {
    return new Promise((resolve) => resolve(this.bytesOf(message)));
  }

  private bytesOf(message: Message): Uint8Array {
    const { result } = message as { readonly result?: unknown };
    if (!(result instanceof WrittenJson)) {
      const json = JSON.stringify(message);
      const buffer = this.bufferOf(json.length * BYTES_PER_UNIT);
      return buffer.subarray(0, this.encoder.encodeInto(json, buffer).written);
    }
    // The answer itself is put in the place of the nothing.
    const frame = JSON.stringify({ ...message, result: null });
    const head = this.encoder.encode(frame.slice(0, -'null}'.length));
    const length = head.length + result.length + 1;
    const buffer = this.bufferOf(length);
    buffer.set(head);
    result.writeTo(buffer, head.length);
    buffer[length - 1] = '}'.charCodeAt(0);
    return buffer.subarray(0, length);
  }

  private bufferOf(length: number): Uint8Array {
    if (length > LARGEST_KEPT) return new Uint8Array(length);
    if (length > this.buffer.length) this.buffer = new Uint8Array(Math.min(LARGEST_KEPT, length * 2));
    return this.buffer;
  }
}
