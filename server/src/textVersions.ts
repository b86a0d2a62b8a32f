import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument, type Range } from 'vscode-languageserver-textdocument';

/**
 * How `TextDocuments` makes the texts of open documents. Each version is an object of its own: what was made from one
 * stays true of it.
 */
export const TEXT_VERSIONS = {
  create(uri: string, languageId: string, version: number, text: string): TextDocument {
    return TextDocument.create(uri, languageId, version, text);
  },

  /** @param changes one after the other, each in the coordinates that those before it have left */
  update(earlier: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    let text = TextDocument.create(earlier.uri, earlier.languageId, version, earlier.getText());
    for (const change of changes) {
      const inside = 'range' in change ? { text: change.text, range: within(text, change.range) } : change;
      text = TextDocument.update(text, [inside], version);
    }
    return text;
  },
};

/** The part of a range that the text has: the library would lose count of the lines over one that lies beyond. */
function within(text: TextDocument, { start, end }: Range): Range {
  return { start: text.positionAt(text.offsetAt(start)), end: text.positionAt(text.offsetAt(end)) };
}
