import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CORPUS } from '../../server/src/corpus.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import { fileName } from '../../server/src/library/files.js';
import { Library } from '../../server/src/library/library.js';
import { dedent } from './render.js';

/** A library made from the texts of a fixture, and the places that are marked in them. */
export interface Fixture {
  readonly library: Library;
  /** The document with the first mark; the first one, where nothing is marked. */
  readonly document: RegulationDocument;
  /** Where the marks are, in that document, in text order. */
  readonly positions: readonly Position[];
  /** The first mark. */
  readonly position: Position;
  /** Any of the documents by its name. */
  file(name: string): RegulationDocument;
}

/** Marks a place. */
const MARK = '$$';

/**
 * Reads the texts of a library from one string. A line `=== 名称.txt` begins a text; the first may do without, and is
 * then 草案.law.txt. `$$` marks places in one of the texts, which is open in an editor; the others are files.
 *
 * @param options.corpus whether the bundled corpus belongs to the library
 */
export function fixture(source: string, options: { corpus?: boolean } = {}): Fixture {
  const library = new Library();
  if (options.corpus) for (const { name, text } of CORPUS) library.setFile(uriOf(name), text);
  const texts = split(dedent(source));
  const marked = texts.find(({ text }) => text.includes(MARK)) ?? texts[0];
  if (!marked) throw new Error('A fixture has a text.');
  for (const { name, text } of texts) if (name !== marked.name) library.setFile(uriOf(name), text);
  const [first = '', ...rest] = marked.text.split(MARK);
  const textDocument = TextDocument.create(uriOf(marked.name), 'regulation', 1, first + rest.join(''));
  const document = library.setOpen(textDocument);
  let offset = 0;
  const positions = [first, ...rest].slice(0, -1).map((part) => textDocument.positionAt((offset += part.length)));
  const file = (name: string): RegulationDocument => {
    const found = library.document(uriOf(name));
    if (!found) throw new Error(`The fixture has no ${name}.`);
    return found;
  };
  const [position = { line: 0, character: 0 }] = positions;
  return { library, document, positions, position, file };
}

/** The text of a place, for expectations: `草案.law.txt: 第三条`. */
export function show({ library }: Fixture, { uri, range }: { uri: string; range: RangeLike }): string {
  const text = library.document(uri)?.textDocument.getText(range) ?? '';
  return `${fileName(uri)}: ${text}`;
}

interface RangeLike {
  start: Position;
  end: Position;
}

function uriOf(name: string): string {
  return `file:///${encodeURIComponent(name)}`;
}

function split(source: string): { name: string; text: string }[] {
  const [first = '', ...rest] = source.split(/^=== (.*)\n/m);
  const texts = first.trim() || rest.length === 0 ? [{ name: '草案.law.txt', text: first }] : [];
  for (let index = 0; index < rest.length; index += 2) {
    texts.push({ name: (rest[index] ?? '').trim(), text: rest[index + 1] ?? '' });
  }
  return texts;
}
