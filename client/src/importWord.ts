import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  IMPORT_WORD,
  LANGUAGE_ID,
  toBase64,
  type ImportWordParams,
  type ImportWordResult,
} from '../../server/src/protocol';
import { localized, reasonOf } from './l10n';
import { escapedMarkdown } from './messages';
import { readFile } from './readFile';
import { wordFileOf } from './wordTexts';
import { nameOf } from './nameOf';

/** Names that the editor takes for those of regulations, as the manifest has them. */
const REGULATION_NAME = /(?:条例|办法|规定|细则|规则|决定|解释|法)/;
const WORD_EXTENSION = /\.docx$/i;

/**
 * Makes regulation texts of Word documents: each is written beside its document and opened.
 *
 * @param file what the command was called on: a document in the explorer, or one whose text is shown; without it people are
 *   asked
 * @param files all that are selected there
 */
export async function importWord(client: BaseLanguageClient, file: unknown, files: unknown): Promise<void> {
  const given = Array.isArray(files) && files.length > 0 ? (files as unknown[]) : [file];
  let documents = given.filter((each) => each instanceof vscode.Uri).map(wordFileOf);
  if (documents.length === 0) {
    const filters = { [localized('wordDocuments')]: ['docx'] };
    const openLabel = localized('importTitle');
    documents = (await vscode.window.showOpenDialog({ canSelectMany: true, filters, openLabel })) ?? [];
  }
  for (const document of documents) await importOne(client, document);
}

async function importOne(client: BaseLanguageClient, document: vscode.Uri): Promise<void> {
  try {
    const read = await readWord(client, document);
    if (read?.text === undefined) return;
    await showText(document, read.text);
    if (read.notes.length > 0) await showNotes(document, read.notes);
  } catch (error) {
    void vscode.window.showErrorMessage(localized('importFails', nameOf(document), reasonOf(error)));
  }
}

/**
 * The text of a document, to be put into another; notes are listed beside.
 *
 * @returns undefined where people would not say what becomes of tracked changes, or it can't be read, which has been said
 */
export async function textOfWord(client: BaseLanguageClient, document: vscode.Uri): Promise<string | undefined> {
  try {
    const read = await readWord(client, document);
    if (read?.text !== undefined && read.notes.length > 0) await showNotes(document, read.notes);
    return read?.text;
  } catch (error) {
    void vscode.window.showErrorMessage(localized('importFails', nameOf(document), reasonOf(error)));
    return undefined;
  }
}

/** What is in a document; undefined where people would not say what becomes of its tracked changes. */
async function readWord(client: BaseLanguageClient, document: vscode.Uri): Promise<ImportWordResult | undefined> {
  const content = toBase64(await readFile(document));
  const read = (changes: ImportWordParams['changes']): Thenable<ImportWordResult> => {
    const params: ImportWordParams = { content, changes };
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: localized('importing', nameOf(document)) },
      () => client.sendRequest<ImportWordResult>(IMPORT_WORD, params),
    );
  };
  const result = await read('ask');
  if (result.text !== undefined) return result;
  const choices = [
    { label: localized('acceptChanges'), changes: 'accepted' },
    { label: localized('rejectChanges'), changes: 'rejected' },
  ] as const;
  const choice = await vscode.window.showQuickPick(choices, {
    title: localized('trackedChanges', nameOf(document), result.changes),
    ignoreFocusOut: true,
  });
  return choice && read(choice.changes);
}

/** Writes a text beside its document, and opens it; where nothing can be written there, it is opened unsaved. */
async function showText(document: vscode.Uri, text: string): Promise<void> {
  const target = await targetFor(document);
  if (!target) return;
  let opened: vscode.TextDocument;
  if (vscode.workspace.fs.isWritableFileSystem(target.scheme) === false) {
    opened = await vscode.workspace.openTextDocument({ language: LANGUAGE_ID, content: text });
  } else {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    opened = await vscode.workspace.openTextDocument(target);
    await vscode.languages.setTextDocumentLanguage(opened, LANGUAGE_ID);
  }
  await vscode.window.showTextDocument(opened, { preview: false });
}

/** Where the text of a document is written; undefined where people would not say. */
async function targetFor(document: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = nameOf(document).replace(WORD_EXTENSION, '');
  const beside = vscode.Uri.joinPath(document, '..', `${name}${REGULATION_NAME.test(name) ? '.txt' : '.law.txt'}`);
  if (!(await exists(beside))) return beside;
  const [overwrite, saveAs] = [localized('overwrite'), localized('saveAs')];
  const question = localized('fileExists', nameOf(beside));
  const choice = await vscode.window.showWarningMessage(question, { modal: true }, overwrite, saveAs);
  if (choice === saveAs) return vscode.window.showSaveDialog({ defaultUri: beside });
  return choice === overwrite ? beside : undefined;
}

function exists(file: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** Lists beside the text what stands beside it in the document. */
async function showNotes(document: vscode.Uri, notes: ImportWordResult['notes']): Promise<void> {
  const lines = notes.map(({ kind, place, text, author }) => {
    const by = author === undefined ? '' : `（${escapedMarkdown(author)}）`;
    const words = escapedMarkdown(text.replace(/\s*\n\s*/g, '；'));
    return `- ${place === '' ? '' : `**${escapedMarkdown(place)}** `}${localized(kind)}${by}：${words}`;
  });
  const content = `# ${localized('notesOf', escapedMarkdown(nameOf(document)))}\n\n${lines.join('\n')}\n`;
  const list = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const viewColumn = vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(list, { viewColumn, preview: false, preserveFocus: true });
}
