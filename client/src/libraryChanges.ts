import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LIBRARY_CHANGED } from '../../server/src/protocol';

/** Tells when the library has got other texts, by files that came, changed or went. A client hears of it in one place. */
export class LibraryChanges implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable;

  constructor(client: BaseLanguageClient) {
    this.disposables = vscode.Disposable.from(
      this.changed,
      client.onNotification(LIBRARY_CHANGED, () => this.changed.fire()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
