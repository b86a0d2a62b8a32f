import type { Position, TextEdit } from 'vscode-languageserver';
import { numberBehind } from '../drafting/nextNumber.js';
import type { RegulationDocument } from '../library/document.js';
import { isWordText } from './openable.js';

/** What Enter types. */
const LINE_BREAK = '\n';
/** The characters that numbers end with: 第三条, （三）, 三、. */
const NUMBER_ENDS = ['条', '）', ')', '、'] as const;

/** The characters behind which something is written or taken away. */
export const ON_TYPE_TRIGGERS = [LINE_BREAK, ...NUMBER_ENDS] as const;

const NUMBERED: ReadonlySet<string> = new Set(['article', 'clause', 'item', 'subitem']);

/**
 * What a typed character brings about: Enter writes the next number, and a number that is typed behind itself, as one does
 * who is used to typing them, is taken away again.
 *
 * @param position the caret, behind the character
 */
export function onTypeFormatting(document: RegulationDocument, position: Position, typed: string): TextEdit[] {
  if (isWordText(document.uri)) return [];
  return typed === LINE_BREAK ? behindEnter(document, position) : typedAgain(document, position);
}

/** Takes away what was typed between a provision's number and the caret, if it is that number once more. */
function typedAgain(document: RegulationDocument, position: Position): TextEdit[] {
  const line = lineAt(document, position.line);
  const caret = document.offsetAt(position);
  const { kind, mark } = document.tree.nodeAt(line.start);
  if (!NUMBERED.has(kind) || mark.start !== line.start || caret !== line.end) return [];
  const behind = document.characters.slice(mark.end, caret);
  if (plain(behind) !== plain(document.characters.slice(mark.start, mark.end))) return [];
  const start = caret - behind.trimStart().length;
  return [{ range: document.rangeOf({ start, end: caret }), newText: '' }];
}

/** A number without what may be written in one way or another. */
function plain(mark: string): string {
  return mark.normalize('NFKC').replace(/\s/g, '');
}

/**
 * What Enter adds: behind a provision the number of the next one; behind a number without words it takes that number
 * away, and the line that was added with it.
 *
 * @param position the caret, on the line that Enter has made
 */
function behindEnter(document: RegulationDocument, position: Position): TextEdit[] {
  if (position.line === 0) return [];
  const line = lineAt(document, position.line);
  const above = lineAt(document, position.line - 1);
  // Words that Enter has taken along go on with the sentence.
  if (line.content !== '' || above.content === '') return [];
  const caret = document.offsetAt(position);
  if (isEmptyProvision(document, above)) {
    return [{ range: document.rangeOf({ start: above.start, end: caret }), newText: '' }];
  }
  const next = numberBehind(document, above.end);
  if (!next) return [];
  // Editors take along only the indentation that is made of spaces and tabs.
  const indent = caret === line.lineStart ? document.characters.slice(above.lineStart, above.start) : '';
  return [
    { range: { start: position, end: position }, newText: /^\s*$/.test(indent) ? indent + next.mark + next.gap : '' },
  ];
}

interface Line {
  readonly lineStart: number;
  /** Of the content, without white space around it. */
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

function lineAt(document: RegulationDocument, line: number): Line {
  const lineStart = document.offsetAt({ line, character: 0 });
  const text = /^[^\r\n]*/.exec(
    document.characters.slice(lineStart, document.offsetAt({ line: line + 1, character: 0 })),
  )?.[0];
  const content = (text ?? '').trim();
  const start = lineStart + (text ?? '').indexOf(content);
  return { lineStart, start, end: start + content.length, content };
}

/** Whether a line has a number and nothing else, and no words below it belong to the number. */
function isEmptyProvision(document: RegulationDocument, { start, end }: Line): boolean {
  const node = document.tree.nodeAt(start);
  return NUMBERED.has(node.kind) && node.mark.start === start && node.mark.end === end && node.range.end === end;
}
