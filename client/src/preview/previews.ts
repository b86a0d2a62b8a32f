import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGE_ID } from '../../../server/src/protocol';
import { isDocumentUri } from '../documentSchemes';
import { localized } from '../l10n';
import type { LibraryChanges } from '../libraryChanges';
import { scriptOf } from '../pageScript';
import { PreviewPanel } from './previewPanel';

/** The command that opens a preview, and the type of its panels. */
export const PREVIEW_COMMAND = 'tiaowen.preview';

/** The previews that are open, one for a document at most. */
class Previews implements vscode.WebviewPanelSerializer {
  private readonly open = new Map<string, PreviewPanel>();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly library: LibraryChanges,
    private readonly extensionUri: vscode.Uri,
  ) {}

  /** Shows the regulation of the active editor. */
  async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE_ID) {
      void vscode.window.showInformationMessage(localized('nothingToPreview'));
      return;
    }
    const known = this.open.get(document.uri.toString());
    if (known) {
      known.reveal();
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await this.fill(vscode.window.createWebviewPanel(PREVIEW_COMMAND, '', column), document);
  }

  /** Shows again what was shown before the window was closed; the page has kept the URI. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri } = (state ?? {}) as { readonly uri?: unknown };
    try {
      if (typeof uri !== 'string') throw new TypeError('no URI');
      const parsed = vscode.Uri.parse(uri, true);
      if (!isDocumentUri(parsed)) throw new TypeError(`no document: ${uri}`);
      await this.fill(panel, await vscode.workspace.openTextDocument(parsed));
    } catch {
      // The text is not there any more, and neither is what there was to see.
      panel.dispose();
    }
  }

  private async fill(panel: vscode.WebviewPanel, document: vscode.TextDocument): Promise<void> {
    const script = await scriptOf(this.extensionUri, 'preview');
    const preview = new PreviewPanel(this.client, this.library, panel, document, script);
    const uri = document.uri.toString();
    this.open.set(uri, preview);
    preview.onDidDispose(() => this.open.delete(uri));
  }
}

/** Registers the print preview. */
export function registerPreview(
  client: BaseLanguageClient,
  library: LibraryChanges,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const previews = new Previews(client, library, extensionUri);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(PREVIEW_COMMAND, () => previews.show()),
    vscode.window.registerWebviewPanelSerializer(PREVIEW_COMMAND, previews),
  );
}
