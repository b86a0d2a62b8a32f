import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { paragraph, run, word } from '../support/word';
import { closeAll, DRAFT, fileUri, show, showText, untilShown, untilText, writeFile } from './editor';
import { sourceOfPage } from './reportPages';
import { until } from './until';

/** A document in which 和排水 was added and tracked. */
const TRACKED = word({
  body: paragraph(`${run('第一条　供水')}<w:ins w:id="1">${run('和排水')}</w:ins>${run('办法。')}`),
});

/**
 * Runs a command that asks, and presses keys until it is done.
 * @param keys commands of the editor that do nothing before it is asked; VS Code runs them without a pause between them
 */
async function answered(command: Thenable<unknown>, ...keys: readonly string[]): Promise<void> {
  let isDone = false;
  const done = command.then(() => (isDone = true));
  await until('the answer', async () => {
    await vscode.commands.executeCommand('runCommands', { commands: keys });
    return isDone;
  });
  await done;
}

const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';
const NEXT = 'workbench.action.quickOpenSelectNext';

describe('commands that ask', () => {
  const made: vscode.Uri[] = [];
  const dialogs = vscode.workspace.getConfiguration('files.simpleDialog');
  // VS Code's own dialog for files, which the window of the system covers on a desktop.
  before(() => dialogs.update('enable', true, vscode.ConfigurationTarget.Global));
  after(() => dialogs.update('enable', undefined, vscode.ConfigurationTarget.Global));
  afterEach(async () => {
    await closeAll();
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  /** A document with tracked changes in the workspace, whose text does not exist yet. */
  async function trackedDocument(name: string): Promise<vscode.Uri> {
    const document = fileUri(`${name}.docx`);
    await vscode.workspace.fs.writeFile(document, TRACKED);
    made.push(document);
    return document;
  }

  it('import a Word document with its changes accepted, if so chosen', async () => {
    const document = await trackedDocument('接受');
    await answered(vscode.commands.executeCommand('tiaowen.importWord', document), ACCEPT);
    made.push(fileUri('接受.law.txt'));
    const { document: imported } = await untilShown(fileUri('接受.law.txt'));
    await untilText(imported, '第一条　供水和排水办法。\n');
  });

  it('import a Word document with its changes rejected, if so chosen', async () => {
    for (let attempt = 0; ; attempt++) {
      const name = `拒绝${String(attempt)}`;
      const document = await trackedDocument(name);
      await answered(vscode.commands.executeCommand('tiaowen.importWord', document), NEXT, ACCEPT);
      made.push(fileUri(`${name}.law.txt`));
      const { document: imported } = await untilShown(fileUri(`${name}.law.txt`));
      // Where the list comes between the two keys, its first row is taken.
      if (imported.getText() === '第一条　供水和排水办法。\n' && attempt < 5) continue;
      assert.equal(imported.getText(), '第一条　供水办法。\n');
      break;
    }
  });

  it('import nothing where nothing is chosen', async () => {
    const document = await trackedDocument('未定');
    await answered(vscode.commands.executeCommand('tiaowen.importWord', document), 'workbench.action.closeQuickOpen');
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(fileUri('未定.law.txt'))));
  });

  it('export a Word document to where the dialog suggests, beside the text', async () => {
    const draft = await writeFile('示范县井盖条例.law.txt', '示范县井盖条例\n第一条　井盖。\n');
    const document = fileUri('示范县井盖条例.docx');
    made.push(draft);
    await show(draft);
    await answered(vscode.commands.executeCommand('tiaowen.exportWord'), ACCEPT);
    made.push(document);
    assert.deepEqual([...(await vscode.workspace.fs.readFile(document)).subarray(0, 2)], [0x50, 0x4b]);
  });

  it('export a text that is not saved yet under its title', async () => {
    const content = '\n示范县灯杆条例（草案/一稿）\n第一条　灯杆。\n';
    await showText(content);
    await answered(vscode.commands.executeCommand('tiaowen.exportWord'), ACCEPT);
    const document = fileUri('示范县灯杆条例（草案一稿）.docx');
    made.push(document);
    assert.deepEqual([...(await vscode.workspace.fs.readFile(document)).subarray(0, 2)], [0x50, 0x4b]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('list the duties of all, or only of whom one picks', async () => {
    const rows = async (): Promise<string[]> =>
      (await sourceOfPage())
        .getText()
        .split('\n')
        .filter((line) => line.startsWith('|'));
    const list = async (): Promise<void> => {
      await show(fileUri(DRAFT));
      await vscode.commands.executeCommand('tiaowen.reportDuties');
    };
    await answered(list(), ACCEPT);
    const all = await rows();
    // Where the list comes between the two keys, its first row is taken.
    const ofOne = await until('the list of one', async () => {
      await answered(list(), NEXT, ACCEPT);
      const listed = await rows();
      return listed.length < all.length ? listed : undefined;
    });
    assert.deepEqual(
      ofOne.filter((row) => !all.includes(row)),
      [],
    );
  });
});
