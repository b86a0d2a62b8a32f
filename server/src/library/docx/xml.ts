import { SaxesParser } from 'saxes';
import { UnreadableError, type Unreadability } from '../unreadable.js';

/** What is told of the elements of a part, in their order. */
export interface XmlHandler {
  /**
   * @param name the element's name with the prefix that its namespace has here (`w:p`), whatever the file calls it;
   * {@link OTHER} in a namespace that no text comes from
   * @param attribute gives the value of an attribute, by a name of the same kind
   * @param path the names of the elements around it, the outermost first
   */
  open(name: string, attribute: Attributes, path: readonly string[]): void;
  close(name: string): void;
  text(text: string): void;
}

export type Attributes = (name: string) => string | undefined;

/** Lets other work have its turn, where there has been work for long enough. */
export type Pause = () => Promise<void>;

/** Name of the elements of all other namespaces. */
export const OTHER = '*';

/** Prefixes by namespace; WordprocessingML has one in the transitional and another in the strict form of the standard. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel:'],
  ['http://docs.oasis-open.org/legaldocml/ns/akn/3.0', 'akn:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
]);

/** Deepest nesting that is followed; a table in a text box in a table comes to about fifty. */
const MAX_DEPTH = 1000;

/**
 * Reads a part of a package. Entities other than XML's own five are refused, and so is a part with a DTD: nothing is
 * fetched, nothing expands. Time is linear in the length of the part.
 *
 * @param part its name, for messages
 * @param kind what a file with such a part is said to be
 * @throws UnreadableError where the part is no well-formed XML, or what the handler throws
 */
export async function readXml(
  part: string,
  pieces: Iterable<Uint8Array>,
  handler: XmlHandler,
  pause: Pause,
  kind: Unreadability = 'damaged-word',
): Promise<void> {
  const fault: Fault = (what) => new UnreadableError(kind, what(part));
  const parser = parserFor(handler, fault);
  let decoder: TextDecoder | undefined;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    feed(fault, parser, decoder, piece);
    await pause();
  }
  feed(fault, parser, decoder ?? new TextDecoder(), undefined);
}

/** XML without a mark is UTF-8; a declaration of another encoding makes the decoding fail, not the text wrong. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** @param piece undefined behind the last one */
function feed(fault: Fault, parser: SaxesParser, decoder: TextDecoder, piece: Uint8Array | undefined): void {
  try {
    if (piece) parser.write(decoder.decode(piece, { stream: true }));
    else parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw fault(malformed);
  }
}

function parserFor(handler: XmlHandler, fault: Fault): SaxesParser {
  // The parser's own namespaces are looked for through all elements around, at each element anew.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = new Names();
  const path: string[] = [];
  parser.on('doctype', () => {
    throw fault(malformed);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === MAX_DEPTH) throw fault(nestedTooDeeply);
    names.enter(attributes);
    const known = names.element(name);
    handler.open(known, (wanted) => names.attribute(attributes, wanted), path);
    path.push(known);
  });
  parser.on('closetag', () => {
    handler.close(path.pop() ?? OTHER);
    names.leave();
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  return parser;
}

/** What is wrong with a part, in both languages. */
type What = (part: string) => { zh: string; en: string };
/** Makes the error of a part. */
type Fault = (what: What) => UnreadableError;

const malformed: What = (part) => ({ zh: `${part} 不是规范的 XML`, en: `${part} is no proper XML` });
const nestedTooDeeply: What = (part) => ({ zh: `${part} 嵌套过深`, en: `${part} is nested too deeply` });

/** The names of the elements around, as their namespaces have them. */
class Names {
  /** Prefixes of the file, with the prefix that stands for their namespace here. */
  private readonly meanings = new Map<string, string | undefined>([['xml:', 'xml:']]);
  private readonly known = new Map<string, string>();
  /** For each element around, the meanings that its declarations have replaced. */
  private readonly replaced: (readonly [string, string | undefined][] | undefined)[] = [];

  enter(attributes: Record<string, string>): void {
    let replaced: [string, string | undefined][] | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? `${name.slice(6)}:` : undefined;
      if (prefix === undefined) continue;
      (replaced ??= []).push([prefix, this.meanings.get(prefix)]);
      this.meanings.set(prefix, PREFIXES.get(attributes[name] ?? ''));
      this.known.clear();
    }
    this.replaced.push(replaced);
  }

  leave(): void {
    const replaced = this.replaced.pop();
    if (!replaced) return;
    for (const [prefix, meaning] of replaced) this.meanings.set(prefix, meaning);
    this.known.clear();
  }

  element(name: string): string {
    let known = this.known.get(name);
    if (known === undefined) {
      const local = name.indexOf(':') + 1;
      const meaning = this.meanings.get(name.slice(0, local));
      this.known.set(name, (known = meaning === undefined ? OTHER : meaning + name.slice(local)));
    }
    return known;
  }

  /** An attribute without prefix is in no namespace. */
  attribute(attributes: Record<string, string>, wanted: string): string | undefined {
    for (const name in attributes) {
      if ((name.includes(':') ? this.element(name) : name) === wanted) return attributes[name];
    }
    return undefined;
  }
}
