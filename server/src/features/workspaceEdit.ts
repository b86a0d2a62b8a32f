import type { ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Span } from '../syntax/tree.js';

/** What a client takes as an edit of several documents. */
export interface EditFacts {
  /** Edits that name the version of the document they are made for. */
  readonly takesDocumentChanges: boolean;
  /** Edits that the user is asked to confirm. */
  readonly takesChangeAnnotations: boolean;
}

/** What is to be changed in one document. */
export interface DocumentEdits {
  readonly document: RegulationDocument;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

const OF_OTHERS = 'others';

/**
 * One edit of several documents, which the user undoes as one.
 *
 * @param own URI of the document that the user is working on: what is changed in others is to be confirmed, where the
 *   client can ask
 * @param label what the changes of the others are called when the user is asked
 */
export function workspaceEdit(
  changed: readonly DocumentEdits[],
  own: string,
  label: string,
  { takesDocumentChanges, takesChangeAnnotations }: EditFacts,
): WorkspaceEdit {
  const wanted = changed.filter(({ edits }) => edits.length > 0);
  const textEdits = ({ document, edits }: DocumentEdits): TextEdit[] =>
    edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
  if (!takesDocumentChanges) {
    return { changes: Object.fromEntries(wanted.map((each) => [each.document.uri, textEdits(each)])) };
  }
  const asks = takesChangeAnnotations && wanted.some(({ document }) => document.uri !== own);
  const documentChanges = wanted.map((each): TextDocumentEdit => {
    const { document } = each;
    const edits = textEdits(each);
    return {
      textDocument: { uri: document.uri, version: document.isOpen ? document.textDocument.version : null },
      edits: asks && document.uri !== own ? edits.map((edit) => ({ ...edit, annotationId: OF_OTHERS })) : edits,
    };
  });
  if (!asks) return { documentChanges };
  const annotation: ChangeAnnotation = { label, needsConfirmation: true };
  return { documentChanges, changeAnnotations: { [OF_OTHERS]: annotation } };
}
