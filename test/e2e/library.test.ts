import * as vscode from 'vscode';
import { caretIn, fileUri, show, writeFile } from './editor';
import { hoverAt } from './hovers';
import { until } from './until';

describe('a library folder beside the workspace', () => {
  it('is read where the settings name it by its path', async () => {
    const folder = vscode.Uri.joinPath(fileUri('.'), '..', '条文库');
    const law = vscode.Uri.joinPath(folder, '消防.txt');
    await vscode.workspace.fs.writeFile(
      law,
      new TextEncoder().encode('示范县消防条例\n第一条　消防车通道应当畅通。\n'),
    );
    const draft = await writeFile('消防办法.txt', '示范县消防办法\n第一条　依照《示范县消防条例》第一条办理。\n');
    const setting = vscode.workspace.getConfiguration('tiaowen');
    const change = (folders?: string[]): Thenable<void> =>
      setting.update('library.folders', folders, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await show(draft);
      await change([folder.path]);
      await until('the text of the folder in a hover', async () => {
        const { value } = await hoverAt(document, caretIn(document, '第一条办理'));
        return value.includes('消防车通道应当畅通');
      });
    } finally {
      await change();
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(draft);
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});
