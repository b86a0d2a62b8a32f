import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The Markdown that a hover shows at a place; empty where there is none. */
export async function hoverAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<vscode.MarkdownString> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  assert.ok(contents.length <= 1, 'several hovers at one place');
  const [content = new vscode.MarkdownString()] = contents;
  assert.ok(content instanceof vscode.MarkdownString);
  return content;
}

/**
 * Follows a link of a hover as a click does.
 * @param label the text of the link; the first one with it counts
 */
export async function follow({ value, isTrusted }: vscode.MarkdownString, label: RegExp): Promise<void> {
  const links = [...value.matchAll(/\[([^\]]*)\]\(([^)]*)\)/g)];
  const [, , target] = links.find(([, text = '']) => label.test(text)) ?? [];
  assert.ok(target, `no link ${String(label)} in ${value}`);
  const { scheme, path: command, query } = vscode.Uri.parse(target);
  assert.equal(scheme, 'command');
  assert.ok(typeof isTrusted === 'object' && isTrusted.enabledCommands.includes(command), `${command} may not run`);
  // The editor decodes once more what the URI's parser has decoded already.
  const args = JSON.parse(decodeURIComponent(query)) as unknown[];
  await vscode.commands.executeCommand(command, ...args);
}
