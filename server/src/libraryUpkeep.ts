import {
  CancellationToken,
  CancellationTokenSource,
  type Connection,
  type FileEvent,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import type { ClientFacts } from './clientFacts.js';
import { say, type Locale } from './features/locale.js';
import { watchFiles } from './fileWatching.js';
import type { Log } from './log.js';
import type { Sources } from './sources.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** So long after an edit the next one may be expected, in milliseconds. */
const TYPING = 1000;

/**
 * Does the work that keeps the library in step with the files, in the background: loads with progress that the user can
 * cancel, follows changes. One piece of work is done after the other, in the order of the events that asked for it.
 */
export class LibraryUpkeep {
  private queue: Promise<void> = Promise.resolve();
  private loading = new CancellationTokenSource();
  private watching: Promise<{ dispose(): void }> | undefined;
  private lastEdit = Number.NEGATIVE_INFINITY;

  /**
   * @param onChanged is called when a piece of work has changed the library
   */
  constructor(
    private readonly connection: Connection,
    private readonly client: ClientFacts,
    private readonly files: WorkspaceFiles,
    private readonly locale: () => Locale,
    private readonly log: Log,
    private readonly onChanged: () => void,
  ) {}

  /** Loads the texts of these sources; a load that is still under way for others is broken off. */
  load(sources: Sources): void {
    this.loading.cancel();
    const { token } = (this.loading = new CancellationTokenSource());
    this.watch(sources);
    this.enqueue('load', async () => {
      if (token.isCancellationRequested) return;
      if (await this.files.use(sources)) this.onChanged();
      if (await this.loadWithProgress(token)) this.onChanged();
      this.prepare(token);
    });
  }

  /** Follows changes of files. */
  follow(events: readonly FileEvent[]): void {
    this.enqueue('didChangeWatchedFiles', async () => {
      if (await this.files.follow(events, CancellationToken.None)) this.onChanged();
    });
  }

  /** Somebody is typing: what can wait waits. */
  edited(): void {
    this.lastEdit = performance.now();
    this.files.giveWay();
  }

  /** Finds the citations of all texts ahead of the questions for them. Changes of files do not wait for it. */
  private prepare(token: CancellationToken): void {
    const isBusy = (): boolean => performance.now() - this.lastEdit < TYPING;
    this.files
      .prepare(token, isBusy)
      .then(() =>
        this.enqueue('keepCitations', async () => {
          if (await this.files.keepCitations()) this.onChanged();
        }),
      )
      .catch((error: unknown) => this.log.fault('prepare', error));
  }

  /** Breaks off what is under way: the server is to end. */
  stop(): void {
    this.loading.cancel();
  }

  private enqueue(name: string, work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => this.log.fault(name, error));
  }

  private async loadWithProgress(token: CancellationToken): Promise<boolean> {
    const stopping = new CancellationTokenSource();
    token.onCancellationRequested(() => stopping.cancel());
    const progress = await this.beginProgress();
    progress?.token.onCancellationRequested(() => stopping.cancel());
    let shown = 0;
    let counted = { read: 0, all: 0 };
    const report = (read: number, all: number): void => {
      counted = { read, all };
      const percentage = Math.floor((100 * read) / all);
      if (percentage === shown) return;
      shown = percentage;
      progress?.report(percentage, `${read}/${all}`);
    };
    let changed: boolean;
    try {
      changed = await this.files.load(report, stopping.token);
    } finally {
      progress?.done();
    }
    if (stopping.token.isCancellationRequested && !token.isCancellationRequested) {
      this.log.warn({
        zh: `已取消读取条文库，读入 ${counted.read} 个文本，共 ${counted.all} 个；其余的引用不能查到`,
        en: `Reading the library was cancelled after ${counted.read} of ${counted.all} texts; citations of the others are not found`,
      });
    }
    return changed;
  }

  /** Undefined where the client shows no progress. */
  private async beginProgress(): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const progress = await this.connection.window.createWorkDoneProgress();
      progress.begin(say(this.locale(), { zh: '读取条文库', en: 'Reading the library' }), 0, undefined, true);
      return progress;
    } catch (error) {
      this.log.fault('window/workDoneProgress/create', error);
      return undefined;
    }
  }

  private watch({ libraryFolders }: Sources): void {
    if (!this.client.watchesFiles) return;
    const earlier = this.watching;
    const folders = this.client.watchesAnyFolder ? libraryFolders : [];
    this.watching = watchFiles(this.connection, folders);
    // The new watchers are there before the old ones go, so that no change is missed in between.
    Promise.all([earlier, this.watching])
      .then(([ended]) => ended?.dispose())
      .catch((error: unknown) => this.log.fault('client/registerCapability', error));
  }
}
