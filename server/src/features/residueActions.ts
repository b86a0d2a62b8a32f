import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Problem } from '../checks/check.js';
import { FormattedText } from '../drafting/format/formattedText.js';
import type { FormatOptions } from '../drafting/format/options.js';
import { cleaningEdits } from '../drafting/paste/cleaning.js';
import { isBroken } from '../drafting/paste/hardBreaks.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { textEdits } from './formatting.js';
import { say, type Locale } from './locale.js';
import { isWordText } from './openable.js';

/** 清理粘贴残留, as an editor may run it when a text is saved. */
export const FIX_RESIDUE = `${CodeActionKind.SourceFixAll}.residue`;

const TITLE = { zh: '清理粘贴残留', en: 'Clear what pasting has left' };
/** Problems that pasting leaves. */
const LEFT: ReadonlySet<string> = new Set(['text/residue']);

/** What the source action says of itself, so that its edit can be made when it is chosen. */
export interface ResidueActionData {
  readonly uri: string;
  readonly range: Range;
}

/**
 * The action that clears a text of what pasting from Word or a web page leaves in it: as a source action where that is
 * asked for, as a quick fix where the caret is at something of the kind. Of a selection of several lines only these.
 *
 * @param resolves whether the edit of the source action is asked for when it runs: others, that change the text, may run
 *   before it
 */
export function residueActions(
  library: Library,
  document: RegulationDocument,
  problems: readonly Problem[],
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
  options: FormatOptions,
  locale: Locale,
  resolves = false,
): CodeAction[] {
  if (isWordText(document.uri)) return [];
  const title = say(locale, TITLE);
  const isSource = only?.some((asked) => isAsked(asked, FIX_RESIDUE)) === true;
  if (isSource && resolves) {
    const data: ResidueActionData = { uri: document.uri, range };
    return [{ title, kind: FIX_RESIDUE, data }];
  }
  if (!isSource) {
    if (only && !only.some((asked) => isAsked(asked, CodeActionKind.QuickFix))) return [];
    if (!isAtResidue(document, problems, range)) return [];
  }
  const edit = residueEdit(library, document, range, options);
  return edit ? [{ title, kind: isSource ? FIX_RESIDUE : CodeActionKind.QuickFix, edit }] : [];
}

/** The edit of the action; undefined where there is nothing to clear. */
export function residueEdit(
  library: Library,
  document: RegulationDocument,
  range: Range,
  options: FormatOptions,
): WorkspaceEdit | undefined {
  const within =
    range.end.line > range.start.line
      ? { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
      : undefined;
  const edits = cleaningEdits(library, document, options, within);
  return edits.length > 0 ? { changes: { [document.uri]: textEdits(document, edits) } } : undefined;
}

function isAtResidue(document: RegulationDocument, problems: readonly Problem[], range: Range): boolean {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  if (problems.some(({ code, span }) => LEFT.has(code) && span.start <= end && span.end >= start)) return true;
  // Nearly all lines end as sentences do: only of others the text around is looked at.
  const line = document.textDocument.getText({
    start: { line: range.start.line, character: 0 },
    end: { line: range.start.line + 1, character: 0 },
  });
  return /[^。；：\s]\s*$/.test(line) && line.length > 15 && isBroken(new FormattedText(document), start);
}

/** Whether who asks for a kind asks for another one: kinds are hierarchical. */
function isAsked(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
