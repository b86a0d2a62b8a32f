import * as vscode from 'vscode';
import { until } from './until';

describe('the output channel', () => {
  it('shows what the server says', async () => {
    await vscode.commands.executeCommand('tiaowen.showOutput');
    try {
      await until('the line that tells of the start', () =>
        vscode.workspace.textDocuments.find(
          (document) =>
            document.uri.scheme === 'output' &&
            /条文服务 .* 已启动|Tiaowen server .* has started/.test(document.getText()),
        ),
      );
    } finally {
      await vscode.commands.executeCommand('workbench.action.closePanel');
    }
  });
});
