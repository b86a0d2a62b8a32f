import type { NodeKind } from '../../syntax/structure.js';
import type { Edit } from '../edits.js';
import type { FormattedText, TextLine } from './formattedText.js';
import { IDEOGRAPHIC_SPACE } from './layout.js';
import type { FormatOptions } from './options.js';

/** What is set as a paragraph of running text; titles and headings are not. */
const RUNNING: ReadonlySet<NodeKind> = new Set(['preamble', 'article', 'clause', 'paragraph', 'item', 'subitem']);

/** Space at the end of lines. Two spaces there break a line of Markdown. */
export function* trailingSpaceEdits({ text, lines, isMarkdown }: FormattedText): Generator<Edit> {
  for (const line of lines) {
    const { contentStart, contentEnd, end, isFixed } = line;
    if (end === contentEnd || isFixed) continue;
    if (contentStart === contentEnd) {
      // A CR and an LF that nothing separates any more would be one line break.
      if (text[line.start - 1] === '\r' && text[end] === '\n') continue;
    } else if (isMarkdown && / {2}$/.test(text.slice(contentEnd, end))) continue;
    yield { span: { start: contentStart === contentEnd ? line.start : contentEnd, end }, newText: '' };
  }
}

/** At most one blank line in a row, and none at the end of the text beyond the last line break. */
export function* blankLineEdits({ lines }: FormattedText): Generator<Edit> {
  let blanks = 0;
  for (const line of lines) {
    const isBlank = line.contentStart === line.contentEnd && !line.isFixed;
    blanks = isBlank ? blanks + 1 : 0;
    if (blanks > 1) yield { span: { start: line.start, end: line.next }, newText: '' };
  }
}

/** Indentation as the setting wants it; that of Markdown, of tables and of the table of contents means something. */
export function* indentationEdits(text: FormattedText, indent: FormatOptions['indent']): Generator<Edit> {
  if (indent === 'keep' || text.isMarkdown) return;
  for (const line of text.lines) {
    const { start, contentStart, contentEnd, kind, isFixed } = line;
    if (contentStart === contentEnd || isFixed || kind === 'entry' || isForm(line)) continue;
    const wanted = indent === 'two' && RUNNING.has(kind) ? IDEOGRAPHIC_SPACE.repeat(2) : '';
    yield { span: { start, end: contentStart }, newText: wanted };
  }
}

function isForm({ isInAnnex, kind }: TextLine): boolean {
  return isInAnnex && (kind === 'paragraph' || kind === 'annex');
}
