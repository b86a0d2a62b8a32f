import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startLanguageServer } from './cli/languageServer.js';

// The client chose the way to talk by an argument: --node-ipc, --stdio, --socket or --pipe.
startLanguageServer(createConnection(ProposedFeatures.all));
