import type { Location, Position } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';

/**
 * The innermost node at a caret, an offset from 0 to the length of the text. Behind the last character that is the last
 * node.
 */
export function nodeAtCaret(document: RegulationDocument, offset: number): SyntaxNode {
  return document.tree.nodeAt(Math.max(0, Math.min(offset, document.characters.length - 1)));
}

/** Whether a caret is in a span or at one of its ends. */
export function holds({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}

export function positionOf(document: RegulationDocument, offset: number): Position {
  return document.textDocument.positionAt(offset);
}

export function locationOf(document: RegulationDocument, span: Span): Location {
  return { uri: document.uri, range: document.rangeOf(span) };
}

/**
 * A URI that opens a document at a place: `file:///law.txt#L12,5`, line and character counted from 1. Editors that know no
 * such fragments open the document.
 */
export function uriAt(document: RegulationDocument, offset: number): string {
  const { line, character } = positionOf(document, offset);
  return `${document.uri}#L${String(line + 1)},${String(character + 1)}`;
}

/** What names a node where it stands: its number, its heading, the first line of a paragraph, the title of a document. */
export function namingSpan(document: RegulationDocument, node: SyntaxNode): Span {
  return node.kind === 'document' ? document.titleSpan : node.selectionRange;
}

/** A position with the numbers that a client should have sent; beyond the text it is clamped by the document. */
export function placed({ line, character }: Partial<Position>): Position {
  return { line: natural(line), character: natural(character) };
}

function natural(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}
