import { FileChangeType, type CancellationToken, type FileEvent } from 'vscode-languageserver';
import type { Encoding } from './library/decode.js';
import { isRegulationFile, isTextFile, TEXT_EXTENSIONS, type FileAccess } from './library/files.js';
import type { Library } from './library/library.js';
import { readText } from './library/readText.js';
import { Turns } from './turns.js';
import { folderKey, isWithin, uriKey, type Spellings } from './uris.js';

/** Where texts are taken from, by the URIs of folders. */
export interface Sources {
  /** Of the workspace only files named as regulations are are taken: it holds other texts as well. */
  readonly workspaceFolders: readonly string[];
  /** Of the library's folders every text is taken. */
  readonly libraryFolders: readonly string[];
  readonly encoding: Encoding | 'auto';
}

/** How many files are read at once, to hide what a file's way takes and yet hold few in memory. */
const BATCH = 16;

/** Folders that are no part of a workspace's texts; the file accesses leave them out as well. */
const SKIPPED_FOLDER = /\/(?:node_modules|\.[^/]+)(?:\/|$)/;

/** Keeps the library in step with the files of the workspace and of the library's folders. */
export class WorkspaceFiles {
  /** Keys of the folders. */
  private workspaceFolders: readonly string[] = [];
  private libraryFolders: readonly string[] = [];
  private encoding: Encoding | 'auto' = 'auto';
  /** Keys of the files that are in the library from here. */
  private readonly loaded = new Set<string>();

  /**
   * @param onUnreadable is told of each file that could not be read, and why
   */
  constructor(
    private readonly library: Library,
    private readonly spellings: Spellings,
    private readonly files: FileAccess,
    private readonly onUnreadable: (uri: string, error: unknown) => void,
  ) {}

  /** The URIs of the regulations of the workspace's folders. */
  get workspaceUris(): string[] {
    return [...this.loaded].filter((key) => this.isOfWorkspace(key)).map((key) => this.spellings.of(key));
  }

  /**
   * Makes the library hold the texts of these sources: takes out what is not there any more, and reads what is not in
   * it yet. It gives way to other work; what is read is in use at once.
   *
   * @param onProgress is told how many of how many files have been read
   * @param token stops the work; what has been read stays, and the next load goes on from there
   * @returns whether there are other texts in the library now
   */
  async load(
    sources: Sources,
    onProgress: (read: number, all: number) => void,
    token: CancellationToken,
  ): Promise<boolean> {
    this.workspaceFolders = sources.workspaceFolders.map(folderKey);
    this.libraryFolders = sources.libraryFolders.map(folderKey);
    // In another encoding every text is another one.
    let changed = sources.encoding !== this.encoding && this.removeAll(() => true);
    this.encoding = sources.encoding;
    const found = new Map<string, string>();
    for (const folder of [...sources.workspaceFolders, ...sources.libraryFolders]) {
      for (const uri of await this.textsIn(folder)) found.set(uriKey(uri), uri);
      if (token.isCancellationRequested) return changed;
    }
    changed = this.removeAll((key) => !found.has(key)) || changed;
    const wanted = [...found].filter(([key]) => !this.loaded.has(key)).map(([, uri]) => uri);
    return (await this.read(wanted, (read) => onProgress(read, wanted.length), token)) || changed;
  }

  /**
   * Follows changes of files and folders.
   *
   * @returns whether there is another text in the library now; not where an editor has the file open, whose text counts
   */
  async follow(events: readonly FileEvent[], token: CancellationToken): Promise<boolean> {
    const changed: string[] = [];
    let removed = false;
    for (const { uri, type } of withoutRepetition(events)) {
      const key = uriKey(uri);
      if (!this.isInSources(key)) continue;
      if (type === FileChangeType.Deleted) removed = this.removeAll((file) => isWithin(file, key)) || removed;
      else if (this.isWanted(uri)) changed.push(uri);
      else if (type === FileChangeType.Created) changed.push(...(await this.textsIn(uri)));
    }
    return (await this.read(changed, () => undefined, token)) || removed;
  }

  /** The texts below a folder that belong to the library; none where it is no folder or can't be listed. */
  private async textsIn(folder: string): Promise<string[]> {
    try {
      const uris = await this.files.list(folder, TEXT_EXTENSIONS);
      return uris.filter((uri) => this.isWanted(uri));
    } catch (error) {
      this.onUnreadable(folder, error);
      return [];
    }
  }

  /** Whether there is another text in the library now. */
  private async read(
    uris: readonly string[],
    onProgress: (read: number) => void,
    token: CancellationToken,
  ): Promise<boolean> {
    const turns = new Turns();
    let changed = false;
    for (let from = 0; from < uris.length; from += BATCH) {
      const batch = await Promise.all(
        uris.slice(from, from + BATCH).map(async (uri) => ({ uri, text: await this.textOf(uri, turns) })),
      );
      for (const { uri, text } of batch) {
        if (token.isCancellationRequested) return changed;
        changed = (text === undefined ? this.remove(uriKey(uri)) : this.put(uri, text)) || changed;
        await turns.pause();
      }
      onProgress(Math.min(from + BATCH, uris.length));
    }
    return changed;
  }

  private async textOf(uri: string, turns: Turns): Promise<string | undefined> {
    try {
      return await readText(this.files, uri, this.encoding, () => turns.pause());
    } catch (error) {
      this.onUnreadable(uri, error);
      return undefined;
    }
  }

  private put(uri: string, text: string): boolean {
    this.loaded.add(uriKey(uri));
    const spelled = this.spellings.settle(uri);
    const before = this.library.document(spelled)?.text;
    this.library.setFile(spelled, text);
    const document = this.library.document(spelled);
    // Now, a text at a time, and not of all texts at once when a title is looked up.
    if (document) this.library.prepare(document);
    return document?.text !== before;
  }

  private remove(key: string): boolean {
    if (!this.loaded.delete(key)) return false;
    const uri = this.spellings.of(key);
    this.library.deleteFile(uri);
    return !this.library.isOpen(uri);
  }

  private removeAll(condition: (key: string) => boolean): boolean {
    return [...this.loaded]
      .filter(condition)
      .map((key) => this.remove(key))
      .includes(true);
  }

  private isInSources(key: string): boolean {
    return [...this.workspaceFolders, ...this.libraryFolders].some((folder) => {
      if (!isWithin(key, folder)) return false;
      const path = key.slice(folder.length);
      return !SKIPPED_FOLDER.test(isTextFile(key) ? path.slice(0, path.lastIndexOf('/')) : path);
    });
  }

  private isWanted(uri: string): boolean {
    const key = uriKey(uri);
    return isTextFile(key) && (this.isOfWorkspace(key) || this.libraryFolders.some((folder) => isWithin(key, folder)));
  }

  private isOfWorkspace(key: string): boolean {
    return isRegulationFile(key) && this.workspaceFolders.some((folder) => isWithin(key, folder));
  }
}

/** Of several events of one file the last one counts; an editor may report a file once for each of our watchers. */
function withoutRepetition(events: readonly FileEvent[]): FileEvent[] {
  return [...new Map(events.map((event) => [event.uri, event])).values()];
}
