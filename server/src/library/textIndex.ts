import type { CancellationToken } from 'vscode-jsonrpc';
import type { Encoding } from './decode.js';
import type { KnownCitations, StoredCitations, StoredText } from './document.js';
import type { UnreadableError } from './unreadable.js';

/** A folder whose texts are to be indexed. */
export interface FolderToIndex {
  /** URI without a slash at the end. */
  readonly uri: string;
  readonly encoding: Encoding | 'auto';
  /** Takes only files that are regulations by their names. */
  readonly regulationsOnly: boolean;
}

/** A file of a folder as an index has it. */
export interface IndexedText extends StoredText {
  /** Path below the folder as it stands in the file's URI. */
  readonly name: string;
}

/** Citations that are to be in an index. */
export type CitationsToKeep = KnownCitations & StoredCitations;

/** The texts of one folder by their names, as they were when the index was written. */
export interface TextIndex {
  readonly texts: ReadonlyMap<string, IndexedText>;
  /** Gives back what it holds of the system; its texts can't be read any more. */
  close(): void;
}

/** What is told while an index is brought up to date. */
export interface IndexListener {
  /** Texts that are new or have changed. */
  onTexts(texts: readonly IndexedText[]): void;
  /** Names of texts that the index had and that are not there any more, or can't be read. */
  onGone(names: readonly string[]): void;
  /** How many of how many files have been read that had to be. */
  onProgress(read: number, all: number): void;
  onUnreadable(uri: string, error: UnreadableError): void;
}

/**
 * Where the indexes of folders are kept from one run to the next. An index that is not there, is damaged, or was made by
 * other code or for other settings counts as empty.
 */
export interface IndexStore {
  /** Somebody is editing: indexing that is under way leaves the machine to that for a moment. */
  giveWay(): void;
  /** Names bytes by their content: what has the same name is the same. */
  identify(bytes: Uint8Array): string;
  /** Whether the folder is one whose texts can be indexed here. */
  takes(folder: FolderToIndex): boolean;
  open(folder: FolderToIndex): TextIndex | undefined;
  /**
   * Brings the index of a folder up to date with its files.
   *
   * @param current the open index; it is the result where it is up to date
   * @param token ends the work early, with what has been read
   * @returns the index; undefined where it can't be written, which has been said
   */
  refresh(
    folder: FolderToIndex,
    current: TextIndex | undefined,
    listener: IndexListener,
    token: CancellationToken,
  ): Promise<TextIndex | undefined>;
  /**
   * Writes citations into an index.
   *
   * @param citations by the names of texts of the index
   * @returns the new index; undefined where it can't be written, which has been said
   */
  keepCitations(
    folder: FolderToIndex,
    index: TextIndex,
    citations: ReadonlyMap<string, CitationsToKeep>,
  ): Promise<TextIndex | undefined>;
}
