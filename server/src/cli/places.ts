import type { Position } from 'vscode-languageserver';

/** A place as compilers write it: `file:line:column`, counted from 1, columns in UTF-16 units. */
export function placeText(file: string, { line, character }: Position): string {
  return `${file}:${line + 1}:${character + 1}`;
}
