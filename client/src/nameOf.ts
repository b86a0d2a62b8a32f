import type { Uri } from 'vscode';

/** The name of a file, as people are told of it. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
