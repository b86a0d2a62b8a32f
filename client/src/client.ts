import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import {
  DOCUMENT_STATUS,
  LANGUAGE_ID,
  type DocumentStatusParams,
  type InitializationOptions,
} from '../../server/src/protocol';
import { registerCitationMap } from './citationMap/citationMaps';
import { registerCommands } from './commands';
import { CORPUS_ROOT, registerCorpus } from './corpusFileSystem';
import { serveFiles } from './fileAccess';
import { hoverMiddleware } from './hover';
import { folderSettings, type FolderOfPath } from './libraryFolders';
import { LibraryChanges } from './libraryChanges';
import { Reports } from './reports/reports';
import { registerPreview } from './preview/previews';
import { ServerFailure, startServer } from './serverFailure';
import { StatusBar } from './statusBar';
import { Views } from './views/views';
import { registerWordEditor } from './wordEditor';
import { registerWordDrop } from './wordDrop';
import { registerWordTexts } from './wordTexts';

/** Also the section of the settings, where the client looks for `trace.server`. */
export const CLIENT_ID = 'tiaowen';
/** The name of the output channel, and what messages of the language client begin with. */
export const CLIENT_NAME = '条文';

/** What the extension gives to others: tests look into its views and reports. */
export interface Exports {
  readonly views: Views;
  readonly reports: Reports;
}

/**
 * Wires the extension: the bundled corpus, the commands, the status bar, and the client with its server.
 *
 * @param createClient makes the client of this host: with a server process, or with a server in a worker
 * @param folderOfPath what a path in the settings names in this host
 * @returns when the server runs, or could not be started, which has then been said: the bundled regulation opens and
 * the command that restarts the server is there all the same
 */
export async function startClient(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  folderOfPath: FolderOfPath,
): Promise<Exports> {
  const statusBar = new StatusBar();
  const outputChannel = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const client: BaseLanguageClient = createClient({
    ...clientOptions(context),
    middleware: { ...hoverMiddleware, workspace: folderSettings(folderOfPath) },
    outputChannel,
    errorHandler: new ServerFailure(() => client),
  });
  client.onNotification(DOCUMENT_STATUS, (status: DocumentStatusParams) => statusBar.update(status));
  serveFiles(client, folderOfPath);
  const library = new LibraryChanges(client);
  const views = new Views(client, library);
  const reports = new Reports(client);
  context.subscriptions.push(
    outputChannel,
    statusBar,
    library,
    views,
    registerCorpus(),
    registerWordTexts(client),
    registerWordEditor(),
    registerCommands(client, reports),
    registerWordDrop(client),
    registerPreview(client, library, context.extensionUri),
    registerCitationMap(client, library, views.editor, context.extensionUri),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) statusBar.clear();
    }),
  );
  await startServer(client);
  return { views, reports };
}

function clientOptions(context: vscode.ExtensionContext): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    corpusUri: CORPUS_ROOT.toString(),
    fileAccess: true,
    editorCommands: true,
    pagesUri: vscode.Uri.joinPath(context.extensionUri, 'docs', 'checks').toString(),
    storageUri: context.globalStorageUri.toString(),
    wordTexts: true,
    libraryChanges: true,
  };
  return {
    // Without a scheme: drafts that are not saved yet, virtual workspaces and the corpus are served like files.
    documentSelector: [{ language: LANGUAGE_ID }],
    initializationOptions,
    synchronize: { configurationSection: CLIENT_ID },
    // The server says when an edit concerns another document than the edited one.
    diagnosticPullOptions: { onChange: true, onFocus: true },
  };
}
