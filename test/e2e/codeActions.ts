import * as vscode from 'vscode';
import { until } from './until';

/** How many of the actions are to have their edits. */
const RESOLVED = 5;

/** Waits for an action of a kind that is the one that is meant: before the server has answered there may be none. */
export function untilAction(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind: string,
  isMeant: (action: vscode.CodeAction) => boolean = () => true,
): Promise<vscode.CodeAction> {
  return until(`an action ${kind}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind,
      RESOLVED,
    );
    return actions.find(isMeant);
  });
}
