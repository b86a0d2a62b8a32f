import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol';
import { shownDocument } from '../shownDocument';

/** The regulation that the views speak of, and where its caret is. */
export class RegulationEditor {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly edited = new vscode.EventEmitter<void>();
  private readonly moved = new vscode.EventEmitter<void>();
  /** Another document is shown, or none. */
  readonly onDidChange = this.changed.event;
  readonly onDidEdit = this.edited.event;
  /** The caret is somewhere else. */
  readonly onDidMove = this.moved.event;
  private readonly disposables: vscode.Disposable[];
  private shown: vscode.TextDocument | undefined;
  private position: vscode.Position | undefined;

  /** @param isOwn whether a document is shown by a view itself, beside the one that it speaks of */
  constructor(private readonly isOwn: (document: vscode.TextDocument) => boolean) {
    this.disposables = [
      this.changed,
      this.edited,
      this.moved,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
      vscode.workspace.onDidOpenTextDocument(() => this.update()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.shown && contentChanges.length > 0) this.edited.fire();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
        if (document !== this.shown) return;
        this.position = selections[0]?.active;
        this.moved.fire();
      }),
    ];
    this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  get document(): vscode.TextDocument | undefined {
    return this.shown;
  }

  get caret(): vscode.Position | undefined {
    return this.shown && this.position;
  }

  private update(): void {
    const isShown = (document: vscode.TextDocument): boolean =>
      document.languageId === LANGUAGE_ID && !this.isOwn(document);
    const active = vscode.window.activeTextEditor;
    const visible = vscode.window.visibleTextEditors.map(({ document }) => document).filter(isShown);
    const shown = shownDocument(active && isShown(active.document) ? active.document : undefined, visible, this.shown);
    if (shown === this.shown) return;
    this.shown = shown;
    this.position = vscode.window.visibleTextEditors.find(({ document }) => document === shown)?.selection.active;
    void vscode.commands.executeCommand('setContext', 'tiaowen.hasRegulation', shown !== undefined);
    this.changed.fire();
  }
}
