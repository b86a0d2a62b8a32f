import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startLanguageServer } from './cli/languageServer.js';
import { runIndexing } from './library/node/indexWorker.js';

// In a thread that was started for indexing there is no client.
if (!runIndexing()) {
  // The client chose the way to talk by an argument: --node-ipc, --stdio, --socket or --pipe.
  startLanguageServer(createConnection(ProposedFeatures.all));
}
