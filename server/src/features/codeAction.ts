import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fix, Message, Problem } from '../checks/check.js';
import { commentFor } from '../checks/comments.js';
import { withSuppression } from '../checks/folderConfig.js';
import { CHECKS } from '../checks/registry.js';
import { articleAt, type Suppression } from '../checks/suppressions.js';
import type { RegulationDocument } from '../library/document.js';
import { fileName, isMarkdownFile } from '../library/files.js';
import type { Library } from '../library/library.js';
import { diagnosticOf, type DiagnosticOptions } from './diagnostics.js';
import { say } from './locale.js';
import { isWordText } from './openable.js';

/** All fixes at once that change no meaning: on saving, where an editor is told to. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.tiaowen`;

/** The file in which a document's suppressions stand; it need not be there yet, then it has no text. */
export interface SuppressionFile {
  readonly uri: string;
  readonly text: string | undefined;
}

/**
 * The quick fixes of the problems that a range touches, and the ways not to have them reported any more; where source
 * actions are asked for, one that applies all safe fixes of the document. None in the text of a Word document, which
 * can't be edited.
 *
 * @param problems those of this version of the document
 * @param context its `only` may ask for kinds of actions that are none of these
 * @param suppressionFile absent where the client can't edit it
 */
export function codeActions(
  library: Library,
  document: RegulationDocument,
  problems: readonly Problem[],
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
  options: DiagnosticOptions,
  suppressionFile?: SuppressionFile,
): CodeAction[] {
  if (isWordText(document.uri)) return [];
  const all = only?.some((kind) => includes(kind, FIX_ALL)) ? fixAll(document, problems, options) : [];
  if (only && !only.some((kind) => includes(kind, CodeActionKind.QuickFix))) return all;
  const touched = problemsAt(document, problems, range);
  const fixes = touched.flatMap((problem) => {
    const own = problem.fixes ?? [];
    return own.map((fix) => actionOf(library, document, problem, fix, own.length === 1, options));
  });
  const suppressible = touched.filter(({ code }) => !PASSING.has(code));
  const suppressing = suppressible.flatMap((problem) => [
    ...(suppressionFile ? suppressionsOf(library, document, problem, suppressionFile, options) : []),
    ...(isMarkdownFile(document.uri) ? [commentAbove(library, document, problem, options)] : []),
  ]);
  return [...all, ...fixes, ...suppressing];
}

/** The problems that a range touches. */
export function problemsAt(document: RegulationDocument, problems: readonly Problem[], range: Range): Problem[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return problems.filter(({ span }) => span.start <= end && span.end >= start);
}

/** Kinds are hierarchical: who asks for `source` asks for `source.fixAll` too, and who for the empty one, for all. */
function includes(asked: CodeActionKind, kind: CodeActionKind): boolean {
  return asked === '' || asked === kind || kind.startsWith(`${asked}.`);
}

const SAFE: ReadonlySet<string> = new Set(CHECKS.filter(({ hasSafeFixes }) => hasSafeFixes).map(({ code }) => code));

const PASSING: ReadonlySet<string> = new Set(CHECKS.filter(({ passes }) => passes).map(({ code }) => code));

/** The edits of all safe fixes; of two that overlap, the first. */
export function safeEdits(problems: readonly Problem[]): Fix['edits'] {
  const edits = problems
    .filter(({ code }) => SAFE.has(code))
    .flatMap(({ fixes = [] }) => (fixes.length === 1 ? (fixes[0]?.edits ?? []) : []))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = -1;
  return edits.filter(({ span }) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
}

function fixAll(
  document: RegulationDocument,
  problems: readonly Problem[],
  { locale }: DiagnosticOptions,
): CodeAction[] {
  const edits = safeEdits(problems).map(({ span, newText }): TextEdit => ({ range: document.rangeOf(span), newText }));
  if (edits.length === 0) return [];
  const title: Message = { zh: '修复所有可以放心修复的问题', en: 'Fix all problems that can be fixed safely' };
  return [{ title: say(locale, title), kind: FIX_ALL, edit: { changes: { [document.uri]: edits } } }];
}

/** Not to have a problem reported at its place, nor any of its kind in its document. */
function suppressionsOf(
  library: Library,
  document: RegulationDocument,
  problem: Problem,
  file: SuppressionFile,
  options: DiagnosticOptions,
): CodeAction[] {
  const { code, span } = problem;
  const name = fileName(document.uri);
  const article = articleAt(document, span);
  const text = document.characters.slice(span.start, span.end).trim();
  const here: Suppression = { code, file: name, ...(article !== undefined && { article }), text };
  const choices: readonly (readonly [Message, Suppression])[] = [
    [{ zh: `此处不再报告 ${code}`, en: `Do not report ${code} here` }, here],
    [
      { zh: `本文件不再报告 ${code}`, en: `Do not report ${code} in this file` },
      { code, file: name },
    ],
  ];
  return choices.flatMap(([title, suppression]) => {
    const edit = suppressingEdit(file, suppression);
    const diagnostics = [diagnosticOf(library, document, problem, options)];
    return edit ? [{ title: say(options.locale, title), kind: CodeActionKind.QuickFix, diagnostics, edit }] : [];
  });
}

/** Not to have a problem reported by a comment in the text itself, where that is Markdown. */
function commentAbove(
  library: Library,
  document: RegulationDocument,
  problem: Problem,
  options: DiagnosticOptions,
): CodeAction {
  const { at, newText } = commentFor(document, problem.code, problem.span);
  const title: Message = {
    zh: `用注释注明此处不再报告 ${problem.code}`,
    en: `Do not report ${problem.code} here, by a comment`,
  };
  return {
    title: say(options.locale, title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(library, document, problem, options)],
    edit: { changes: { [document.uri]: [{ range: document.rangeOf({ start: at, end: at }), newText }] } },
  };
}

/** Undefined where the file has something else in it, which has been said where it was read. */
function suppressingEdit({ uri, text }: SuppressionFile, suppression: Suppression): WorkspaceEdit | undefined {
  const newText = withSuppression(text, suppression);
  if (newText === undefined) return undefined;
  const lines = (text ?? '').split('\n');
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range: Range = { start: { line: 0, character: 0 }, end };
  const edit = {
    textDocument: { uri, version: null },
    edits: [{ range, newText }],
  };
  return {
    documentChanges: text === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit] : [edit],
  };
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
