import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGE_ID } from '../../server/src/protocol';
import { textOfWord } from './importWord';
import { wordFilesIn } from './uriList';

const URI_LIST = 'text/uri-list';

/** Word documents dropped into a regulation text: their texts are put there, as importing them would write them. */
export function registerWordDrop(client: BaseLanguageClient): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(LANGUAGE_ID, {
    async provideDocumentDropEdits(_document, _position, dataTransfer, token) {
      const list = await dataTransfer.get(URI_LIST)?.asString();
      const texts: string[] = [];
      for (const uri of wordFilesIn(list ?? '')) {
        const text = token.isCancellationRequested ? undefined : await textOfWord(client, vscode.Uri.parse(uri));
        if (text !== undefined) texts.push(text);
      }
      return texts.length > 0 ? new vscode.DocumentDropEdit(texts.join('')) : undefined;
    },
  });
}
