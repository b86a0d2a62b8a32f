import * as vscode from 'vscode';

/** Begins the line with the times; what the suites print (scripts/test-e2e.mjs) reaches the outside with its mark. */
const MARK = 'tiaowen-e2e| activation ';
const LIMIT = 30_000;

/**
 * Runs inside VS Code, on the installed extension: starts it by opening a regulation, and prints the times that VS Code
 * itself took of that, as its page on performance shows them.
 */
export async function run(): Promise<void> {
  const [uri] = await vscode.workspace.findFiles('*办法.txt', undefined, 1);
  if (!uri) throw new Error('no regulation in the workspace');
  await vscode.window.showTextDocument(uri);
  // Resolves when the server runs.
  await vscode.extensions.getExtension('tiaowen.tiaowen')?.activate();
  await vscode.commands.executeCommand('perfview.show');
  const page = await shown((text) => text.includes('| tiaowen.tiaowen'));
  const [, , load = '', call = '', finish = ''] = cells(
    page.split('\n').find((line) => line.includes('tiaowen.tiaowen')),
  );
  console.log(MARK + JSON.stringify({ load: Number(load), call: Number(call), finish: Number(finish) }));
}

function cells(row = ''): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The text of the active editor, once it meets a condition. */
async function shown(meets: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('VS Code shows no times of the extension')), LIMIT);
    const look = (): void => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      if (!meets(text)) return;
      clearTimeout(timer);
      listeners.forEach((listener) => void listener.dispose());
      resolve(text);
    };
    const listeners = [vscode.window.onDidChangeActiveTextEditor(look), vscode.workspace.onDidChangeTextDocument(look)];
    look();
  });
}
