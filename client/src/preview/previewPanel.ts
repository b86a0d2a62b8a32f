import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { PREVIEW, type PreviewParams, type PreviewResult } from '../../../server/src/protocol';
import { Delayed } from '../delayed';
import { isDocumentUri } from '../documentSchemes';
import { localized, reasonOf } from '../l10n';
import type { LibraryChanges } from '../libraryChanges';
import { showRange } from '../openProvision';
import { newNonce } from '../page';
import { previewPage } from './page';
import { readPageMessage, type HostMessage, type PageMessage } from './previewMessages';
import { nameOf } from '../nameOf';

/** Milliseconds of quiet after an edit before the preview follows. */
const DELAY = 200;
/** So many milliseconds after one side was scrolled to where the other is, its own scrolling is no news to that. */
const ECHO = 400;

/** A document as it would be printed, beside its editor. */
export class PreviewPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private readonly updateLater = new Delayed(() => this.update());
  private targets: PreviewResult['targets'] = [];
  /** How many bodies were asked for. */
  private asked = 0;
  /** The body that is shown, with its number. */
  private shown: { readonly body: string; readonly number: number } | undefined;
  private scrolledAt = 0;

  /** @param script the script of the page */
  constructor(
    private readonly client: BaseLanguageClient,
    library: LibraryChanges,
    private readonly panel: vscode.WebviewPanel,
    readonly document: vscode.TextDocument,
    private readonly script: string,
  ) {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.title = localized('previewOf', nameOf(document.uri));
    this.subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.document && event.contentChanges.length > 0) this.updateLater.run(DELAY);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        if (this.isOurs(textEditor)) this.follow(visibleRanges[0]);
      }),
      // Where citations lead depends on it.
      library.onDidChange(() => this.updateLater.run(DELAY)),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) void this.update();
      }),
    );
    void this.update();
  }

  get isVisible(): boolean {
    return this.panel.visible;
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  onDidDispose(listener: () => void): void {
    this.panel.onDidDispose(() => {
      this.dispose();
      listener();
    });
  }

  dispose(): void {
    this.updateLater.dispose();
    this.subscriptions.dispose();
  }

  /** Shows the text as it is now; while the server does not run, as it was. */
  private async update(): Promise<void> {
    if (this.client.state !== State.Running) return;
    const number = ++this.asked;
    const uri = this.client.code2ProtocolConverter.asUri(this.document.uri);
    try {
      const result = await this.client.sendRequest<PreviewResult>(PREVIEW, { uri } satisfies PreviewParams);
      // A later one has been asked for, and may have been answered before.
      if (number > (this.shown?.number ?? 0)) this.show(result, number);
    } catch (error) {
      if (!this.shown) {
        void vscode.window.showErrorMessage(localized('previewFails', nameOf(this.document.uri), reasonOf(error)));
      }
    }
  }

  private show(result: PreviewResult, number: number): void {
    const isFirst = !this.shown;
    this.targets = result.targets;
    this.shown = { body: result.body, number };
    this.panel.title = localized('previewOf', result.title);
    if (isFirst) {
      const uri = this.document.uri.toString();
      this.panel.webview.html = previewPage({ ...result, uri, script: this.script, nonce: newNonce() });
    } else this.post({ type: 'show', ...this.shown });
  }

  private receive(given: unknown): void {
    const { document, targets, shown } = this;
    const message = readPageMessage(given, { lines: document.lineCount, targets: targets.length, body: shown?.number });
    if (message) void this.act(message);
  }

  private async act(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready': {
        // The page has the first body, also when it is made anew behind another tab; and it is where it begins.
        if (this.shown) this.post({ type: 'show', ...this.shown });
        this.scrolledAt = 0;
        this.follow(this.editor()?.visibleRanges[0]);
        break;
      }
      case 'open': {
        const target = this.targets[message.target];
        if (!target) return;
        const { uri, range } = this.client.protocol2CodeConverter.asLocation(target);
        if (isDocumentUri(uri)) await showRange(uri, range, this.column());
        break;
      }
      case 'reveal':
        await showRange(this.document.uri, this.document.lineAt(message.line).range, this.column());
        break;
      case 'leave':
        await vscode.window.showTextDocument(this.document, this.column());
        break;
      case 'scrolled': {
        this.scrolledAt = Date.now();
        const start = new vscode.Position(message.line, 0);
        this.editor()?.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
      }
    }
  }

  /** Scrolls the page to where the editor is, unless that followed the page. */
  private follow(visible: vscode.Range | undefined): void {
    if (visible && Date.now() - this.scrolledAt > ECHO) this.post({ type: 'scrollTo', line: visible.start.line });
  }

  private post(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }

  private editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find((editor) => this.isOurs(editor));
  }

  private isOurs({ document }: vscode.TextEditor): boolean {
    return document === this.document;
  }

  /** Where texts are opened: beside the preview, not on top of it. */
  private column(): vscode.ViewColumn {
    const { viewColumn } = this.editor() ?? {};
    if (viewColumn !== undefined) return viewColumn;
    return this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  }
}
