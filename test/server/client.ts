import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  InlayHintRefreshRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
} from 'vscode-languageserver/node';
import { DOCUMENT_STATUS, type DocumentStatusParams } from '../../server/src/protocol.js';
import { CLI } from '../cli/commandLine.js';
import { Events, eventually } from './eventually.js';

/** How a client introduces itself; a plain one says nothing. */
export interface ClientOptions {
  capabilities?: ClientCapabilities;
  /** Paths of the workspace's folders. */
  folders?: readonly string[];
  initializationOptions?: object;
  locale?: string;
  /** What the client answers for the section `tiaowen`, where it can be asked. */
  settings?: object;
  /** Beside `lsp --stdio`. */
  args?: readonly string[];
  /** Beside that of the tests. */
  environment?: Readonly<Record<string, string>>;
  /** Is called before the server hears of the client, to answer what it will ask. */
  prepare?: (connection: ProtocolConnection) => void;
}

/** An editor in front of the built server, which runs in a process of its own. */
export class Client {
  readonly published = new Events<PublishDiagnosticsParams>();
  readonly statuses = new Events<DocumentStatusParams>();
  readonly logged = new Events<string>();
  readonly registered = new Events<Registration>();
  readonly refreshed = new Events<'diagnostics' | 'tokens' | 'codeLenses' | 'inlayHints'>();
  readonly result: Promise<InitializeResult>;
  settings: object;
  /** The exit code of the server, when it has ended. */
  readonly ended: Promise<number | null>;
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly server: ChildProcess,
    readonly connection: ProtocolConnection,
    options: ClientOptions,
  ) {
    this.settings = options.settings ?? {};
    this.ended = new Promise((resolve) => server.once('close', resolve));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.published.push(params));
    connection.onNotification(DOCUMENT_STATUS, (status: DocumentStatusParams) => this.statuses.push(status));
    connection.onNotification(LogMessageNotification.type, ({ message }) => this.logged.push(message));
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) =>
      registrations.forEach((registration) => this.registered.push(registration)),
    );
    connection.onRequest(UnregistrationRequest.type, () => undefined);
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.refreshed.push('diagnostics'));
    connection.onRequest(SemanticTokensRefreshRequest.type, () => this.refreshed.push('tokens'));
    connection.onRequest(CodeLensRefreshRequest.type, () => this.refreshed.push('codeLenses'));
    connection.onRequest(InlayHintRefreshRequest.type, () => this.refreshed.push('inlayHints'));
    options.prepare?.(connection);
    connection.listen();
    this.result = this.initialize(options);
  }

  /** Starts a server and introduces the client to it. The server ends with the test. */
  static async start(options: ClientOptions = {}): Promise<Client> {
    const server = spawn(process.execPath, [...process.execArgv, CLI, 'lsp', '--stdio', ...(options.args ?? [])], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...options.environment },
    });
    running.add(server);
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = new Client(server, connection, options);
    await eventually('the answer to initialize', client.result);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** Sends a request; an answer has to come in time. */
  request<R>(method: string, params?: object): Promise<R> {
    return eventually(method, this.connection.sendRequest<R>(method, params));
  }

  async open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'regulation', version: 1, text },
    });
  }

  /** Replaces a range of an open document; the whole text where none is given. Returns the new version. */
  async edit(uri: string, text: string, range?: Range): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
    return version;
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Ends the server as an editor does, and returns its exit code. */
  async stop(): Promise<number | null> {
    await eventually('shutdown', this.connection.sendRequest(ShutdownRequest.type));
    await this.connection.sendNotification(ExitNotification.type);
    return eventually('the end of the server', this.ended);
  }

  private initialize(options: ClientOptions): Promise<InitializeResult> {
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      workspaceFolders: options.folders?.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) })) ?? null,
      ...(options.initializationOptions && { initializationOptions: options.initializationOptions }),
      ...(options.locale !== undefined && { locale: options.locale }),
    };
    return this.connection.sendRequest(InitializeRequest.type, params);
  }
}

const running = new Set<ChildProcess>();

/** Ends what servers a failed test has left behind. */
export function endServers(): void {
  for (const server of running) server.kill();
  running.clear();
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

export function at(line: number, character: number): { line: number; character: number } {
  return { line, character };
}

/** A range on one line. */
export function on(line: number, start: number, end: number): Range {
  return { start: at(line, start), end: at(line, end) };
}
