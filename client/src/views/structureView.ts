import * as vscode from 'vscode';
import { ExecuteCommandRequest, type BaseLanguageClient } from 'vscode-languageclient';
import {
  DRAFT,
  STRUCTURE,
  type DraftOperation,
  type StructureNode,
  type StructureParams,
} from '../../../server/src/protocol';
import { currentLanguage, localized } from '../l10n';
import { counted } from '../messages';
import { OPEN_PROVISION } from '../provisionLinks';
import { Delayed } from '../delayed';
import type { RegulationEditor } from './regulationEditor';

export const STRUCTURE_VIEW = 'tiaowen.structure';
const DRAGGED = 'application/vnd.code.tree.tiaowen.structure';
/** Milliseconds of quiet after an edit before the tree is made anew. */
const QUIET = 300;

/** A row of the tree. */
export interface StructureRow {
  readonly id: string;
  readonly node: StructureNode;
  readonly parent: StructureRow | undefined;
  readonly children: readonly StructureRow[];
}

/** The tree 法规结构: the containers and articles of the regulation in the active editor. */
export class StructureView
  implements vscode.TreeDataProvider<StructureRow>, vscode.TreeDragAndDropController<StructureRow>
{
  readonly dragMimeTypes = [DRAGGED];
  readonly dropMimeTypes = [DRAGGED];
  private readonly changed = new vscode.EventEmitter<StructureRow | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly tree: vscode.TreeView<StructureRow>;
  private readonly disposables: vscode.Disposable[];
  private readonly refreshLater = new Delayed(() => this.refreshShown());
  private readonly revealLater = new Delayed(() => this.revealCaret());
  private roots: readonly StructureRow[] = [];
  private uri: vscode.Uri | undefined;
  private version = 0;
  private filter = '';

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly editor: RegulationEditor,
  ) {
    this.tree = vscode.window.createTreeView(STRUCTURE_VIEW, {
      treeDataProvider: this,
      dragAndDropController: this,
      showCollapseAll: true,
    });
    this.disposables = [
      this.tree,
      this.changed,
      this.refreshLater,
      this.revealLater,
      editor.onDidChange(() => this.refreshLater.run(0)),
      editor.onDidEdit(() => this.refreshLater.run(QUIET)),
      editor.onDidMove(() => this.revealLater.run(100)),
      this.tree.onDidChangeVisibility(({ visible }) => visible && this.refreshLater.run(0)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Asks anew where somebody sees the tree; it is asked for once it is seen. */
  async refreshShown(): Promise<void> {
    if (this.tree.visible) await this.refresh();
  }

  /** Asks the server for the structure anew. */
  async refresh(): Promise<void> {
    const document = this.editor.document;
    const version = document?.version ?? 0;
    const nodes = document ? await this.ask(document) : [];
    if (this.editor.document !== document) return;
    this.uri = document?.uri;
    this.version = version;
    this.roots = rowsOf(nodes, undefined, this.filter);
    this.tree.message = this.filter === '' ? undefined : localized('structureFiltered', this.filter);
    void vscode.commands.executeCommand('setContext', 'tiaowen.structureFiltered', this.filter !== '');
    this.changed.fire(undefined);
    this.revealLater.run(100);
  }

  /** Shows only the articles with some words in their number or beginning; empty shows all. */
  async setFilter(filter: string | undefined): Promise<void> {
    const words =
      filter ?? (await vscode.window.showInputBox({ prompt: localized('structureFilter'), value: this.filter }));
    if (words === undefined) return;
    this.filter = words.trim();
    await this.refresh();
  }

  /** Changes places with the provision in front or behind. */
  async move(row: StructureRow, operation: DraftOperation): Promise<void> {
    await this.draft(row, operation);
  }

  getTreeItem({ id, node, children }: StructureRow): vscode.TreeItem {
    const isArticle = node.kind === 'article';
    const item = new vscode.TreeItem(
      node.label,
      children.length === 0
        ? vscode.TreeItemCollapsibleState.None
        : this.filter === '' && node.kind === 'annex'
          ? vscode.TreeItemCollapsibleState.Collapsed
          : vscode.TreeItemCollapsibleState.Expanded,
    );
    const badges = [
      node.problems > 0 ? counted(currentLanguage(), node.problems, 'oneProblem', 'problems') : '',
      node.citedBy > 0 ? localized('structureCitedBy', node.citedBy) : '',
    ].filter((badge) => badge !== '');
    const { start } = node.selectionRange;
    item.id = id;
    // Counts stand in front: a narrow side bar cuts off what is behind.
    item.description = [...badges, node.opening].filter((part) => part !== '').join(' · ');
    item.tooltip = [node.label, node.opening, ...badges].filter((line) => line !== '').join('\n');
    item.iconPath =
      node.problems > 0
        ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
        : new vscode.ThemeIcon(isArticle ? 'symbol-field' : node.kind === 'annex' ? 'paperclip' : 'symbol-namespace');
    item.contextValue = isArticle ? 'article' : 'container';
    item.accessibilityInformation = { label: [node.label, ...badges, node.opening].filter(Boolean).join('，') };
    item.command = {
      command: OPEN_PROVISION,
      title: localized('openProvision'),
      arguments: [this.uri?.toString(), start, start],
    };
    return item;
  }

  getChildren(row?: StructureRow): StructureRow[] {
    return [...(row?.children ?? this.roots)];
  }

  getParent(row: StructureRow): StructureRow | undefined {
    return row.parent;
  }

  handleDrag(rows: readonly StructureRow[], data: vscode.DataTransfer): void {
    const [row] = rows;
    if (row?.node.kind === 'article' && this.uri) {
      data.set(DRAGGED, new vscode.DataTransferItem({ uri: this.uri.toString(), id: row.id }));
    }
  }

  async handleDrop(target: StructureRow | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged = data.get(DRAGGED)?.value as { uri?: unknown; id?: unknown } | undefined;
    if (!target || dragged?.id === undefined) return;
    if (dragged.uri !== this.uri?.toString()) {
      void vscode.window.showWarningMessage(localized('structureOtherText'));
      return;
    }
    const row = this.rows().find(({ id }) => id === dragged.id);
    if (row) await this.draft(row, 'moveTo', target);
  }

  /** All rows, in text order. */
  rows(): StructureRow[] {
    const below = (rows: readonly StructureRow[]): StructureRow[] =>
      rows.flatMap((row) => [row, ...below(row.children)]);
    return below(this.roots);
  }

  /** The row that is selected: that of the caret. */
  get selected(): StructureRow | undefined {
    return this.tree.selection[0];
  }

  private async ask({ uri }: vscode.TextDocument): Promise<StructureNode[]> {
    const params: StructureParams = { uri: this.client.code2ProtocolConverter.asUri(uri) };
    try {
      return await this.client.sendRequest<StructureNode[]>(STRUCTURE, params);
    } catch {
      // The server has said so in its log, or stops; there is nothing to show.
      return [];
    }
  }

  private async draft(row: StructureRow, operation: DraftOperation, target?: StructureRow): Promise<void> {
    const document = this.editor.document;
    if (!document || document.uri.toString() !== this.uri?.toString() || document.version !== this.version) {
      // The rows are of another text, or of an earlier version: their places may be those of other articles.
      void vscode.window.showInformationMessage(localized('structureOutdated'));
      await this.refresh();
      return;
    }
    await this.client.sendRequest(ExecuteCommandRequest.type, {
      command: DRAFT,
      arguments: [
        this.client.code2ProtocolConverter.asUri(document.uri),
        operation,
        row.node.selectionRange.start,
        target?.node.selectionRange.start,
      ],
    });
  }

  private async revealCaret(): Promise<void> {
    const position = this.editor.caret;
    if (!this.tree.visible || !position) return;
    const holding = this.rows().filter(({ node: { range } }) => {
      return range.start.line <= position.line && position.line <= range.end.line;
    });
    const row = holding.at(-1);
    if (row && this.tree.selection[0]?.id !== row.id) {
      await this.tree.reveal(row, { select: true, focus: false, expand: true });
    }
  }
}

function rowsOf(
  nodes: readonly StructureNode[],
  parent: StructureRow | undefined,
  filter: string,
): readonly StructureRow[] {
  const seen = new Map<string, number>();
  return nodes.flatMap((node) => {
    // Two articles may have one number in a draft.
    const count = (seen.get(node.label) ?? 0) + 1;
    seen.set(node.label, count);
    const row = {
      id: `${parent?.id ?? ''}/${node.label}/${String(count)}`,
      node,
      parent,
      children: [] as readonly StructureRow[],
    };
    row.children = rowsOf(node.children, row, filter);
    const isShown = filter === '' || row.children.length > 0 || `${node.label}${node.opening}`.includes(filter);
    return isShown ? [row] : [];
  });
}
