import * as vscode from 'vscode';
import { chosenLanguage, message, type Language, type MessageKey } from './messages';

/** The language of messages: the setting `tiaowen.language`, read anew each time because it can change at any moment. */
export function currentLanguage(): Language {
  return chosenLanguage(vscode.workspace.getConfiguration('tiaowen').get('language'), vscode.env.language);
}

/** A message in the current language; see {@link message}. */
export function localized(key: MessageKey, ...values: readonly (string | number)[]): string {
  return message(currentLanguage(), key, ...values);
}

/** The text of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
