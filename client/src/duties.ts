import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DUTIES, LANGUAGE_ID, type DutiesParams, type DutiesResult } from '../../server/src/protocol';
import { localized, reasonOf } from './l10n';
import { withoutIcons } from './messages';
import { showReport } from './reports';

/** 责任清单: asks whose duties are to be listed, and opens the list. */
export async function showDuties(client: BaseLanguageClient): Promise<void> {
  const chosen = await choose(client);
  if (chosen) await showReport(client, 'duties', chosen.subject);
}

/** 导出责任清单: writes the list as a table for spreadsheets. */
export async function exportDuties(client: BaseLanguageClient): Promise<void> {
  const chosen = await choose(client);
  if (!chosen) return;
  const { uri } = chosen;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/(?:\.law)?\.[^.]*$/, '');
  const folder = uri.scheme === 'untitled' ? undefined : vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const suggested = folder && vscode.Uri.joinPath(folder, `${name}-${localized('duties')}.csv`);
  const target = await vscode.window.showSaveDialog({
    ...(suggested && { defaultUri: suggested }),
    filters: { CSV: ['csv'] },
  });
  if (!target) return;
  try {
    const { csv } = await ask(client, uri, chosen.subject);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(csv));
    void vscode.window.showInformationMessage(localized('dutiesWritten', target.path));
  } catch (error) {
    void vscode.window.showErrorMessage(localized('dutiesNotWritten', target.path, reasonOf(error)));
  }
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

function ask(client: BaseLanguageClient, uri: vscode.Uri, subject?: string): Promise<DutiesResult> {
  const params: DutiesParams = { uri: client.code2ProtocolConverter.asUri(uri), ...(subject && { subject }) };
  return client.sendRequest<DutiesResult>(DUTIES, params);
}
