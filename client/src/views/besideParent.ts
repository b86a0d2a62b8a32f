import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PARENT_PLACE, type ParentPlace, type PlaceParams } from '../../../server/src/protocol';
import { localized } from '../l10n';
import { Delayed } from '../delayed';
import type { RegulationEditor } from './regulationEditor';

/**
 * 对照上位法: shows the text of the parent law beside a draft, and in it what the article at the caret cites. The focus
 * stays where it is; it ends by its command, or when the parent's editor is closed.
 */
export class BesideParent {
  private readonly highlight = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });
  private readonly followLater = new Delayed(() => this.follow());
  private readonly disposables: vscode.Disposable[];
  private draft: vscode.TextDocument | undefined;
  private editor: vscode.TextEditor | undefined;
  /** The ranges that are highlighted in the parent law. */
  highlighted: readonly vscode.Range[] = [];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly regulation: RegulationEditor,
  ) {
    this.disposables = [
      this.highlight,
      this.followLater,
      regulation.onDidMove(() => this.followLater.run(100)),
      regulation.onDidEdit(() => this.followLater.run(300)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        // VS Code makes an editor anew when its tab was in the background.
        if (this.editor && !editors.some(({ document }) => document === this.editor?.document)) this.stop();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** The document of the parent law that is shown. */
  get shown(): vscode.TextDocument | undefined {
    return this.editor?.document;
  }

  /** Opens the parent law of the regulation in the active editor beside it. */
  async start(): Promise<void> {
    const { document } = this.regulation;
    const place = document && (await this.ask(document));
    if (!document || !place) {
      void vscode.window.showInformationMessage(localized('nothingToCompare'));
      return;
    }
    const known = place.parents.find(({ uri }) => uri !== undefined)?.uri;
    if (known === undefined) {
      const titles = place.parents.map(({ title }) => `《${title}》`).join('、');
      void vscode.window.showInformationMessage(
        titles === '' ? localized('noParentLaw') : localized('parentNotInLibrary', titles),
      );
      return;
    }
    this.draft = document;
    await this.show(place, known);
    void vscode.commands.executeCommand('setContext', 'tiaowen.comparesParent', true);
  }

  /** Follows no longer; the parent's editor stays. */
  stop(): void {
    this.editor?.setDecorations(this.highlight, []);
    this.draft = undefined;
    this.editor = undefined;
    this.highlighted = [];
    void vscode.commands.executeCommand('setContext', 'tiaowen.comparesParent', false);
  }

  private async follow(): Promise<void> {
    const { draft } = this;
    if (!draft || this.regulation.document !== draft) return;
    const place = await this.ask(draft);
    if (this.draft === draft && place && this.editor) await this.show(place, this.editor.document.uri.toString());
  }

  private async show({ cited }: ParentPlace, otherwise: string): Promise<void> {
    const converter = this.client.protocol2CodeConverter;
    const uri = cited ? converter.asUri(cited.uri) : vscode.Uri.parse(otherwise);
    const current = vscode.window.visibleTextEditors.find(
      ({ document }) => document === this.editor?.document && document.uri.toString() === uri.toString(),
    );
    const viewColumn = this.editor?.viewColumn ?? vscode.ViewColumn.Beside;
    const editor = current ?? (await this.open(uri, viewColumn));
    this.editor = editor;
    const ranges = cited?.ranges.map((range) => converter.asRange(range)) ?? [];
    editor.setDecorations(this.highlight, ranges);
    this.highlighted = ranges;
    const [first] = ranges;
    if (first) editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async open(uri: vscode.Uri, viewColumn: vscode.ViewColumn): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument(uri);
    // Before it is visible: what is shown here is no text that the views are to speak of.
    this.opening = document;
    return vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
  }

  private opening: vscode.TextDocument | undefined;

  /** Whether a document is shown as the parent law, and is not the one that one works on. */
  isOwn(document: vscode.TextDocument): boolean {
    return this.draft !== undefined && (document === this.opening || document === this.editor?.document);
  }

  private async ask({ uri }: vscode.TextDocument): Promise<ParentPlace | undefined> {
    const { code2ProtocolConverter: converter } = this.client;
    const position = converter.asPosition(this.regulation.caret ?? new vscode.Position(0, 0));
    const params: PlaceParams = { uri: converter.asUri(uri), position };
    try {
      return await this.client.sendRequest<ParentPlace>(PARENT_PLACE, params);
    } catch {
      // The server has said so in its log, or stops.
      return undefined;
    }
  }
}
