import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic } from 'vscode-languageserver';
import type { Message } from '../checks/check.js';
import { OPERATIONS, type OperationName } from '../drafting/operations/operations.js';
import { isRefusal, provisionAt } from '../drafting/operations/operation.js';
import type { RegulationDocument } from '../library/document.js';
import { say, type Locale } from './locale.js';
import { isWordText } from './openable.js';

/** 整理编号, as an editor may run it when a text is saved. */
export const FIX_NUMBERING = `${CodeActionKind.SourceFixAll}.numbering`;

/** Names of the operations, for people. */
const TITLES: Readonly<Record<OperationName, Message>> = {
  insertArticle: { zh: '在后面插入条', en: 'Insert an article behind' },
  insertParagraph: { zh: '在后面插入款', en: 'Insert a paragraph behind' },
  insertItem: { zh: '在后面插入项', en: 'Insert an item behind' },
  removeProvision: { zh: '删除本条、款、项', en: 'Delete the provision' },
  moveUp: { zh: '上移', en: 'Move up' },
  moveDown: { zh: '下移', en: 'Move down' },
  split: { zh: '在光标处拆分', en: 'Split at the caret' },
  merge: { zh: '与后一条、项合并', en: 'Merge with the next' },
};

/** What 整理编号 says of itself, so that its edit can be made when it is chosen. */
export interface NumberingActionData {
  readonly uri: string;
  readonly renumbers: true;
}

/** Why 整理编号 may be wanted. */
export interface NumberingNeeds {
  /** Whether numbers or citations are known not to be right. */
  readonly isWrong: boolean;
  /** The problems at the caret that it mends. */
  readonly problems: readonly Diagnostic[];
}

/** Whether an action is 整理编号, under whatever kind. */
export function isNumberingAction({ data }: CodeAction): boolean {
  return (data as Partial<NumberingActionData> | undefined)?.renumbers === true;
}

/**
 * The actions that change the structure of a text: 整理编号, and the operations on the provision at the caret, which run
 * as a command, because the caret goes along.
 *
 * @param offset of the caret
 * @param command the command of the server that performs an operation: `[uri, operation, position]`
 */
export function draftingActions(
  document: RegulationDocument,
  offset: number,
  { only }: Pick<CodeActionContext, 'only'>,
  { isWrong, problems }: NumberingNeeds,
  command: string,
  locale: Locale,
): CodeAction[] {
  if (isWordText(document.uri)) return [];
  const actions: CodeAction[] = [];
  const { uri } = document;
  const position = document.rangeOf({ start: offset, end: offset }).start;
  const asks = (kind: CodeActionKind): boolean => !only || only.some((asked) => includes(asked, kind));
  const numbering = (kind: CodeActionKind): CodeAction => {
    const data: NumberingActionData = { uri, renumbers: true };
    return { title: say(locale, { zh: '整理编号', en: 'Renumber' }), kind, data };
  };
  const isFix = problems.length > 0 && asks(CodeActionKind.QuickFix);
  if (isFix) actions.push({ ...numbering(CodeActionKind.QuickFix), diagnostics: [...problems], isPreferred: true });
  if (only ? asks(FIX_NUMBERING) : isWrong && !isFix) actions.push(numbering(FIX_NUMBERING));
  if (!asks(CodeActionKind.RefactorRewrite) || !provisionAt(document, offset, 'article', 'clause')) return actions;
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    // What is refused here is not offered.
    if (isRefusal(OPERATIONS[name](document, offset))) continue;
    const title = say(locale, TITLES[name]);
    const kind = `${CodeActionKind.RefactorRewrite}.${name}`;
    actions.push({ title, kind, command: { title, command, arguments: [uri, name, position] } });
  }
  return actions;
}

/** Whether who asks for a kind asks for another one: kinds are hierarchical. */
function includes(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
