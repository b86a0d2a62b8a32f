import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ARTICLE_CITATIONS,
  type ArticleCitations,
  type CitedInstrument,
  type PlaceParams,
} from '../../../server/src/protocol';
import { localized } from '../l10n';
import { OPEN_PROVISION } from '../provisionLinks';
import { Delayed } from '../delayed';
import type { RegulationEditor } from './regulationEditor';

export const CITATIONS_VIEW = 'tiaowen.citations';

type Direction = 'cites' | 'citedBy';
type Provision = CitedInstrument['provisions'][number];

/** A row of the tree: a direction, an instrument in it, a provision in that. */
export type CitationRow =
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'instrument'; readonly direction: Direction; readonly instrument: CitedInstrument }
  | { readonly kind: 'provision'; readonly direction: Direction; readonly provision: Provision };

/** How many provisions are cited; of what cites, how many places, as the tree of the structure counts them. */
function countOf({ provisions }: CitedInstrument, direction: Direction): number {
  return direction === 'cites' ? provisions.length : provisions.reduce((sum, { places }) => sum + places.length, 0);
}

/** The tree 引用关系: what the article at the caret cites, and what cites it. */
export class CitationsView implements vscode.TreeDataProvider<CitationRow> {
  private readonly changed = new vscode.EventEmitter<CitationRow | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly tree: vscode.TreeView<CitationRow>;
  private readonly disposables: vscode.Disposable[];
  private readonly refreshLater = new Delayed(() => this.refreshShown());
  private asked = 0;
  /** What the tree shows. */
  citations: ArticleCitations = { cites: [], citedBy: [] };

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly editor: RegulationEditor,
  ) {
    this.tree = vscode.window.createTreeView(CITATIONS_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [
      this.tree,
      this.changed,
      this.refreshLater,
      editor.onDidChange(() => this.refreshLater.run(0)),
      editor.onDidEdit(() => this.refreshLater.run(300)),
      editor.onDidMove(() => this.refreshLater.run(150)),
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

  /** Asks the server for the citations of the article at the caret. */
  async refresh(): Promise<void> {
    const { document, caret } = this.editor;
    const asked = ++this.asked;
    const citations = document && caret ? await this.ask(document, caret) : undefined;
    // A later question has been put in the meantime.
    if (asked !== this.asked) return;
    this.citations = citations ?? { cites: [], citedBy: [] };
    this.tree.description = this.citations.article ?? '';
    this.changed.fire(undefined);
  }

  /** Shows the provision of a row below the caret, where it can be read without leaving the text. */
  async peek(row: CitationRow): Promise<void> {
    const { document, caret } = this.editor;
    if (row.kind !== 'provision' || !document || !caret) return;
    const places = row.direction === 'cites' ? [row.provision] : row.provision.places;
    const converter = this.client.protocol2CodeConverter;
    const locations = places.map(({ uri, range }) => converter.asLocation({ uri, range }));
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    await vscode.window.showTextDocument(document, { viewColumn: editor?.viewColumn ?? vscode.ViewColumn.Active });
    await vscode.commands.executeCommand('editor.action.peekLocations', document.uri, caret, locations, 'peek');
  }

  getTreeItem(row: CitationRow): vscode.TreeItem {
    const { Expanded, None } = vscode.TreeItemCollapsibleState;
    if (row.kind === 'direction') {
      const count = this.citations[row.direction].reduce((sum, each) => sum + countOf(each, row.direction), 0);
      const item = new vscode.TreeItem(localized(row.direction, this.citations.article ?? ''), Expanded);
      item.description = String(count);
      item.iconPath = new vscode.ThemeIcon(row.direction === 'cites' ? 'arrow-right' : 'arrow-left');
      item.accessibilityInformation = {
        label: `${localized(row.direction, this.citations.article ?? '')}，${String(count)}`,
      };
      return item;
    }
    if (row.kind === 'instrument') {
      const item = new vscode.TreeItem(row.instrument.title, Expanded);
      item.description = String(countOf(row.instrument, row.direction));
      item.iconPath = new vscode.ThemeIcon('book');
      return item;
    }
    const { label, detail, places } = row.provision;
    const { uri, range } = row.direction === 'cites' ? row.provision : (places[0] ?? row.provision);
    const item = new vscode.TreeItem(label, None);
    item.description = detail;
    item.tooltip = `${label}\n${detail}`;
    item.iconPath = new vscode.ThemeIcon('symbol-field');
    item.contextValue = 'provision';
    item.accessibilityInformation = { label: `${label}，${detail}` };
    item.command = {
      command: OPEN_PROVISION,
      title: localized('openProvision'),
      arguments: [uri, range.start, range.end],
    };
    return item;
  }

  getChildren(row?: CitationRow): CitationRow[] {
    if (!row) {
      const directions: Direction[] = ['cites', 'citedBy'];
      return directions
        .filter((direction) => this.citations[direction].length > 0)
        .map((direction) => ({ kind: 'direction', direction }));
    }
    const { direction } = row;
    if (row.kind === 'direction') {
      return this.citations[direction].map((instrument) => ({ kind: 'instrument', direction, instrument }));
    }
    if (row.kind === 'provision') return [];
    return row.instrument.provisions.map((provision) => ({ kind: 'provision', direction, provision }));
  }

  private async ask({ uri }: vscode.TextDocument, caret: vscode.Position): Promise<ArticleCitations | undefined> {
    const { code2ProtocolConverter: converter } = this.client;
    const params: PlaceParams = { uri: converter.asUri(uri), position: converter.asPosition(caret) };
    try {
      return await this.client.sendRequest<ArticleCitations>(ARTICLE_CITATIONS, params);
    } catch {
      // The server has said so in its log, or stops; there is nothing to show.
      return undefined;
    }
  }
}
