import { isWordFile } from '../library/files.js';
import { WORD_TEXT_SCHEME } from '../protocol.js';

/** Whether a document is the text of a Word document, as our own client shows it: to be read, not to be edited. */
export function isWordText(uri: string): boolean {
  return uri.startsWith(`${WORD_TEXT_SCHEME}:`);
}

/** Whether an editor can show a document as text. No editor can show a Word document so by its own URI. */
export function isOpenable({ uri }: { readonly uri: string }): boolean {
  return isWordText(uri) || !isWordFile(uri);
}
