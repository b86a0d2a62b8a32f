import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DUTIES,
  EXPORT_DUTIES,
  fromBase64,
  LANGUAGE_ID,
  type DutiesParams,
  type DutiesResult,
  type ExportDutiesParams,
  type ExportDutiesResult,
} from '../../server/src/protocol';
import { exportSettings, placeBeside } from './exportSettings';
import { offerToOpen } from './exportWord';
import { localized, reasonOf } from './l10n';
import { withoutIcons } from './messages';
import type { Reports } from './reports/reports';
import { nameOf } from './nameOf';

/** 责任清单: asks whose duties are to be listed, and opens the list. */
export async function showDuties(client: BaseLanguageClient, reports: Reports): Promise<void> {
  const chosen = await choose(client);
  if (chosen) await reports.show('duties', chosen.subject);
}

/**
 * 导出责任清单: writes the list of the text in the active editor as a table, in Word or for spreadsheets.
 *
 * @param target where it is written, in the format of its extension; without it people are asked where, and whose duties
 */
export async function exportDuties(client: BaseLanguageClient, target: unknown, subject: unknown): Promise<void> {
  const asked = target instanceof vscode.Uri ? undefined : await choose(client);
  const document = vscode.window.activeTextEditor?.document;
  if (!document || (!asked && !(target instanceof vscode.Uri))) return;
  const chosen = asked ?? { uri: document.uri, ...(typeof subject === 'string' && { subject }) };
  const file =
    target instanceof vscode.Uri ? target : await askForTarget(await vscode.workspace.openTextDocument(chosen.uri));
  if (!file) return;
  const name = nameOf(file);
  try {
    const text = await vscode.workspace.openTextDocument(chosen.uri);
    const params: ExportDutiesParams = {
      uri: client.code2ProtocolConverter.asUri(chosen.uri),
      ...(chosen.subject !== undefined && { subject: chosen.subject }),
      format: formatOf(name),
      options: exportSettings(text),
    };
    const { content } = await client.sendRequest<ExportDutiesResult>(EXPORT_DUTIES, params);
    await vscode.workspace.fs.writeFile(file, fromBase64(content));
  } catch (error) {
    void vscode.window.showErrorMessage(localized('dutiesNotWritten', file.path, reasonOf(error)));
    return;
  }
  void offerToOpen(file, name);
}

function askForTarget(text: vscode.TextDocument): Thenable<vscode.Uri | undefined> {
  const defaultUri = placeBeside(text, (name) => `${name}-${localized('duties')}.docx`);
  return vscode.window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { [localized('wordDocuments')]: ['docx'], CSV: ['csv'] },
  });
}

/** @throws where a file of that name is of neither format */
function formatOf(name: string): ExportDutiesParams['format'] {
  const format = /\.(csv|docx)$/i.exec(name)?.[1]?.toLowerCase();
  if (format === 'csv' || format === 'docx') return format;
  throw new Error(localized('dutiesFormats'));
}

async function choose(client: BaseLanguageClient): Promise<{ uri: vscode.Uri; subject?: string } | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE_ID) {
    void vscode.window.showInformationMessage(localized('nothingToList'));
    return undefined;
  }
  const { uri } = document;
  const { subjects } = await ask(client, uri);
  const all = { label: localized('allSubjects'), description: '', subject: '' };
  const items = subjects.map(({ name, count }) => ({
    label: withoutIcons(name),
    description: String(count),
    subject: name,
  }));
  const picked = await vscode.window.showQuickPick([all, ...items], { placeHolder: localized('whoseDuties') });
  if (!picked) return undefined;
  return picked.subject === '' ? { uri } : { uri, subject: picked.subject };
}

function ask(client: BaseLanguageClient, uri: vscode.Uri): Promise<DutiesResult> {
  const params: DutiesParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  return client.sendRequest<DutiesResult>(DUTIES, params);
}
