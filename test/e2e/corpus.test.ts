import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show, untilShown } from './editor';

const ROOT = vscode.Uri.parse('tiaowen-corpus:/');
const REGULATION = vscode.Uri.joinPath(ROOT, '内蒙古自治区促进边境地区高质量发展条例.txt');
const TEXT = new TextEncoder().encode('第一条　改过的文本。');

describe('the bundled corpus', () => {
  it('opens by its command as regulation text, complete and unchanged', async () => {
    await vscode.commands.executeCommand('tiaowen.openCorpus');
    const { document } = await untilShown(REGULATION);
    assert.equal(document.languageId, 'regulation');
    assert.match(document.getText(), /^ 内蒙古自治区促进边境地区高质量发展条例/);
    assert.match(document.getText(), /\[bookmark: _GoBack\]第二章/);
    assert.match(document.getText(), /第七十三条　本条例自2024年1月1日起施行。/);
  });

  it('is one folder of files, and can only be read', async () => {
    const fs = vscode.workspace.fs;
    assert.equal((await fs.stat(ROOT)).type, vscode.FileType.Directory);
    const entries = await fs.readDirectory(ROOT);
    assert.deepEqual(entries, [['内蒙古自治区促进边境地区高质量发展条例.txt', vscode.FileType.File]]);
    const { type, size, permissions } = await fs.stat(REGULATION);
    assert.equal(type, vscode.FileType.File);
    assert.equal(size, (await fs.readFile(REGULATION)).byteLength);
    assert.equal(permissions, vscode.FilePermission.Readonly);
    assert.equal(fs.isWritableFileSystem('tiaowen-corpus'), false);
  });

  describe('refuses', () => {
    const copy = vscode.Uri.joinPath(ROOT, '副本.txt');
    const fs = vscode.workspace.fs;
    const refused: [what: string, change: () => Thenable<void>][] = [
      ['to be written to', () => fs.writeFile(REGULATION, TEXT)],
      ['a new file', () => fs.writeFile(copy, TEXT)],
      ['a new folder', () => fs.createDirectory(copy)],
      ['to be deleted', () => fs.delete(REGULATION)],
      ['to be renamed', () => fs.rename(REGULATION, copy)],
      ['a copy into itself', () => fs.copy(REGULATION, copy)],
    ];
    for (const [what, change] of refused) {
      it(what, async () => {
        await assert.rejects(async () => change(), isFileSystemError('NoPermissions'));
        assert.equal((await fs.readDirectory(ROOT)).length, 1);
      });
    }

    it('a change of the opened text', async () => {
      const document = await show(REGULATION);
      const before = document.getText();
      await vscode.commands.executeCommand('type', { text: '改' });
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, false);
    });
  });

  it('knows no other file', async () => {
    const other = vscode.Uri.joinPath(ROOT, '没有这个条例.txt');
    await assert.rejects(async () => vscode.workspace.fs.stat(other), isFileSystemError('FileNotFound'));
    await assert.rejects(async () => vscode.workspace.fs.readFile(other), isFileSystemError('FileNotFound'));
    await assert.rejects(async () => vscode.workspace.fs.readDirectory(other), isFileSystemError('FileNotFound'));
  });
});

function isFileSystemError(code: string): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof vscode.FileSystemError, String(error));
    assert.equal(error.code, code);
    return true;
  };
}
