import { CodeActionKind, type CodeAction, type CodeActionContext, type Range } from 'vscode-languageserver';
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

/**
 * The action that clears a text of what pasting from Word or a web page leaves in it: as a source action where that is
 * asked for, as a quick fix where the caret is at something of the kind. Of a selection of several lines only these.
 */
export function residueActions(
  library: Library,
  document: RegulationDocument,
  problems: readonly Problem[],
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
  options: FormatOptions,
  locale: Locale,
): CodeAction[] {
  if (isWordText(document.uri)) return [];
  const kind = only?.some((asked) => isAsked(asked, FIX_RESIDUE)) ? FIX_RESIDUE : CodeActionKind.QuickFix;
  if (kind === CodeActionKind.QuickFix) {
    if (only && !only.some((asked) => isAsked(asked, kind))) return [];
    if (!isAtResidue(document, problems, range)) return [];
  }
  const within =
    range.end.line > range.start.line
      ? { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
      : undefined;
  const edits = cleaningEdits(library, document, options, within);
  if (edits.length === 0) return [];
  return [{ title: say(locale, TITLE), kind, edit: { changes: { [document.uri]: textEdits(document, edits) } } }];
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
