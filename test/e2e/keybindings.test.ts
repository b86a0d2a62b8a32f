import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, untilActive } from './editor';

interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** All keys of VS Code and its extensions that nobody has changed, from the file in which VS Code lists them. */
async function defaultKeybindings(): Promise<readonly Keybinding[]> {
  await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
  const { document } = await untilActive(
    'the list of keys',
    ({ document }) => document.fileName.endsWith('keybindings.json') && document.getText().includes('tiaowen.'),
  );
  return JSON.parse(document.getText().replaceAll(/^\s*\/\/.*$/gm, '')) as Keybinding[];
}

describe('the keys of the extension', () => {
  after(closeAll);

  it('take none in an editor from a command of VS Code', async () => {
    const all = await defaultKeybindings();
    const isOurs = ({ command }: Keybinding): boolean => command.startsWith('tiaowen.');
    const ours = all.filter((each) => isOurs(each) && each.when?.includes('editorTextFocus'));
    assert.ok(ours.length > 0);
    // VS Code lists a few that are switched off, for their names.
    const others = all.filter((each) => !isOurs(each) && each.when !== 'false');
    // No key may be the beginning of another one, either.
    const meet = (a: string, b: string): boolean => `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `);
    assert.deepEqual(
      ours.flatMap((own) => others.filter(({ key }) => meet(own.key, key))),
      [],
    );
  });
});
