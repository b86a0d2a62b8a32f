import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { createServer } from './server.js';
import { VERSION } from './version.js';

// tsc checks all files with one library, in which `self` may be any worker.
const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);
createServer(connection, { version: VERSION });
connection.listen();
