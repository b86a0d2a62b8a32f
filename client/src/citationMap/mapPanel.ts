import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  CITATION_MAP,
  CITING_PLACES,
  LANGUAGE_ID,
  type CitationMap,
  type CitationMapParams,
  type CitingPlace,
  type CitingPlacesParams,
  type MapEdge,
  type MapNode,
} from '../../../server/src/protocol';
import { Delayed } from '../delayed';
import { isDocumentUri } from '../documentSchemes';
import { currentLanguage, localized, reasonOf } from '../l10n';
import type { LibraryChanges } from '../libraryChanges';
import { showRange } from '../openProvision';
import { newNonce, webviewPage } from '../page';
import type { RegulationEditor } from '../views/regulationEditor';
import { readPageMessage, type HostMessage, type MapWishes, type PageMessage } from './mapMessages';

/** Milliseconds of quiet after an edit, a change of the library or of what is wished before the map follows. */
const DELAY = 400;
const SOON = 50;

/** The map of the workspace's citations in a panel of the editor. */
export class MapPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private readonly updateLater = new Delayed(() => this.update());
  private wishes: MapWishes = { filter: '', onlyWithText: false };
  private shown: { readonly map: CitationMap; readonly number: number } | undefined;
  private asked = 0;
  private asking: vscode.CancellationTokenSource | undefined;
  /** The map may be another one by now, but nobody saw it. */
  private isStale = true;
  private isReady = false;
  /** Who waits for the picture. */
  private waiting: { readonly take: (svg: string) => void; readonly giveUp: (reason: Error) => void }[] = [];

  /** @param script the script of the page */
  constructor(
    private readonly client: BaseLanguageClient,
    library: LibraryChanges,
    private readonly panel: vscode.WebviewPanel,
    private readonly editor: RegulationEditor,
    script: string,
  ) {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.title = localized('citationMap');
    this.subscriptions = vscode.Disposable.from(
      this.updateLater,
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.isReady = false;
        else if (this.isStale) this.updateLater.run(SOON);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === LANGUAGE_ID && contentChanges.length > 0) this.changed(DELAY);
      }),
      editor.onDidChange(() => this.changed(SOON)),
      library.onDidChange(() => this.changed(DELAY)),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.changed(SOON);
      }),
    );
    panel.webview.html = webviewPage({
      title: panel.title,
      style: '',
      body: '',
      data: { language: currentLanguage() },
      script,
      nonce: newNonce(),
    });
  }

  get visible(): boolean {
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
    this.asking?.cancel();
    this.subscriptions.dispose();
    for (const { giveUp } of this.waiting) giveUp(new Error(localized('noCitationMap')));
  }

  /** The whole picture as a file of its own, once the page has drawn it. */
  picture(): Promise<string> {
    return new Promise((take, giveUp) => {
      this.waiting.push({ take, giveUp });
      this.askForPicture();
    });
  }

  private askForPicture(): void {
    if (this.waiting.length > 0 && this.isReady && this.shown) this.post({ type: 'draw' });
  }

  private changed(delay: number): void {
    this.isStale = true;
    if (this.panel.visible) this.updateLater.run(delay);
  }

  /** Asks for the map as it is now; while the server does not run, it stays as it was. */
  private async update(): Promise<void> {
    if (!this.panel.visible || this.client.state !== State.Running) return;
    const number = ++this.asked;
    this.isStale = false;
    this.asking?.cancel();
    const { token } = (this.asking = new vscode.CancellationTokenSource());
    const { document } = this.editor;
    const params: CitationMapParams = {
      ...this.wishes,
      ...(document && { around: this.client.code2ProtocolConverter.asUri(document.uri) }),
    };
    try {
      const map = await this.client.sendRequest<CitationMap>(CITATION_MAP, params, token);
      if (number !== this.asked) return;
      this.shown = { map, number };
      this.show();
      this.askForPicture();
    } catch (error) {
      if (number === this.asked && !token.isCancellationRequested) {
        this.post({ type: 'fails', reason: reasonOf(error) });
      }
    }
  }

  private show(): void {
    if (this.shown && this.isReady) this.post({ type: 'show', ...this.shown, wishes: this.wishes });
  }

  private receive(given: unknown): void {
    const message = readPageMessage(given, this.shown);
    if (message) void this.act(message);
  }

  private async act(message: PageMessage): Promise<void> {
    const { nodes = [], edges = [] } = this.shown?.map ?? {};
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.wishes = message.wishes ?? this.wishes;
        this.show();
        this.updateLater.run(SOON);
        break;
      case 'wish':
        this.wishes = message.wishes;
        this.updateLater.run(SOON);
        break;
      case 'open':
        await this.open(nodes[message.node]);
        break;
      case 'list':
        await this.list(message.node);
        break;
      case 'places':
        await this.showPlaces(edges[message.edge]);
        break;
      case 'leave':
        if (this.editor.document) await vscode.window.showTextDocument(this.editor.document, this.column());
        break;
      case 'export':
        await vscode.commands.executeCommand('tiaowen.exportCitationMap');
        break;
      case 'drawn': {
        const { waiting } = this;
        this.waiting = [];
        for (const { take } of waiting) take(message.svg);
      }
    }
  }

  private async open(node: MapNode | undefined): Promise<void> {
    if (!node) return;
    const uri = node.uri === undefined ? undefined : this.client.protocol2CodeConverter.asUri(node.uri);
    if (uri && isDocumentUri(uri)) await showRange(uri, new vscode.Range(0, 0, 0, 0), this.column());
    else void vscode.window.showInformationMessage(localized('noTextToOpen', node.title));
  }

  /** Lists whom an instrument cites and who cites it, and shows the places of what is picked. */
  private async list(index: number): Promise<void> {
    const { nodes = [], edges = [] } = this.shown?.map ?? {};
    const title = nodes[index]?.title ?? '';
    const items = edges
      .filter(({ from, to }) => from === index || to === index)
      .sort((a, b) => Number(b.from === index) - Number(a.from === index) || b.citations - a.citations)
      .map((edge) => {
        const isOut = edge.from === index;
        const other = nodes[isOut ? edge.to : edge.from]?.title ?? '';
        return {
          label: `$(${isOut ? 'arrow-right' : 'arrow-left'}) ${other}`,
          description: localized('citingPlaces', edge.citations),
          edge,
        };
      });
    if (items.length === 0) {
      void vscode.window.showInformationMessage(localized('noCitationsOf', title));
      return;
    }
    const picked = await vscode.window.showQuickPick(items, { placeHolder: localized('citationsOf', title) });
    if (picked) await this.showPlaces(picked.edge);
  }

  /** Opens the text that cites at the place; of several it is asked which, and each is seen while it is chosen from. */
  private async showPlaces(edge: MapEdge | undefined): Promise<void> {
    const { nodes = [] } = this.shown?.map ?? {};
    const [from, to] = edge ? [nodes[edge.from], nodes[edge.to]] : [];
    if (from?.uri === undefined || !to) return;
    const params: CitingPlacesParams = { uri: from.uri, title: to.title };
    let places: CitingPlace[];
    try {
      places = await this.client.sendRequest<CitingPlace[]>(CITING_PLACES, params);
    } catch (error) {
      void vscode.window.showErrorMessage(reasonOf(error));
      return;
    }
    const items = places.map((place) => {
      const location = this.client.protocol2CodeConverter.asLocation(place);
      return { label: place.provision ?? from.title, detail: place.words, location };
    });
    const placeHolder = localized('placesOfCitation', from.title, to.title);
    const picked =
      items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
    if (!picked || !isDocumentUri(picked.location.uri)) return;
    await showRange(picked.location.uri, picked.location.range, this.column());
  }

  /** Where texts are opened: where one is shown already, else beside the map, not on top of it. */
  private column(): vscode.ViewColumn {
    const other = vscode.window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && viewColumn !== this.panel.viewColumn,
    );
    return (
      other?.viewColumn ??
      (this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One)
    );
  }

  private post(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }
}
