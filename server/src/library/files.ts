import type { Encoding } from './decode.js';

/** The state of a file: while it is the same, so are the bytes. */
export interface Stamp {
  /** Bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
}

/** Access to files, whoever gives it: Node, or an editor that runs in a browser. */
export interface FileAccess {
  /**
   * The files below a folder whose name ends in one of the extensions, in no special order. A folder that can't be read
   * is reported and passed over.
   *
   * @param folder URI
   * @param extensions with the dot: `.txt`
   * @param isFound whether the folder itself was found in another one, and not named by somebody: then nothing is below it
   * if it is a link, as when the other one is listed
   */
  list(folder: string, extensions: readonly string[], isFound?: boolean): Promise<string[]>;
  /** The bytes of a file; rejects with a message for people where it can't be read. */
  read(uri: string): Promise<Uint8Array>;
}

/** The folders, by their URIs, that files are read in: of workspaces those that no link leads out of. */
export interface ReachableFolders {
  readonly workspaceFolders: readonly string[];
  readonly libraryFolders: readonly string[];
}

/** Extensions of files that may hold regulation text. */
export const TEXT_EXTENSIONS: readonly string[] = ['.txt', '.fagui', '.md', '.docx'];

/** Whether a file may hold regulation text; what Word keeps beside an open document (`~$草案.docx`) does not. */
export function isTextFile(uri: string): boolean {
  const name = fileName(uri).toLowerCase();
  return TEXT_EXTENSIONS.some((extension) => name.endsWith(extension)) && !name.startsWith('~$');
}

/** Whether a file is a Word document, whose text has to be taken out of it and can't be edited. */
export function isWordFile(uri: string): boolean {
  return fileName(uri).toLowerCase().endsWith('.docx');
}

/** Whether a file is written in Markdown, in which a text may have comments. */
export function isMarkdownFile(uri: string): boolean {
  return fileName(uri).toLowerCase().endsWith('.md');
}

const REGULATION_NAME = /(?:条例|办法|规定|细则|规则|决定|解释|法)/;

/**
 * Whether a file of a workspace is a regulation by its name, as the editor's language association has it: a folder of
 * drafts holds other texts as well.
 */
export function isRegulationFile(uri: string): boolean {
  const name = fileName(uri);
  return /\.(?:law\.txt|fagui)$/i.test(name) || (/\.(?:txt|md|docx)$/i.test(name) && REGULATION_NAME.test(name));
}

/** The last segment of a URI, decoded; of one without a path, as `untitled:草案`, what is behind the scheme. */
export function fileName(uri: string): string {
  const last = uri.replace(/^[a-z][a-z0-9+.-]*:/i, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The setting `auto` means: look for it. */
export function encodingOf(setting: Encoding | 'auto'): Encoding | undefined {
  return setting === 'auto' ? undefined : setting;
}
