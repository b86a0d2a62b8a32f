import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFacts } from './clientFacts.js';
import type { Diagnoser, Diagnosis } from './diagnoser.js';
import type { RegulationDocument } from './library/document.js';
import type { Library } from './library/library.js';
import type { Log } from './log.js';
import { DOCUMENT_STATUS, type DocumentStatusParams } from './protocol.js';
import { areEqual } from './syntax/characters.js';
import { articlesOf } from './syntax/outline.js';

/**
 * Sees that the client gets the diagnostics of open documents: pushes them when an edit has been followed by quiet, or
 * makes the client pull them anew. Sends the status of a document whenever it has been diagnosed.
 */
export class DiagnosticsPublisher {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  private begun = false;

  /**
   * @param openUris of the documents that the client has open
   * @param delay milliseconds of quiet after an edit
   */
  constructor(
    private readonly connection: Connection,
    private readonly client: ClientFacts,
    private readonly library: Library,
    private readonly diagnoser: Diagnoser,
    private readonly openUris: () => readonly string[],
    private readonly delay: () => number,
    private readonly log: Log,
  ) {}

  /** The settings are known: what is open is diagnosed, and from now on what is opened and edited. */
  begin(): void {
    this.begun = true;
    for (const uri of this.openUris()) this.schedule(uri, 0);
  }

  /** A document was opened. */
  opened({ uri }: RegulationDocument): void {
    this.schedule(uri, 0);
  }

  /** A document was edited. */
  edited({ uri }: RegulationDocument): void {
    this.schedule(uri, this.delay());
  }

  /** A document was closed: nothing of it is sent any more, and what was sent is taken back. */
  closed(uri: string): void {
    this.cancel(uri);
    if (!this.client.pullsDiagnostics) this.send(this.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  /**
   * The library holds another text of a document than before.
   *
   * @param before undefined for a document that is new; `after` for one that is gone
   */
  replaced(before: RegulationDocument | undefined, after: RegulationDocument | undefined): void {
    if (before === after || (before && after && areEqual(before.characters, after.characters))) return;
    if (after && before?.key === after.key) this.diagnoser.documentEdited(after);
    else this.diagnoser.everythingChanged();
    const concerned = this.openUris().filter((uri) => {
      const document = this.library.document(uri);
      return document && document !== after && !this.diagnoser.isDiagnosed(document);
    });
    for (const uri of concerned) this.schedule(uri, this.delay());
    if (concerned.length > 0) this.scheduleRefresh(this.delay());
  }

  /** Files have come or gone, or the settings are others: what was sent no longer holds. */
  everythingChanged(): void {
    this.diagnoser.everythingChanged();
    for (const uri of this.openUris()) this.schedule(uri, 0);
    this.scheduleRefresh(0);
    if (this.client.refreshesTokens) this.send(this.connection.languages.semanticTokens.refresh());
    if (this.client.refreshesCodeLenses) this.send(this.connection.sendRequest(CodeLensRefreshRequest.type));
    if (this.client.refreshesInlayHints) this.send(this.connection.languages.inlayHint.refresh());
  }

  /** Checks a document for a client that asks, and tells it the status where the document is open. */
  diagnose(document: RegulationDocument): Diagnosis {
    const diagnosis = this.diagnoser.diagnose(document);
    if (this.library.isOpen(document.uri)) this.sendStatus(document, diagnosis);
    return diagnosis;
  }

  private schedule(uri: string, delay: number): void {
    if (this.client.pullsDiagnostics || !this.begun) return;
    this.cancel(uri);
    this.timers.set(
      uri,
      setTimeout(() => this.publish(uri), delay),
    );
  }

  /** Has a client that pulls ask anew, for all that it shows: by itself it asks for the document that it has edited. */
  private scheduleRefresh(delay: number): void {
    if (!this.client.pullsDiagnostics || !this.client.refreshesDiagnostics) return;
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => this.send(this.connection.languages.diagnostics.refresh()), delay);
  }

  private cancel(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  private publish(uri: string): void {
    this.timers.delete(uri);
    const document = this.library.document(uri);
    if (!document) return;
    try {
      const diagnosis = this.diagnoser.diagnose(document);
      const { version } = document.textDocument;
      this.send(this.connection.sendDiagnostics({ uri, version, diagnostics: [...diagnosis.diagnostics] }));
      this.sendStatus(document, diagnosis);
    } catch (error) {
      this.log.fault('publishDiagnostics', error);
    }
  }

  private sendStatus(document: RegulationDocument, { problems }: Diagnosis): void {
    const status: DocumentStatusParams = {
      uri: document.uri,
      version: document.textDocument.version,
      title: document.title,
      articles: articlesOf(document.tree.root).length,
      problems: problems.filter(({ severity }) => severity === 'error' || severity === 'warning').length,
    };
    this.send(this.connection.sendNotification(DOCUMENT_STATUS, status));
  }

  /** What can't be sent is said in the log; it must not end the process. */
  private send(sent: Promise<unknown>): void {
    sent.catch((error: unknown) => this.log.fault('send', error));
  }
}
