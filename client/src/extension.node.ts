import {
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import type * as vscode from 'vscode';
import { CLIENT_ID, CLIENT_NAME, startClient, type Exports } from './client';
import { onThisMachine } from './libraryFolders';
import { stopServer } from './serverFailure';

let client: LanguageClient | undefined;

/** The entry of the desktop and of remote hosts: the server is a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const serverOptions: ServerOptions = {
    run: server,
    debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const createClient = (options: LanguageClientOptions): LanguageClient => {
    client = new LanguageClient(CLIENT_ID, CLIENT_NAME, serverOptions, options);
    return client;
  };
  return startClient(context, createClient, onThisMachine);
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  if (client) await stopServer(client);
}
