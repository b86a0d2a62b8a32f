import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CancellationToken, FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { Encoding } from '../../server/src/library/decode.js';
import { Library } from '../../server/src/library/library.js';
import { NodeFiles } from '../../server/src/library/node/files.js';
import { NodeIndexStore } from '../../server/src/library/node/indexStore.js';
import { reasonOf } from '../../server/src/library/unreadable.js';
import { SourceFolders, type SourceFolder, type Sources } from '../../server/src/sources.js';
import { Spellings } from '../../server/src/uris.js';
import { WorkspaceFiles, type OnProgress } from '../../server/src/workspaceFiles.js';

/** One run of the program, from its start to its end: what it keeps for the next one lies in the storage. */
export class Run {
  readonly library = new Library();
  readonly files: WorkspaceFiles;
  readonly store: NodeIndexStore;
  /** What was said, a line each: of files that can't be read, and of a storage that can't be written. */
  readonly said: string[] = [];
  private sources: SourceFolders | undefined;

  /**
   * @param storage path of the folder for indexes
   * @param code names the code that reads texts
   * @param indexer the script of the thread that indexes; without it that is done in this one
   */
  constructor(storage: string, code = 'this code', indexer?: string) {
    const say = (where: string, error: unknown): void => {
      this.said.push(`${path.basename(where)}：${reasonOf(error).zh}`);
    };
    const sayOf = (uri: string, error: unknown): void => say(fileURLToPath(uri), error);
    this.store = new NodeIndexStore(storage, code, say, indexer);
    this.files = new WorkspaceFiles(this.library, new Spellings(), new NodeFiles(sayOf), sayOf, this.store);
  }

  /** Takes the texts below a folder, a path, as they were when the index was written. */
  use(folder: string, encoding: Encoding | 'auto' = 'auto'): Promise<this> {
    return this.useAll({ workspaceFolders: [], libraryFolders: [uriOf(folder)], encoding });
  }

  async useAll(sources: Sources): Promise<this> {
    this.sources = new SourceFolders(sources);
    await this.files.use(sources);
    return this;
  }

  /** Makes them what they are now; returns how many files had to be read. */
  async load(onProgress: OnProgress = () => undefined, token = CancellationToken.None): Promise<number> {
    let count = 0;
    await this.files.load((read, all) => {
      count = read;
      onProgress(read, all);
    }, token);
    return count;
  }

  follow(events: readonly FileEvent[]): Promise<boolean> {
    return this.files.follow(events, CancellationToken.None);
  }

  /** Finds all citations and keeps them for the next run. */
  async keepCitations(): Promise<void> {
    await this.files.prepare(CancellationToken.None, () => false);
    await this.files.keepCitations();
  }

  /** The first folder of those that texts are taken from. */
  get folder(): SourceFolder {
    const [folder] = this.sources?.folders ?? [];
    if (!folder) throw new Error('no folder is in use');
    return folder;
  }

  /** The texts by their names below the first folder, in the order of the names. */
  get texts(): Record<string, string> {
    const { uri: folder } = this.folder;
    const names = this.library
      .documents()
      .map(({ uri, text }) => [decodeURIComponent(uri.slice(folder.length + 1)), text] as const);
    return Object.fromEntries(names.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** What an editor tells of changes of files, by their paths. */
export function events(kind: keyof typeof FileChangeType, ...files: readonly string[]): FileEvent[] {
  return files.map((file) => ({ uri: uriOf(file), type: FileChangeType[kind] }));
}
