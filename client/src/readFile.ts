import * as vscode from 'vscode';
import { MAX_FILE_BYTES } from '../../server/src/protocol';
import { localized } from './l10n';

/**
 * The bytes of a file that the server is to read.
 *
 * @throws Error where it is larger than what the server reads, which is told before it is all in memory
 */
export async function readFile(file: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > MAX_FILE_BYTES) throw new Error(localized('fileTooLarge', MAX_FILE_BYTES / 1024 / 1024));
  return vscode.workspace.fs.readFile(file);
}
