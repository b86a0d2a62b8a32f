import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { localized, reasonOf } from '../l10n';
import type { LibraryChanges } from '../libraryChanges';
import { scriptOf } from '../pageScript';
import type { RegulationEditor } from '../views/regulationEditor';
import { MapPanel } from './mapPanel';
import { nameOf } from '../nameOf';

/** The command that opens the map, and the type of its panel. */
export const CITATION_MAP_COMMAND = 'tiaowen.citationMap';

/** The map of the workspace's citations, of which there is one at most. */
class CitationMaps implements vscode.WebviewPanelSerializer {
  private open: MapPanel | undefined;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly library: LibraryChanges,
    private readonly editor: RegulationEditor,
    private readonly extensionUri: vscode.Uri,
  ) {}

  async show(): Promise<void> {
    if (this.open) {
      this.open.reveal();
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await this.fill(vscode.window.createWebviewPanel(CITATION_MAP_COMMAND, localized('citationMap'), column));
  }

  /** Shows the map again that was shown before the window was closed; the page has kept what was wished. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    if (this.open) panel.dispose();
    else await this.fill(panel);
  }

  /** @param target where the picture is written; without it people are asked */
  async export(target: unknown): Promise<void> {
    const map = this.open;
    if (!map) {
      void vscode.window.showInformationMessage(localized('noCitationMap'));
      return;
    }
    const file = target instanceof vscode.Uri ? target : await askForTarget();
    if (!file) return;
    const name = nameOf(file);
    try {
      // What nobody sees is not drawn.
      if (!map.visible) map.reveal();
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(await map.picture()));
      void vscode.window.showInformationMessage(localized('exported', name));
    } catch (error) {
      void vscode.window.showErrorMessage(localized('exportFails', name, reasonOf(error)));
    }
  }

  private async fill(panel: vscode.WebviewPanel): Promise<void> {
    const script = await scriptOf(this.extensionUri, 'citationMap');
    const map = new MapPanel(this.client, this.library, panel, this.editor, script);
    this.open = map;
    map.onDidDispose(() => {
      if (this.open === map) this.open = undefined;
    });
  }
}

function askForTarget(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${localized('citationMap')}.svg`) }),
    filters: { [localized('svgImages')]: ['svg'] },
  });
}

/** Registers the map of citations. */
export function registerCitationMap(
  client: BaseLanguageClient,
  library: LibraryChanges,
  editor: RegulationEditor,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const maps = new CitationMaps(client, library, editor, extensionUri);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(CITATION_MAP_COMMAND, () => maps.show()),
    vscode.commands.registerCommand('tiaowen.exportCitationMap', (target: unknown) => maps.export(target)),
    vscode.window.registerWebviewPanelSerializer(CITATION_MAP_COMMAND, maps),
  );
}
