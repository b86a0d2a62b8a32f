import { readFileSync } from 'node:fs';
import type { DocumentDiagnosticReport, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../server/client';
import type { Edit } from './edits';
import type { BenchLaw } from './laws';

/** What an edit took, in milliseconds. */
export interface RoundTrip {
  /** From sending the change to the last answer. */
  readonly wall: number;
  /** How long the server's thread was busy; undefined where the system does not tell. */
  readonly serverTime: number | undefined;
}

/** An editor that has one law open, and asks after each edit for what an editor shows of it. */
export class RemoteEditor {
  private diagnosticsId: string | undefined;
  private tokensId: string | undefined;

  private constructor(
    private readonly client: Client,
    private readonly text: TextDocument,
    private readonly takesTokensDelta: boolean,
  ) {}

  static async open(client: Client, { uri, text }: BenchLaw): Promise<RemoteEditor> {
    const { capabilities } = await client.result;
    const full = capabilities.semanticTokensProvider?.full;
    const takesDelta = typeof full === 'object' && full.delta === true;
    await client.open(uri, text);
    const editor = new RemoteEditor(client, TextDocument.create(uri, 'regulation', 1, text), takesDelta);
    await editor.refresh();
    return editor;
  }

  async apply({ offset, removed, inserted }: Edit): Promise<RoundTrip> {
    const { client, text } = this;
    const range = { start: text.positionAt(offset), end: text.positionAt(offset + removed) };
    const busyBefore = threadTimeOf(client.server.pid);
    const start = performance.now();
    // Nothing is waited for in between: the messages follow one another on the line.
    await Promise.all([client.edit(text.uri, inserted, range), this.refresh()]);
    const wall = performance.now() - start;
    const busy = threadTimeOf(client.server.pid);
    TextDocument.update(text, [{ range, text: inserted }], text.version + 1);
    return { wall, serverTime: busy === undefined || busyBefore === undefined ? undefined : busy - busyBefore };
  }

  private async refresh(): Promise<void> {
    const textDocument = { uri: this.text.uri };
    const [, tokens, diagnostics] = await Promise.all([
      this.client.request('textDocument/documentSymbol', { textDocument }),
      this.takesTokensDelta && this.tokensId !== undefined
        ? this.client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
            textDocument,
            previousResultId: this.tokensId,
          })
        : this.client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument }),
      this.client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument,
        ...(this.diagnosticsId !== undefined && { previousResultId: this.diagnosticsId }),
      }),
    ]);
    this.tokensId = tokens.resultId;
    this.diagnosticsId = diagnostics.resultId;
  }
}

/** How long the main thread of a process has been busy since its start, in milliseconds; undefined but on Linux. */
function threadTimeOf(pid: number | undefined): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}
