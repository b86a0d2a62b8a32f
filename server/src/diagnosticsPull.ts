import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type ServerCapabilities,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnosis } from './diagnoser.js';
import type { RegulationDocument } from './library/document.js';
import type { Log } from './log.js';
import { answering } from './requests.js';
import { Turns } from './library/turns.js';

export const DIAGNOSTIC_CAPABILITIES: ServerCapabilities = {
  diagnosticProvider: { identifier: 'tiaowen', interFileDependencies: true, workspaceDiagnostics: true },
};

/** What diagnostics are pulled from. */
export interface PullContext {
  readonly log: Log;
  /** Resolves when the settings that decide on severities are known. */
  readonly started: Promise<void>;
  document(uri: string): RegulationDocument | undefined;
  /** A URI as the library writes it. */
  spelled(uri: string): string;
  /** The version that an editor shows; undefined where it has the document not open. */
  openVersion(uri: string): number | undefined;
  /** The regulations of the workspace. */
  workspaceUris(): readonly string[];
  /** Checks a document, and tells the client its status where it is open. */
  diagnose(document: RegulationDocument): Diagnosis;
}

/** Answers clients that ask for diagnostics instead of waiting for them. */
export function registerDiagnosticsPull(connection: Connection, context: PullContext): void {
  /** Documents that were asked for by themselves, and whose diagnostics the client may still show. */
  const asked = new Set<string>();
  connection.languages.diagnostics.on(
    answering(context.log, 'textDocument/diagnostic', async ({ textDocument, previousResultId }) => {
      await context.started;
      asked.add(textDocument.uri);
      return reportOf(context, textDocument.uri, previousResultId);
    }),
  );
  connection.languages.diagnostics.onWorkspace(
    answering(context.log, 'workspace/diagnostic', async (params, token) => {
      await context.started;
      return workspaceReport(context, asked, params, token);
    }),
  );
}

const NOTHING: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function reportOf(context: PullContext, uri: string, previous: string | undefined): DocumentDiagnosticReport {
  const document = context.document(uri);
  // A document that is gone has nothing wrong with it any more.
  if (!document) return NOTHING;
  const { diagnostics, resultId } = context.diagnose(document);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

/**
 * Every document of the workspace, and nothing for others that the client may show something of: what is open beside the
 * workspace it asks for by itself, and what it is told then wins over what is said here. An editor that was closed is no
 * reason for it to ask again, and it may have forgotten what it had; so each report names them. It gives way to other
 * requests.
 */
async function workspaceReport(
  context: PullContext,
  asked: ReadonlySet<string>,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [context.spelled(uri), value]));
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const turns = new Turns();
  const ofWorkspace = new Set(context.workspaceUris());
  for (const uri of ofWorkspace) {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'workspace/diagnostic');
    const version = context.openVersion(uri) ?? null;
    items.push({ ...reportOf(context, uri, previous.get(uri)), uri, version });
    await turns.pause();
  }
  for (const uri of new Set([...previous.keys(), ...[...asked].map((each) => context.spelled(each))])) {
    if (!ofWorkspace.has(uri)) items.push({ ...NOTHING, uri, version: context.openVersion(uri) ?? null });
  }
  return { items };
}
