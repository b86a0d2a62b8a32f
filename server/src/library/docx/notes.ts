/** What stands beside the text of a document. */
export type NoteKind = 'footnote' | 'endnote' | 'comment';

/** A place in the text that refers to a note. */
export interface Reference {
  readonly kind: NoteKind;
  readonly id: string;
}

/** A note with the place in the text that refers to it. */
export interface Note {
  readonly kind: NoteKind;
  readonly text: string;
  /** Who wrote a comment. */
  readonly author: string | undefined;
  /** In the document's text, in UTF-16 units. */
  readonly offset: number;
}

/** Elements that are notes, with the part's root element that holds them, and the part's relationship. */
export const NOTES: Readonly<Record<string, { kind: NoteKind; root: string; relationship: string }>> = {
  'w:footnote': { kind: 'footnote', root: 'w:footnotes', relationship: 'footnotes' },
  'w:endnote': { kind: 'endnote', root: 'w:endnotes', relationship: 'endnotes' },
  'w:comment': { kind: 'comment', root: 'w:comments', relationship: 'comments' },
};

/**
 * Where a paragraph comes to stand in the text is known only when those before it are read, so a reference is a mark in
 * the text until then: between characters that XML does not allow.
 */
const MARK = '\uffff';

/** @param index of the reference */
export function markOf(index: number): string {
  return `${MARK}${String(index)}${MARK}`;
}

/** Takes the marks out of a text, and tells where they stood. */
export function withoutMarks(marked: string): { text: string; places: { index: number; offset: number }[] } {
  const places: { index: number; offset: number }[] = [];
  const pieces = marked.split(MARK);
  let text = pieces[0] ?? '';
  for (let at = 1; at < pieces.length; at += 2) {
    places.push({ index: Number(pieces[at]), offset: text.length });
    text += pieces[at + 1] ?? '';
  }
  return { text, places };
}
