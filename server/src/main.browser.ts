import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
  type Connection,
} from 'vscode-languageserver/browser';
import type { Converter } from './convert/formats.js';
import { CONVERTER_CODE, type ConverterCodeResult } from './protocol.js';
import { createServer } from './server.js';
import { VERSION } from './version.js';

/** Serves the client that started this worker. */
export function serveInWorker(): void {
  // tsc checks all files with one library, in which `self` may be any worker.
  const worker = self as unknown as DedicatedWorkerGlobalScope;
  let converter: Promise<Converter> | undefined;
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  createServer(connection, { version: VERSION, converter: () => (converter ??= loadConverter(worker, connection)) });
  connection.listen();
}

/**
 * Loads the formats. The worker need not have an address that a script lies beside, so the client gives the code; one
 * that does not has put the script there.
 */
async function loadConverter(worker: DedicatedWorkerGlobalScope, connection: Connection): Promise<Converter> {
  const global = worker as typeof worker & { tiaowenConvert?: Converter } & Pick<WorkerGlobalScope, 'importScripts'>;
  const url = await connection.sendRequest<ConverterCodeResult>(CONVERTER_CODE).then(
    ({ code }) => URL.createObjectURL(new Blob([code], { type: 'text/javascript' })),
    () => new URL('convert.js', worker.location.href).href,
  );
  global.importScripts(url);
  URL.revokeObjectURL(url);
  if (!global.tiaowenConvert) throw new Error(url);
  return global.tiaowenConvert;
}
