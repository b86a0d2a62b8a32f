import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  EXPORT_WORD,
  fromBase64,
  LANGUAGE_ID,
  type ExportWordParams,
  type ExportWordResult,
} from '../../server/src/protocol';
import { exportSettings, placeBeside } from './exportSettings';
import { localized, reasonOf } from './l10n';
import { nameOf } from './nameOf';

/**
 * Writes a regulation text as a Word document, and offers to open it.
 *
 * @param text its URI; without it, the text in the active editor
 * @param target where it is written; without it people are asked
 */
export async function exportWord(client: BaseLanguageClient, text: unknown, target: unknown): Promise<void> {
  const document = await documentOf(text);
  if (document?.languageId !== LANGUAGE_ID) {
    void vscode.window.showInformationMessage(localized('nothingToExport'));
    return;
  }
  const file = target instanceof vscode.Uri ? target : await askForTarget(document);
  if (!file) return;
  const name = nameOf(file);
  try {
    const params: ExportWordParams = {
      text: document.getText(),
      isMarkdown: document.uri.path.toLowerCase().endsWith('.md'),
      options: exportSettings(document),
    };
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: localized('exporting', name) },
      async () => {
        const { content } = await client.sendRequest<ExportWordResult>(EXPORT_WORD, params);
        await vscode.workspace.fs.writeFile(file, fromBase64(content));
      },
    );
  } catch (error) {
    void vscode.window.showErrorMessage(localized('exportFails', name, reasonOf(error)));
    return;
  }
  void offerToOpen(file, name);
}

async function documentOf(text: unknown): Promise<vscode.TextDocument | undefined> {
  if (text instanceof vscode.Uri) return vscode.workspace.openTextDocument(text);
  return vscode.window.activeTextEditor?.document;
}

function askForTarget(text: vscode.TextDocument): Thenable<vscode.Uri | undefined> {
  const defaultUri = placeBeside(text, (name) => `${name}.docx`);
  return vscode.window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { [localized('wordDocuments')]: ['docx'] },
  });
}

/** The editor itself opens no Word documents: the system does, where the file is on the machine of the reader. */
export async function offerToOpen(file: vscode.Uri, name: string): Promise<void> {
  const isHere = file.scheme === 'file' && vscode.env.remoteName === undefined;
  const open = localized('open');
  const choice = await vscode.window.showInformationMessage(localized('exported', name), ...(isHere ? [open] : []));
  if (choice === open) await vscode.env.openExternal(file);
}
