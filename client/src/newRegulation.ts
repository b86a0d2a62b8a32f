import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/protocol';

/**
 * What every regulation begins with, with gaps to fill: the title, the purpose and the law under it (立法技术规范 has them
 * in 第一条). Behind 》 the caret is once a title was chosen from the list: without a gap there the way through them would end.
 */
const BEGINNING = [
  '${1:某某办法}',
  '',
  '第一条　为了${2:规范某某工作}，根据《${3:某某条例}》$4，制定本${5:办法}。',
  '',
  '第二条　$0',
  '',
].join('\n');

/** Opens a new regulation, which is not saved yet, with its beginning. */
export async function newRegulation(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE_ID, content: '' });
  await vscode.window.showTextDocument(document, { preview: false });
  // Not by the editor that was returned: where a preview had to go for it, that may be gone again by now.
  await vscode.commands.executeCommand('editor.action.insertSnippet', { snippet: BEGINNING });
}
