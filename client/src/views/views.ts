import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import type { LibraryChanges } from '../libraryChanges';
import { BesideParent } from './besideParent';
import { CitationsView, type CitationRow } from './citationsView';
import { RegulationEditor } from './regulationEditor';
import { StructureView, type StructureRow } from './structureView';

/** The views of the extension; what `activate` hands on, so that tests see what they show. */
export class Views {
  readonly editor: RegulationEditor = new RegulationEditor((document) => this.isOwn(document));
  readonly structure: StructureView;
  readonly citations: CitationsView;
  readonly besideParent: BesideParent;
  private readonly disposables: vscode.Disposable;

  constructor(client: BaseLanguageClient, library: LibraryChanges) {
    this.structure = new StructureView(client, this.editor);
    this.citations = new CitationsView(client, this.editor);
    this.besideParent = new BesideParent(client, this.editor);
    const commands: Record<string, (...args: never[]) => unknown> = {
      'tiaowen.filterStructure': (filter?: unknown) =>
        this.structure.setFilter(typeof filter === 'string' ? filter : undefined),
      'tiaowen.clearStructureFilter': () => this.structure.setFilter(''),
      'tiaowen.moveRowUp': (row?: StructureRow) => this.moveRow(row, 'moveUp'),
      'tiaowen.moveRowDown': (row?: StructureRow) => this.moveRow(row, 'moveDown'),
      'tiaowen.peekCitation': (row?: CitationRow) => row && this.citations.peek(row),
      'tiaowen.compareParent': () => this.besideParent.start(),
      'tiaowen.stopComparingParent': () => this.besideParent.stop(),
    };
    this.disposables = vscode.Disposable.from(
      this.editor,
      this.structure,
      this.citations,
      this.besideParent,
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.refresh();
      }),
      library.onDidChange(() => this.refresh()),
      ...Object.entries(commands).map(([id, command]) => vscode.commands.registerCommand(id, command)),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Asks anew what others cite and are cited by. */
  private refresh(): void {
    void Promise.all([this.structure.refreshShown(), this.citations.refreshShown()]);
  }

  private isOwn(document: vscode.TextDocument): boolean {
    // The editor is made first.
    return (this.besideParent as BesideParent | undefined)?.isOwn(document) ?? false;
  }

  private async moveRow(row: StructureRow | undefined, operation: 'moveUp' | 'moveDown'): Promise<void> {
    const chosen = row ?? this.structure.selected;
    if (chosen?.node.kind === 'article') await this.structure.move(chosen, operation);
  }
}
