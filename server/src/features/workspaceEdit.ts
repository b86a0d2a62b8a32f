import {
  OptionalVersionedTextDocumentIdentifier,
  type AnnotatedTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../drafting/edits.js';
import type { Library } from '../library/library.js';
import { say, type Locale } from './locale.js';

/** What the client can do with an edit of several documents. */
export interface EditCapabilities {
  readonly documentChanges: boolean;
  /** Whether edits can ask to be confirmed. */
  readonly changeAnnotations: boolean;
}

/** Names the annotation of edits of other texts than the one at hand. */
const ELSEWHERE = 'elsewhere';

/**
 * Edits of texts as the protocol has them. Those of other texts than `own` ask to be confirmed, where the client can show
 * them before.
 *
 * @param edits by URI, of the texts as the library has them
 */
export function workspaceEdit(
  library: Library,
  own: string,
  edits: ReadonlyMap<string, readonly Edit[]>,
  { documentChanges, changeAnnotations }: EditCapabilities,
  locale: Locale,
): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const [uri, list] of edits) {
    const document = library.document(uri);
    if (document)
      byUri.set(
        uri,
        list.map(({ span, newText }) => ({ range: document.rangeOf(span), newText })),
      );
  }
  if (!documentChanges) return { changes: Object.fromEntries(byUri) };
  const annotated = changeAnnotations && [...byUri.keys()].some((uri) => uri !== own);
  const changes = [...byUri].map(([uri, list]): TextDocumentEdit => {
    const version = library.isOpen(uri) ? (library.document(uri)?.textDocument.version ?? null) : null;
    const asks = annotated && uri !== own;
    return {
      textDocument: OptionalVersionedTextDocumentIdentifier.create(uri, version),
      edits: asks ? list.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: ELSEWHERE })) : list,
    };
  });
  if (!annotated) return { documentChanges: changes };
  return {
    documentChanges: changes,
    changeAnnotations: {
      [ELSEWHERE]: {
        label: say(locale, { zh: '其他文本中的引用', en: 'Citations in other texts' }),
        description: say(locale, { zh: '随条文序号改写', en: 'rewritten with the numbers of the provisions' }),
        needsConfirmation: true,
      },
    },
  };
}
