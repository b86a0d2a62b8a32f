import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic } from 'vscode-languageserver';
import type { Message, Problem } from '../checks/check.js';
import { moved } from '../checks/citation/moved.js';
import { duplicate } from '../checks/numbering/duplicate.js';
import { gap } from '../checks/numbering/gap.js';
import { order } from '../checks/numbering/order.js';
import { CHARACTER_OF_UNIT } from '../citations/coordinates.js';
import { unitOf } from '../citations/provisions.js';
import { OPERATIONS, type OperationName } from '../drafting/operations/operations.js';
import { isRefusal, provisionAt } from '../drafting/operations/operation.js';
import { provisionToMove } from '../drafting/operations/remove.js';
import type { RegulationDocument } from '../library/document.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { say, type Locale } from './locale.js';
import { isWordText } from './openable.js';

/** 整理编号, as an editor may run it when a text is saved. */
export const FIX_NUMBERING = `${CodeActionKind.SourceFixAll}.numbering`;

/** What an operation does to the provision at an offset, in words. */
const TITLES: Readonly<Record<OperationName, (document: RegulationDocument, offset: number) => Message>> = {
  insertArticle: () => ({ zh: '在本条后插入一条', en: 'Insert an article behind this one' }),
  insertParagraph: () => ({ zh: '在本款后插入一款', en: 'Insert a paragraph behind this one' }),
  insertItem: (document, offset) =>
    provisionAt(document, offset, 'item')
      ? { zh: '在本项后插入一项', en: 'Insert an item behind this one' }
      : { zh: '在本款中插入一项', en: 'Insert an item into this paragraph' },
  removeProvision: (document, offset) => {
    const { zh, en } = nameOfKind(provisionToMove(document, offset));
    return { zh: `删除本${zh}`, en: `Delete this ${en}` };
  },
  moveUp: (document, offset) => {
    const { zh, en } = nameOfKind(provisionToMove(document, offset));
    return { zh: `上移本${zh}`, en: `Move this ${en} up` };
  },
  moveDown: (document, offset) => {
    const { zh, en } = nameOfKind(provisionToMove(document, offset));
    return { zh: `下移本${zh}`, en: `Move this ${en} down` };
  },
  split: () => ({ zh: '在光标处拆分', en: 'Split at the caret' }),
  merge: (document, offset) => {
    const { zh, en } = nameOfKind(provisionAt(document, offset, 'item') ?? provisionAt(document, offset, 'article'));
    return { zh: `与后一${zh}合并`, en: `Merge with the next ${en}` };
  },
};

/** 条 of an article, 款, 项, 目. */
function nameOfKind(node: SyntaxNode | undefined): Message {
  const unit = (node && unitOf(node)) ?? 'article';
  return { zh: CHARACTER_OF_UNIT[unit], en: unit };
}

/** The problems that 整理编号 mends. */
const MENDED: ReadonlySet<string> = new Set([moved, duplicate, gap, order].map(({ code }) => code));

/** What 整理编号 says of itself, so that its edit can be made when it is chosen. */
export interface NumberingActionData {
  readonly uri: string;
}

/** Why 整理编号 may be wanted. */
export interface NumberingNeeds {
  /** Whether numbers or citations are known not to be right. */
  readonly isWrong: boolean;
  /** The problems at the caret that it mends. */
  readonly problems: readonly Diagnostic[];
}

/** Whether 整理编号 mends a problem. */
export function isMendedByNumbering({ code }: Problem): boolean {
  return MENDED.has(code);
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
  const title = say(locale, { zh: '整理编号', en: 'Renumber' });
  const isFix = problems.length > 0 && asks(CodeActionKind.QuickFix);
  if (isFix) {
    const isPreferred = problems.some((problem) => problem.code === moved.code);
    // As a command it can say what is left to be decided.
    const run = { title, command, arguments: [uri, 'renumber'] };
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [...problems],
      ...(isPreferred && { isPreferred }),
      command: run,
    });
  }
  if (only ? asks(FIX_NUMBERING) : isWrong && !isFix) {
    const data: NumberingActionData = { uri };
    actions.push({ title, kind: FIX_NUMBERING, data });
  }
  if (!asks(CodeActionKind.RefactorRewrite) || !provisionAt(document, offset, 'article', 'clause')) return actions;
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    // What is refused here is not offered.
    if (isRefusal(OPERATIONS[name](document, offset))) continue;
    const named = say(locale, TITLES[name](document, offset));
    const kind = `${CodeActionKind.RefactorRewrite}.${name}`;
    actions.push({ title: named, kind, command: { title: named, command, arguments: [uri, name, position] } });
  }
  return actions;
}

/** Whether who asks for a kind asks for another one: kinds are hierarchical. */
function includes(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
