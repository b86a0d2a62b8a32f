import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGE_ID, SHOW_REFERENCES } from '../../server/src/protocol';
import { CORPUS_URIS } from './corpusFileSystem';
import { draftingCommands } from './drafting';
import { exportDuties, showDuties } from './duties';
import { localized } from './l10n';
import { openProvision } from './openProvision';
import { OPEN_PROVISION } from './provisionLinks';
import type { Reports } from './reports/reports';
import { exportWord } from './exportWord';
import { importWord } from './importWord';
import { newRegulation } from './newRegulation';
import { restartServer } from './serverFailure';
import { showReferences } from './showReferences';

/** Registers the commands of the manifest, and those that links and code lenses run. */
export function registerCommands(client: BaseLanguageClient, reports: Reports): vscode.Disposable {
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    'tiaowen.openCorpus': openCorpus,
    'tiaowen.newRegulation': newRegulation,
    'tiaowen.treatAsRegulation': treatAsRegulation,
    'tiaowen.restartServer': () => restartServer(client),
    'tiaowen.showOutput': () => client.outputChannel.show(),
    ...draftingCommands(client),
    'tiaowen.importWord': (file, files) => importWord(client, file, files),
    'tiaowen.exportWord': (text, target) => exportWord(client, text, target),
    'tiaowen.reportLiability': () => reports.show('liability'),
    'tiaowen.reportDelegations': () => reports.show('delegations'),
    'tiaowen.reportCoverage': () => reports.show('coverage'),
    'tiaowen.reportDuties': () => showDuties(client, reports),
    'tiaowen.reportSource': () => reports.showSource(),
    'tiaowen.exportDuties': (target, subject) => exportDuties(client, target, subject),
    [OPEN_PROVISION]: openProvision,
    [SHOW_REFERENCES]: (...args) => showReferences(client, args),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, command]) => vscode.commands.registerCommand(id, command)),
  );
}

async function openCorpus(): Promise<void> {
  for (const uri of CORPUS_URIS) await vscode.window.showTextDocument(uri, { preview: false });
}

async function treatAsRegulation(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  else void vscode.window.showInformationMessage(localized('nothingToTreat'));
}
