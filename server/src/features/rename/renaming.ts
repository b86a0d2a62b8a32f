import type { Message } from '../../checks/check.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { Span } from '../../syntax/tree.js';
import type { Subject } from '../subject.js';
import type { DocumentEdits } from '../workspaceEdit.js';

/** One thing that can get another name. */
export interface Renaming {
  /** The name where the caret is. */
  readonly span: Span;
  readonly name: string;
  /** Why it can't have a name, for the user; undefined where it can. */
  objectionTo(name: string): Message | undefined;
  /**
   * What gives it that name.
   *
   * @param isEditable whether a document may be changed
   */
  edits(name: string, isEditable: (document: RegulationDocument) => boolean): DocumentEdits[];
}

/** The renaming of what the caret is on; undefined where that is not of its kind. */
export type RenamingOf = (library: Library, document: RegulationDocument, subject: Subject) => Renaming | undefined;

/** What no term and no short name has in it: brackets, quotes, punctuation, line breaks. */
const NOT_IN_NAMES = /[（()）〔〕[\]【】《》〈〉“”‘’"'，,。；;：:？?！!\s]/;

/** Why words can be neither a term nor a short name. */
export function objectionToWords(name: string): Message | undefined {
  if (name === '') return { zh: '名称不能为空。', en: 'The name must not be empty.' };
  const character = NOT_IN_NAMES.exec(name)?.[0];
  if (character === undefined) return undefined;
  return /\s/.test(character)
    ? { zh: '名称中不能有空格或者换行。', en: 'The name must not have spaces or line breaks in it.' }
    : { zh: `名称中不能有“${character}”。`, en: `The name must not have “${character}” in it.` };
}

export function alreadyDefined(name: string): Message {
  return {
    zh: `本文已经定义了“${name}”，改用这个名称会使两者混同。`,
    en: `This text already defines “${name}”: the two would become one.`,
  };
}
