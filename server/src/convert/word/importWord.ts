import { INVISIBLE, visible } from '../../drafting/paste/invisible.js';
import { readWord } from '../../library/docx.js';
import { MAX_FILE_BYTES, UnreadableError } from '../../library/unreadable.js';
import { RESIDUE, SPACE } from '../../syntax/line.js';
import { SyntaxTree } from '../../syntax/tree.js';
import type { Converted, ReadOptions } from '../formats.js';

/**
 * Reads regulation text out of a Word document: a line a paragraph, a row of a table as a line with tabs, without what
 * conversions leave in texts. Notes and comments are told by the provisions that they are on.
 *
 * @throws UnreadableError where the bytes are no Word document, are damaged, locked by a password or too large
 */
export async function importWord(
  bytes: Uint8Array,
  { changes: taken = 'accepted', pause }: ReadOptions = {},
): Promise<Converted> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadableError('too-large');
  const { text, notes, changes } = await readWord(bytes, taken, pause);
  const tree = notes.length > 0 ? SyntaxTree.parse(text) : undefined;
  return {
    text: cleaned(text),
    notes: notes.map(({ kind, offset, author, text: words }) => ({
      kind,
      place: tree ? placeOf(tree, offset) : '',
      text: words,
      author,
    })),
    changes,
  };
}

/** The article, or what else has a name, that a place is in. */
function placeOf(tree: SyntaxTree, offset: number): string {
  // A note at the end of a line is on what stands before it.
  const node = tree.nodeAt(Math.max(0, offset - 1));
  const around =
    node.enclosing('article', 'clause') ?? node.enclosing('section', 'chapter', 'subpart', 'part', 'annex', 'title');
  if (!around) return '';
  const label = around.label.replace(SPACES, '');
  return around.kind === 'article' || around.kind === 'clause'
    ? label
    : [label, around.heading ?? ''].filter((part) => part !== '').join('　');
}

const SPACES = new RegExp(`[${SPACE}]+`, 'g');
const BOOKMARK = new RegExp(RESIDUE, 'g');
/** Begins where white space does: of a long run between words it would look for the end from every character else. */
const TRAILING = new RegExp(`(?<![${SPACE}])[${SPACE}]+$`, 'gm');

/** The text without bookmarks and characters that cannot be seen, white space at the ends of lines, and blank pages. */
function cleaned(text: string): string {
  const lines = text.replace(BOOKMARK, '').replace(INVISIBLE, visible).replace(TRAILING, '');
  return `${lines.replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '')}\n`;
}
