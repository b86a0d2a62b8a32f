/** How the bytes of a text are encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Decodes UTF-8 without its byte order mark; throws where the bytes are none. */
export type DecodeUtf8 = (bytes: Uint8Array) => string;

/** Bytes that are no text in the encoding given, or in none of those we know. */
export class UndecodableError extends Error {}

/** Most of a text's characters are letters; a binary file shows itself by control characters. */
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/**
 * Decodes a text. A byte order mark decides; without one UTF-8 is tried, then UTF-16 where every other byte is mostly
 * zero or a common high byte, then GB18030. The mark is not part of the text.
 *
 * @param encoding to be taken instead of looking for it
 * @param ofUtf8 decodes UTF-8 as a fatal `TextDecoder` does
 * @throws UndecodableError where the bytes are no text
 */
export function decode(bytes: Uint8Array, encoding?: Encoding, ofUtf8?: DecodeUtf8): Decoded {
  if (encoding) return { text: decodeAs(bytes, encoding, ofUtf8), encoding };
  const marked = encodingByMark(bytes);
  if (marked) return { text: decodeAs(bytes, marked, ofUtf8), encoding: marked };
  const wide = looksLikeUtf16(bytes);
  for (const candidate of [...(wide ? [wide] : []), 'utf-8', 'gb18030'] as const) {
    try {
      const text = decodeAs(bytes, candidate, ofUtf8);
      if (!isBinary(text)) return { text, encoding: candidate };
    } catch {
      // Not this one: the next candidate decides.
    }
  }
  throw new UndecodableError('不是文本，或者编码无法识别');
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, ofUtf8: DecodeUtf8 | undefined): string {
  try {
    if (encoding === 'utf-8' && ofUtf8) return ofUtf8(bytes);
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UndecodableError(`不是有效的 ${encoding.toUpperCase()} 文本`);
  }
}

function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark: line breaks and spaces are 000A, 3000, 0020, so that one half of the bytes is much more often
 * 00 or 30 than the other.
 */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const counts = [0, 0];
  const sample = Math.min(bytes.length, 4096);
  for (let at = 0; at < sample; at++) {
    // CJK ideographs lie at 4E00 to 9FFF: their high byte is in that range, their low byte anywhere.
    const byte = bytes[at] ?? 0;
    if (byte === 0 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f))
      counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = counts;
  const half = sample / 2;
  // UTF-8 and GB18030 text has no such one-sidedness: nearly all high bytes must be of that kind, and few low ones.
  if (odd > half * 0.95 && even < half * 0.7) return 'utf-16le';
  if (even > half * 0.95 && odd < half * 0.7) return 'utf-16be';
  return undefined;
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, 8192);
  const controls = sample.match(CONTROL)?.length ?? 0;
  return controls > Math.max(1, sample.length / 100);
}
