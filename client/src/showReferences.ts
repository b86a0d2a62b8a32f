import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type Converter = BaseLanguageClient['protocol2CodeConverter'];

/**
 * The command `SHOW_REFERENCES`, which code lenses run: lists places that cite in the editor's view of references.
 *
 * @param args `[uri, position, locations]` as the protocol has them
 */
export async function showReferences(client: BaseLanguageClient, args: readonly unknown[]): Promise<void> {
  // Any keybinding can run a command, with nothing.
  if (args.length !== 3) return;
  const [uri, position, locations] = args as [
    string,
    Parameters<Converter['asPosition']>[0],
    Parameters<Converter['asLocation']>[0][],
  ];
  const converter = client.protocol2CodeConverter;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    converter.asUri(uri),
    converter.asPosition(position),
    locations.map((location) => converter.asLocation(location)),
  );
}
