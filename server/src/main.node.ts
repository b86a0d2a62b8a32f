import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startLanguageServer } from './cli/languageServer.js';

/** Serves the client that started this process. It chose the way to talk by an argument: --node-ipc, --stdio and others. */
export function serveInProcess(): void {
  startLanguageServer(createConnection(ProposedFeatures.all));
}
