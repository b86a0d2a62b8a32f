import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  WORD_TEXT,
  WORD_TEXT_CHANGED,
  WORD_TEXT_SCHEME,
  type WordTextChangedParams,
  type WordTextParams,
  type WordTextResult,
} from '../../server/src/protocol';
import { treatAsRegulation } from './documentSchemes';

/**
 * Shows the texts of Word documents, which citations lead to, as documents that can only be read. The server takes the
 * text out of the file, and tells when that has changed.
 */
class WordTexts implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    client.onNotification(WORD_TEXT_CHANGED, ({ uri }: WordTextChangedParams) =>
      this.changed.fire(vscode.Uri.parse(uri)),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const params: WordTextParams = { uri: uri.toString() };
    return (await this.client.sendRequest<WordTextResult>(WORD_TEXT, params, token)).text;
  }
}

/** Keeps an editor's own ways of opening Word documents away from their texts, as the server does. */
const EXTENSION = '.txt';

/** The URI under which the text of a Word document is shown, as the server has it. */
export function wordTextUri({ scheme, authority, path }: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: WORD_TEXT_SCHEME, authority, path: path + EXTENSION, query: scheme });
}

/** The Word document whose text a URI shows; any other URI is returned as it is. */
export function wordFileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== WORD_TEXT_SCHEME) return uri;
  const { authority, path, query } = uri;
  return vscode.Uri.from({ scheme: query, authority, path: path.slice(0, -EXTENSION.length) });
}

/** Registers the texts of Word documents; they are regulation text whatever they are called. */
export function registerWordTexts(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(WORD_TEXT_SCHEME, new WordTexts(client)),
    treatAsRegulation(WORD_TEXT_SCHEME),
  );
}
