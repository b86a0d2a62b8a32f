import { LSPErrorCodes, ResponseError, type Position, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { CORPUS_SCHEME } from '../protocol.js';
import { say, type Locale } from './locale.js';
import { plainMessage } from './plainMessage.js';
import { isWordText } from './openable.js';
import { renamingOfAlias } from './rename/alias.js';
import { renamingOfArticleNumber } from './rename/articleNumber.js';
import type { Renaming, RenamingOf } from './rename/renaming.js';
import { renamingOfTerm } from './rename/term.js';
import { renamingOfTitle } from './rename/title.js';
import { subjectAt } from './subject.js';
import { workspaceEdit, type EditFacts } from './workspaceEdit.js';

/** How a rename is done. */
export interface RenameOptions extends EditFacts {
  readonly locale: Locale;
  /** Whether a document may be changed along with the one that the user is working on: it is a text of the workspace. */
  isEditable(document: RegulationDocument): boolean;
}

/** What can be renamed, a file each: each is asked in turn whether it knows what the caret is on. */
const RENAMINGS: readonly RenamingOf[] = [renamingOfTerm, renamingOfAlias, renamingOfTitle, renamingOfArticleNumber];

/**
 * The words that a rename would change, for the user to write over.
 *
 * @returns null where nothing can be renamed
 */
export function prepareRename(
  library: Library,
  document: RegulationDocument,
  position: Position,
): { range: Range; placeholder: string } | null {
  const renaming = renamingAt(library, document, position);
  return renaming ? { range: document.rangeOf(renaming.span), placeholder: renaming.name } : null;
}

/**
 * Gives another name to what the caret is on, everywhere where it means that: a term or a short name in its document, a
 * title also in the documents of the workspace that cite it.
 *
 * @throws ResponseError where nothing can be renamed, or not to that name; its message is for the user
 */
export function rename(
  library: Library,
  document: RegulationDocument,
  position: Position,
  newName: string,
  options: RenameOptions,
): WorkspaceEdit {
  const renaming = renamingAt(library, document, position);
  if (!renaming) {
    throw refusal(options.locale, {
      zh: '这里不能重命名：请把光标放在用语、简称、条的序号或者本文的标题上。',
      en: 'Nothing can be renamed here: put the caret on a term, a short name, the number of an article or the title of this text.',
    });
  }
  const name = newName.trim();
  const objection = renaming.objectionTo(name);
  if (objection) throw refusal(options.locale, objection);
  const changed = renaming.edits(name, (other) => other.uri === document.uri || options.isEditable(other));
  const label = say(options.locale, { zh: '改写其他文件中的引用', en: 'Rewrite citations in other files' });
  return workspaceEdit(changed, document.uri, label, options);
}

function renamingAt(library: Library, document: RegulationDocument, position: Position): Renaming | undefined {
  // The bundled corpus and the texts of Word documents are shown to be read.
  if (document.uri.startsWith(`${CORPUS_SCHEME}:`) || isWordText(document.uri)) return undefined;
  const subject = subjectAt(library, document, document.offsetAt(position));
  if (!subject) return undefined;
  for (const renamingOf of RENAMINGS) {
    const renaming = renamingOf(library, document, subject);
    if (renaming) return renaming;
  }
  return undefined;
}

function refusal(locale: Locale, message: { zh: string; en: string }): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, plainMessage(say(locale, message)));
}
