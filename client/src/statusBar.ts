import * as vscode from 'vscode';
import { LANGUAGE_ID, type DocumentStatusParams } from '../../server/src/protocol';
import { currentLanguage, localized } from './l10n';
import { shownDocument } from './shownDocument';
import { statusText } from './statusText';

/** The status bar item: what the server last said of the regulation that is looked at; hidden where none is shown. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('tiaowen.status', vscode.StatusBarAlignment.Left);
  private readonly statuses = new Map<string, DocumentStatusParams>();
  private readonly subscriptions: vscode.Disposable;
  private shown: vscode.TextDocument | undefined;

  constructor() {
    this.item.name = localized('statusName');
    this.item.command = 'workbench.actions.view.problems';
    this.subscriptions = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.render()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.render()),
      // A change of a document's language comes as a close and an open.
      vscode.workspace.onDidOpenTextDocument(() => this.render()),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('tiaowen.language')) this.render();
      }),
    );
  }

  /** Takes what the server says of a document. */
  update(status: DocumentStatusParams): void {
    this.statuses.set(status.uri, status);
    this.render();
  }

  /** Forgets everything: the server that said it has stopped. */
  clear(): void {
    this.statuses.clear();
    this.render();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private forget(document: vscode.TextDocument): void {
    this.statuses.delete(document.uri.toString());
    this.render();
  }

  private render(): void {
    const visible = regulationsIn(vscode.window.visibleTextEditors);
    const [active] = regulationsIn(vscode.window.activeTextEditor ? [vscode.window.activeTextEditor] : []);
    this.shown = shownDocument(active, visible, this.shown);
    const status = this.shown && this.statuses.get(this.shown.uri.toString());
    if (status === undefined) {
      this.item.hide();
      return;
    }
    const { text, tooltip } = statusText(status, currentLanguage());
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.show();
  }
}

function regulationsIn(editors: readonly vscode.TextEditor[]): vscode.TextDocument[] {
  return editors.map(({ document }) => document).filter(({ languageId }) => languageId === LANGUAGE_ID);
}
