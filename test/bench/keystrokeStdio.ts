import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver';
import { WorkDoneProgress, WorkDoneProgressCreateRequest, type ProtocolConnection } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/protocol';
import { Client } from '../server/client';
import { roundsIn, type Edit } from './edits';
import { copyLaws, COPY_COUNT, largestLaw, type BenchLaw } from './laws';
import type { Bench } from './part';
import type { Report } from './report';
import { RemoteEditor, type RoundTrip } from './remoteEditor';
import { samplesOf } from './samples';
import { withTemporaryFolder } from './temporaryFolder';
import { distributionOf, warmedUp } from './timing';

const CAPABILITIES: ClientCapabilities = {
  window: { workDoneProgress: true },
  textDocument: {
    synchronization: {},
    diagnostic: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    semanticTokens: {
      requests: { full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

/** How often the server is started, each time without an index. */
const INDEXING_STARTS = 2;
/** Milliseconds between two edits while it reads; nobody types faster. */
const PAUSE = 20;
/** An answer of the server takes longer than the mere work, so fewer edits are made than in process. */
const SHARE = 0.3;

/** An edit of the largest law by an editor in front of the built server: from sending it to the last answer. */
export async function keystrokeStdio({ folder, storage, report }: Bench): Promise<void> {
  const law = largestLaw(folder);
  await quietTable(report, 'keystroke over stdio, no library, ms', law, { storage });
  await quietTable(report, 'keystroke over stdio, all laws loaded, ms', law, { storage, folder });
  await withTemporaryFolder((temporary) => indexingTable(report, law, folder, temporary));
}

/** Edits of every kind while the server has nothing else to do. */
async function quietTable(report: Report, title: string, law: BenchLaw, library: LibraryOptions): Promise<void> {
  const { client, editor, loaded } = await start(law, library);
  await loaded;
  const samples = await samplesOf(
    roundsIn(law.text),
    ({ kind }) => kind,
    (edit) => editor.apply(edit),
    SHARE,
  );
  await client.stop();
  report.table(title, ['p50', 'p99', 'max', 'server', 'p99']);
  for (const [name, trips] of samples) {
    const server = distributionOf(warmedUp(trips).map((trip) => trip.serverTime ?? Number.NaN));
    const goal = Number.isNaN(server.p99) ? undefined : { value: server.p99, limit: 5 };
    report.row(name, [...wallCells(warmedUp(trips)), server.p50.toFixed(2), server.p99.toFixed(2)], goal);
  }
  report.note('server: p50 and p99 of the time of the server’s thread, known on Linux only');
}

/** Typing in the middle while the server reads a library of ten times the laws for the first time. */
async function indexingTable(report: Report, law: BenchLaw, folder: string, temporary: string): Promise<void> {
  const typing = roundsIn(law.text).find(({ place }) => place === 'middle')?.edits ?? [];
  // The laws once are read too fast for enough edits.
  const copies = path.join(temporary, 'copies');
  copyLaws(folder, copies);
  const trips: RoundTrip[] = [];
  for (let starts = 0; starts < INDEXING_STARTS; starts++) {
    const { client, editor, loaded } = await start(law, {
      storage: path.join(temporary, `${starts}.index`),
      folder: copies,
    });
    const state = { isLoading: true };
    void loaded.then(() => (state.isLoading = false));
    // Typing that was begun is taken back.
    for (let index = 0; state.isLoading; index = (index + 1) % typing.length) {
      const trip = await editor.apply(typing[index] as Edit);
      if (state.isLoading) trips.push(trip);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    await client.stop();
  }
  report.table(`… while ${COPY_COUNT} × the laws are indexed, ms`, ['p50', 'p99', 'max']);
  // A server that has just started is compiling itself: what is asked is whether the reading keeps the typing waiting.
  const warm = warmedUp(trips);
  const { p99 } = distributionOf(warm.map(({ wall }) => wall));
  report.row(`a character (${warm.length} of them)`, wallCells(warm), { value: p99, limit: 20 });
}

function wallCells(trips: readonly RoundTrip[]): string[] {
  const { p50, p99, max } = distributionOf(trips.map(({ wall }) => wall));
  return [p50, p99, max].map((time) => time.toFixed(2));
}

interface LibraryOptions {
  /** Path of the folder for the index. */
  readonly storage: string;
  /** The folder of the library's laws, if it has any. */
  readonly folder?: string;
}

interface Started {
  readonly client: Client;
  readonly editor: RemoteEditor;
  /** Resolves when the server has read its library. */
  readonly loaded: Promise<void>;
}

/** Starts a server and opens a law. */
async function start(law: BenchLaw, { storage, folder }: LibraryOptions): Promise<Started> {
  let end = (): void => undefined;
  const loaded = new Promise<void>((resolve) => (end = resolve));
  const prepare = (connection: ProtocolConnection): void => {
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        if (kind === 'end') end();
      });
    });
  };
  const client = await Client.start({
    capabilities: CAPABILITIES,
    args: folder === undefined ? [] : ['--library', folder],
    initializationOptions: { storageUri: pathToFileURL(storage).href } satisfies InitializationOptions,
    prepare,
  });
  const editor = await RemoteEditor.open(client, law);
  return { client, editor, loaded };
}
