import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretIn, closeAll, fileUri, nameOf, show, writeFile } from './editor';
import { hoverAt } from './hovers';
import { codeOf, diagnosticsOf } from './problems';
import { until } from './until';

const NAME = '村镇供水规定.txt';
const TEXT = '示范县村镇供水规定\n第一条　供水单位应该保证水质。\n';
const LAW = '邻县消防条例\n第一条　消防车通道应当畅通。\n';
const DRAFT = '示范县消防办法\n第一条　依照《邻县消防条例》第一条办理。\n';

describe('a workspace of two folders', () => {
  const second = vscode.Uri.joinPath(fileUri('.'), '..', '邻县');
  const made: vscode.Uri[] = [];

  async function writeInto(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  /** Changes the folders of the workspace beside the first one, and waits until the editor says so. */
  async function setOthers(...folders: readonly vscode.Uri[]): Promise<void> {
    const count = (vscode.workspace.workspaceFolders ?? []).length;
    const added = folders.map((uri) => ({ uri }));
    const changed = new Promise<void>((resolve) => {
      const subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => {
        subscription.dispose();
        resolve();
      });
    });
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, count - 1, ...added), 'the folders cannot be changed');
    await changed;
  }

  before(async () => {
    await writeInto(second, NAME, TEXT);
    await writeInto(second, '邻县消防条例.txt', LAW);
    const settings = { 'tiaowen.checks.severity': { 'wording/yinggai': 'error' } };
    await writeInto(second, '.vscode/settings.json', JSON.stringify(settings));
    await setOthers(second);
    made.push(await writeFile(NAME, TEXT), await writeFile('示范县消防办法.txt', DRAFT));
  });
  after(async () => {
    await closeAll();
    for (const uri of made) await vscode.workspace.fs.delete(uri);
    await vscode.workspace.fs.delete(second, { recursive: true });
  });

  it('reports problems of a text by the settings of its folder', async () => {
    const severityIn = async (uri: vscode.Uri): Promise<vscode.DiagnosticSeverity> => {
      const document = await show(uri);
      const found = await until('the problem', () =>
        diagnosticsOf(document).find((diagnostic) => codeOf(diagnostic) === 'wording/yinggai'),
      );
      return found.severity;
    };
    const [here, there] = [fileUri(NAME), vscode.Uri.joinPath(second, NAME)];
    assert.notEqual(await severityIn(here), vscode.DiagnosticSeverity.Error);
    await until('the severity of the other folder', async () => {
      return (await severityIn(there)) === vscode.DiagnosticSeverity.Error;
    });
    assert.notEqual(await severityIn(here), vscode.DiagnosticSeverity.Error);
  });

  it('resolves what a text of one cites in a text of the other, and finds its articles', async () => {
    const document = await show(fileUri('示范县消防办法.txt'));
    await until('the cited text in a hover', async () => {
      const { value } = await hoverAt(document, caretIn(document, '第一条办理'));
      return value.includes('消防车通道应当畅通');
    });
    const symbols = await until('the regulation among the symbols', () =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '邻县消防条例',
      ),
    );
    assert.ok(symbols.some(({ location }) => nameOf(location.uri) === '邻县消防条例.txt'));
  });

  it('has an outline of each text', async () => {
    for (const uri of [fileUri(NAME), vscode.Uri.joinPath(second, NAME)]) {
      await show(uri);
      const symbols = await until('the outline', () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
      );
      const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
      assert.ok(
        names.some((name) => name.startsWith('第一条')),
        names.join('、'),
      );
    }
  });

  it('forgets the texts of a folder that is removed', async () => {
    await setOthers();
    const document = await show(fileUri('示范县消防办法.txt'));
    await until('nothing to show in a hover', async () => {
      const { value } = await hoverAt(document, caretIn(document, '第一条办理'));
      return !value.includes('消防车通道应当畅通');
    });
  });
});
