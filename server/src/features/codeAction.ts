import { CodeActionKind, type CodeAction, type CodeActionContext, type Range } from 'vscode-languageserver';
import type { Fix, Problem } from '../checks/check.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { diagnosticOf, type DiagnosticOptions } from './diagnostics.js';
import { say } from './locale.js';
import { isWordText } from './openable.js';

/**
 * The quick fixes of the problems that a range touches; none in the text of a Word document, which can't be edited.
 *
 * @param problems those of this version of the document
 * @param context its `only` may ask for kinds of actions that are none of these
 */
export function codeActions(
  library: Library,
  document: RegulationDocument,
  problems: readonly Problem[],
  range: Range,
  context: Pick<CodeActionContext, 'only'>,
  options: DiagnosticOptions,
): CodeAction[] {
  if (isWordText(document.uri) || (context.only && !context.only.some(includesQuickFix))) return [];
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return problems
    .filter(({ span }) => span.start <= end && span.end >= start)
    .flatMap((problem) => {
      const fixes = problem.fixes ?? [];
      return fixes.map((fix) => actionOf(library, document, problem, fix, fixes.length === 1, options));
    });
}

/** Kinds are hierarchical: who asks for the empty kind asks for all. */
function includesQuickFix(kind: CodeActionKind): boolean {
  return kind === '' || kind === CodeActionKind.QuickFix;
}

function actionOf(
  library: Library,
  document: RegulationDocument,
  problem: Problem,
  fix: Fix,
  isOnly: boolean,
  options: DiagnosticOptions,
): CodeAction {
  const edits = fix.edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
  return {
    title: say(options.locale, fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(library, document, problem, options)],
    ...(isOnly && { isPreferred: true }),
    edit: { changes: { [document.uri]: edits } },
  };
}
