import * as vscode from 'vscode';
import { ExecuteCommandRequest, type BaseLanguageClient } from 'vscode-languageclient';
import { DRAFT, LANGUAGE_ID, type DraftOperation } from '../../server/src/protocol';
import { localized } from './l10n';

/** The operations, each of which is a command of the manifest: tiaowen.renumber. */
const OPERATIONS: readonly DraftOperation[] = [
  'renumber',
  'insertArticle',
  'insertParagraph',
  'insertItem',
  'removeProvision',
  'moveUp',
  'moveDown',
  'split',
  'merge',
];

/** The commands that change the structure of the text in the active editor, at its caret; the server performs them. */
export function draftingCommands(client: BaseLanguageClient): Record<string, () => Promise<void>> {
  return Object.fromEntries(OPERATIONS.map((operation) => [`tiaowen.${operation}`, () => draft(client, operation)]));
}

async function draft(client: BaseLanguageClient, operation: DraftOperation): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE_ID) {
    void vscode.window.showInformationMessage(localized('nothingToDraft'));
    return;
  }
  const { document, selection } = editor;
  const { code2ProtocolConverter: converter } = client;
  const place = operation === 'renumber' ? converter.asRange(selection) : converter.asPosition(selection.active);
  await client.sendRequest(ExecuteCommandRequest.type, {
    command: DRAFT,
    arguments: [converter.asUri(document.uri), operation, place],
  });
}
