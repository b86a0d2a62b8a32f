import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { untilPassesOn } from './until';

/** A problem as a test writes it: code, severity, and the text it is reported at. */
export type Problem = [code: string, severity: keyof typeof vscode.DiagnosticSeverity, text: string];

/** The slips in the last article of the draft. */
export const GAP: Problem = ['numbering/gap', 'Error', '第一十五条'];
export const NON_CANONICAL: Problem = ['numbering/non-canonical', 'Error', '第一十五条'];
export const NOTHING_BEFORE: Problem = ['citation/nothing-before', 'Error', '前款'];
export const DANGLING: Problem = ['citation/dangling', 'Error', '第八十条'];
export const SLIPS: readonly Problem[] = [GAP, NON_CANONICAL, NOTHING_BEFORE, DANGLING];

/** The diagnostics of a document in text order. */
export function diagnosticsOf({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return [...vscode.languages.getDiagnostics(uri)].sort(
    (a, b) => a.range.start.compareTo(b.range.start) || codeOf(a).localeCompare(codeOf(b)),
  );
}

/** `numbering/gap`, with or without a link to what is said of it. */
export function codeOf({ code = '' }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a document has these problems and no others. */
export async function untilProblems(document: vscode.TextDocument, expected: readonly Problem[]): Promise<void> {
  await untilPassesOn(vscode.languages.onDidChangeDiagnostics, () => {
    const problems = diagnosticsOf(document).map((diagnostic) => [
      codeOf(diagnostic),
      vscode.DiagnosticSeverity[diagnostic.severity],
      document.getText(diagnostic.range),
    ]);
    assert.deepEqual(problems, expected);
  });
}
