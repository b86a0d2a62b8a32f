import * as vscode from 'vscode';

/** The script of a page, as it was built. */
export async function scriptOf(extensionUri: vscode.Uri, name: string): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', `${name}.js`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
