import * as vscode from 'vscode';
import { localized, reasonOf } from './l10n';
import { noticePage } from './noticePage';
import { wordTextUri } from './wordTexts';
import { nameOf } from './nameOf';

/** The type of the editor, as the manifest has it. */
const WORD_EDITOR = 'tiaowen.word';

/**
 * What opens when a Word document is clicked: its text as regulation text that can only be read, from where it can be
 * imported. The editor itself is seen only where the document has no text to show; it says why.
 */
class WordEditor implements vscode.CustomReadonlyEditorProvider {
  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    const { viewColumn } = panel;
    try {
      const document = await vscode.workspace.openTextDocument(wordTextUri(uri));
      await vscode.window.showTextDocument(document, { viewColumn: viewColumn ?? vscode.ViewColumn.Active });
      panel.dispose();
    } catch (error) {
      const name = nameOf(uri);
      panel.webview.html = noticePage(localized('wordUnreadable', name, reasonOf(error)));
    }
  }
}

/** Registers the editor of Word documents. */
export function registerWordEditor(): vscode.Disposable {
  return vscode.window.registerCustomEditorProvider(WORD_EDITOR, new WordEditor());
}
