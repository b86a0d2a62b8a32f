import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import { PiecedText, type Characters } from '../syntax/characters.js';
import { countUpTo } from '../syntax/sorted.js';

/**
 * How `TextDocuments` makes the texts of open documents. Each version is an object of its own: what was made from one
 * stays true of it.
 */
export const TEXT_VERSIONS = {
  create(uri: string, languageId: string, version: number, text: string): TextDocument {
    return versionOf(uri, languageId, version, text);
  },

  /** @param changes one after the other, each in the coordinates that those before it have left */
  update(earlier: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    const { uri, languageId } = earlier;
    let after =
      earlier instanceof TextVersion
        ? new TextVersion(uri, languageId, version, earlier.characters, earlier.starts)
        : versionOf(uri, languageId, version, earlier.getText());
    for (const change of changes) {
      after =
        'range' in change ? after.with(change.range, change.text) : versionOf(uri, languageId, version, change.text);
    }
    return after;
  },
};

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The characters of a text: in pieces, if it is one of {@link TEXT_VERSIONS}. */
export function charactersOf(text: TextDocument): Characters {
  return text instanceof TextVersion ? text.characters : text.getText();
}

/**
 * A version of a text that takes over from the one before where its lines begin, as far as they do; else as
 * `vscode-languageserver-textdocument` has texts.
 */
class TextVersion implements TextDocument {
  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    readonly characters: PiecedText,
    /** Offsets of the lines' beginnings, in text order. */
    readonly starts: Uint32Array,
  ) {}

  get lineCount(): number {
    return this.starts.length;
  }

  getText(range?: Range): string {
    if (!range) return this.characters.toString();
    const [start, end] = this.offsetsOf(range);
    return this.characters.slice(start, end);
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.characters.length));
    const line = countUpTo(this.starts, within) - 1;
    const start = this.starts[line] ?? 0;
    return { line, character: this.beforeBreak(within, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    const start = this.starts[line];
    if (start === undefined) return line < 0 ? 0 : this.characters.length;
    if (character <= 0) return start;
    return this.beforeBreak(Math.min(start + character, this.starts[line + 1] ?? this.characters.length), start);
  }

  getLineRange(line: number): Range {
    if (line < 0) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const last = this.starts.length - 1;
    return {
      start: { line: Math.min(line, last), character: 0 },
      end: this.positionAt((this.starts[line + 1] ?? this.characters.length + 1) - 1),
    };
  }

  getEOLCharacters(line: number): string {
    const start = this.starts[line];
    if (start === undefined) return '';
    const next = this.starts[line + 1] ?? this.characters.length;
    return this.characters.slice(this.beforeBreak(next, start), next);
  }

  /** The same version with other text in a range; what of the range lies beyond the text is none of it. */
  with(range: Range, inserted: string): TextVersion {
    const [from, to] = this.offsetsOf(range);
    const text = this.characters.replaced(from, to, inserted);
    return new TextVersion(
      this.uri,
      this.languageId,
      this.version,
      text,
      changedStarts(this.starts, text, from, to, from + inserted.length),
    );
  }

  private offsetsOf({ start, end }: Range): [start: number, end: number] {
    const [one, other] = [this.offsetAt(start), this.offsetAt(end)];
    return [Math.min(one, other), Math.max(one, other)];
  }

  /** An offset that is not within or behind the break of its line. */
  private beforeBreak(offset: number, start: number): number {
    let before = offset;
    while (before > start && isBreak(this.characters.charCodeAt(before - 1))) before--;
    return before;
  }
}

function versionOf(uri: string, languageId: string, version: number, text: string): TextVersion {
  return new TextVersion(uri, languageId, version, PiecedText.of(text), startsIn(text));
}

function startsIn(text: string): Uint32Array {
  return Uint32Array.from([0].concat(startsBetween(text, 0, text.length)));
}

/**
 * Where the lines begin behind an edit. Those in front of it, and behind it, begin where they did: what makes a line
 * begin are the two characters around its beginning.
 *
 * @param from where the edit begins
 * @param to where it ended in the text before
 * @param end where it ends in the text behind it
 */
function changedStarts(starts: Uint32Array, text: Characters, from: number, to: number, end: number): Uint32Array {
  const front = from === 0 ? 1 : countUpTo(starts, from - 1);
  const back = countUpTo(starts, to);
  const between = startsBetween(text, Math.max(0, from - 1), end);
  const changed = new Uint32Array(front + between.length + starts.length - back);
  changed.set(starts.subarray(0, front));
  changed.set(between, front);
  const shift = end - to;
  let at = front + between.length;
  for (let index = back; index < starts.length; index++) changed[at++] = (starts[index] ?? 0) + shift;
  return changed;
}

/** The beginnings of lines behind the breaks that stand between two offsets. */
function startsBetween(text: Characters, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const character = text.charCodeAt(at);
    if (character === LINE_FEED) found.push(at + 1);
    else if (character === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) found.push(at + 1);
  }
  return found;
}

function isBreak(character: number): boolean {
  return character === LINE_FEED || character === CARRIAGE_RETURN;
}
