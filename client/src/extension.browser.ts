import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import * as vscode from 'vscode';
import { CONVERTER_CODE, type ConverterCodeResult } from '../../server/src/protocol';
import { CLIENT_ID, CLIENT_NAME, startClient, type Exports } from './client';
import { besideWorkspace } from './libraryFolders';
import { stopServer } from './serverFailure';

let client: LanguageClient | undefined;
let server: { readonly worker: Worker; readonly url: string } | undefined;

/** The entry of the browser: the server runs in a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js');
  const createClient = (options: LanguageClientOptions): LanguageClient => {
    client = new LanguageClient(CLIENT_ID, CLIENT_NAME, () => startWorker(file), options);
    const converter = vscode.Uri.joinPath(context.extensionUri, 'dist', 'convert.js');
    client.onRequest(CONVERTER_CODE, async (): Promise<ConverterCodeResult> => ({ code: await codeOf(converter) }));
    return client;
  };
  return startClient(context, createClient, besideWorkspace);
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  if (client) await stopServer(client);
  endWorker();
}

/**
 * The code of a script. It is read as any file is, and not loaded by its address, because the extension may lie on a
 * remote host, where VS Code loads no workers from.
 */
async function codeOf(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

/** Starts the server in a new worker. */
async function startWorker(file: vscode.Uri): Promise<MessageTransports> {
  const code = await codeOf(file);
  endWorker();
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: CLIENT_NAME });
  worker.addEventListener('error', (event) => client?.error(event.message, undefined, false));
  server = { worker, url };
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Ends the worker, which outlives the server in it. */
function endWorker(): void {
  if (server === undefined) return;
  server.worker.terminate();
  URL.revokeObjectURL(server.url);
  server = undefined;
}
