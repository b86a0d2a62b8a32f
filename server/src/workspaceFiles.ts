import { FileChangeType, type CancellationToken, type FileEvent } from 'vscode-languageserver';
import type { Encoding } from './library/decode.js';
import { isLasting, RegulationDocument, type KnownCitations } from './library/document.js';
import { TEXT_EXTENSIONS, type FileAccess } from './library/files.js';
import type { Library } from './library/library.js';
import { textOf } from './library/readText.js';
import type { CitationsToKeep, IndexedText, IndexStore, TextIndex } from './library/textIndex.js';
import { Turns } from './library/turns.js';
import { isIn, SourceFolders, type SourceFolder, type Sources } from './sources.js';
import { folderKey, isWithin, isWithinAny, uriKey, type Spellings } from './uris.js';

/** How many files are read at once, to hide what a file's way takes and yet hold few in memory. */
const BATCH = 16;

/** A folder with the index that its texts are read from, if it has one. */
interface Source {
  readonly folder: SourceFolder;
  index: TextIndex | undefined;
}

/** A text that is in the library from here. */
interface Loaded {
  /** Whose index it is read from; undefined for one that is in memory. */
  readonly source: Source | undefined;
  readonly document: RegulationDocument;
}

/** How many of how many files have been read. */
export type OnProgress = (read: number, all: number) => void;

/** Keeps the library in step with the files of the workspace and of the library's folders. */
export class WorkspaceFiles {
  private sourceFolders = new SourceFolders({ workspaceFolders: [], libraryFolders: [], encoding: 'auto' });
  private encoding: Encoding | 'auto' = 'auto';
  private sources: readonly Source[] = [];
  /** By the files' keys. */
  private readonly loaded = new Map<string, Loaded>();

  /**
   * @param onUnreadable is told of each file that could not be read, and why
   * @param indexes where what is known of the texts is kept from one run to the next, if anywhere
   */
  constructor(
    private readonly library: Library,
    private readonly spellings: Spellings,
    private readonly files: FileAccess,
    private readonly onUnreadable: (uri: string, error: unknown) => void,
    private readonly indexes?: IndexStore,
  ) {}

  /** The URIs of the regulations of the workspace's folders. */
  get workspaceUris(): string[] {
    const keys = [...this.loaded.keys()].filter((key) => this.sourceFolders.isOfWorkspace(key));
    return keys.map((key) => this.spellings.of(key));
  }

  /** Whether a file is the workspace's own, where it is a regulation by its name. */
  isOfWorkspace(uri: string): boolean {
    return this.sourceFolders.isOfWorkspace(uriKey(uri));
  }

  /** Whether a file lies in a folder that texts are taken from. */
  isOfSource(uri: string): boolean {
    return this.sourceFolders.has(uriKey(uri));
  }

  /** How many texts are in the library from here. */
  get count(): number {
    return this.loaded.size;
  }

  /**
   * Takes texts from these sources, and no longer from others. What the indexes have is in the library at once, as it
   * was when they were written; {@link load} then makes it what it is now. It gives way to other work.
   *
   * @returns whether there are other texts in the library now
   */
  async use(sources: Sources): Promise<boolean> {
    // In another encoding every text is another one.
    let changed = sources.encoding !== this.encoding && this.removeAll(() => true);
    this.encoding = sources.encoding;
    const earlier = this.sources;
    this.sourceFolders = new SourceFolders(sources);
    this.sources = this.sourceFolders.folders.map(
      (folder) => earlier.find((source) => isSame(source.folder, folder)) ?? { folder, index: this.open(folder) },
    );
    const isLeft = (source: Source | undefined): boolean => source !== undefined && !this.sources.includes(source);
    changed = this.removeAll((key, { source }) => isLeft(source) || !this.sourceFolders.takes(key)) || changed;
    for (const source of earlier) if (isLeft(source)) source.index?.close();
    const turns = new Turns();
    for (const source of this.sources) {
      for (const text of source.index?.texts.values() ?? []) {
        const key = keyOf(source, text.name);
        if (!this.loaded.has(key)) changed = this.take(source, text, key) || changed;
        await turns.pause();
      }
    }
    return changed;
  }

  /**
   * Makes the library hold the texts of the sources as their files are now. It gives way to other work; what is read is
   * in use at once.
   *
   * @param token stops the work; what has been read stays, and the next load goes on from there
   * @returns whether there are other texts in the library now
   */
  async load(onProgress: OnProgress, token: CancellationToken): Promise<boolean> {
    let changed = false;
    const inMemory: SourceFolder[] = [];
    const found = new Set<string>();
    for (const source of this.sources) {
      if (token.isCancellationRequested) return changed;
      const refreshed = this.indexes?.takes(source.folder) ? await this.refresh(source, onProgress, token) : undefined;
      changed = (refreshed ?? false) || changed;
      if (refreshed !== undefined) continue;
      const uris = await this.textsIn(source.folder.uri);
      for (const uri of uris) found.add(uriKey(uri));
      inMemory.push(source.folder);
      const isRead = (uri: string): boolean => {
        const loaded = this.loaded.get(uriKey(uri));
        return loaded !== undefined && loaded.source !== source;
      };
      const wanted = uris.filter((uri) => !isRead(uri));
      changed = (await this.read(wanted, (read) => onProgress(read, wanted.length), token)) || changed;
    }
    const isGone = (key: string): boolean =>
      !found.has(key) && inMemory.some((folder) => isWithin(key, folder.key)) && !this.loaded.get(key)?.source;
    return this.removeAll(isGone) || changed;
  }

  /**
   * Makes the citations of all texts that are in the library from here, so that nobody waits for them. It gives way to
   * other work.
   *
   * @param isBusy stops it for a while
   */
  async prepare(token: CancellationToken, isBusy: () => boolean): Promise<void> {
    const turns = new Turns();
    for (const { document } of [...this.loaded.values()]) {
      while (isBusy() && !token.isCancellationRequested) await turns.rest();
      if (token.isCancellationRequested) return;
      if (this.library.document(document.uri) === document) this.library.prepare(document);
      await turns.pause();
    }
  }

  /**
   * Keeps in the indexes what citations have become known since they were written.
   *
   * @returns whether there are other texts in the library now: without one that can't be had any more
   */
  async keepCitations(): Promise<boolean> {
    let changed = false;
    for (const source of this.sources) {
      const { folder, index } = source;
      if (!index) continue;
      const citations = await this.newCitations(source, index);
      const written = citations.size > 0 ? await this.indexes?.keepCitations(folder, index, citations) : undefined;
      if (!written) continue;
      if (source.index === index) changed = (await this.moveTo(source, written)) || changed;
      else written.close();
    }
    return changed;
  }

  /**
   * Follows changes of files and folders.
   *
   * @returns whether there is another text in the library now; not where an editor has the file open, whose text counts
   */
  async follow(events: readonly FileEvent[], token: CancellationToken): Promise<boolean> {
    const deleted = new Set(events.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
    const changed: string[] = [];
    const gone = new Set<string>();
    const found = new Set<string>();
    for (const { uri, type } of withoutRepetition(events)) {
      const key = uriKey(uri);
      if (!this.sourceFolders.has(key)) continue;
      if (type === FileChangeType.Deleted) gone.add(key);
      else if (this.sourceFolders.takes(uri)) changed.push(uri);
      else if (type === FileChangeType.Created) {
        const uris = await this.textsIn(uri);
        for (const below of uris) changed.push(below);
        // A folder may have taken the place of another one, of whose texts nobody tells.
        if (!deleted.has(uri)) continue;
        gone.add(key);
        for (const below of uris) found.add(uriKey(below));
      }
    }
    const removed = gone.size > 0 && this.removeAll((file) => isWithinAny(file, gone) && !found.has(file));
    return (await this.read(changed, () => undefined, token)) || removed;
  }

  /** Somebody is editing: reading that is under way in another thread leaves the machine to that for a moment. */
  giveWay(): void {
    this.indexes?.giveWay();
  }

  private open(folder: SourceFolder): TextIndex | undefined {
    return this.indexes?.takes(folder) ? this.indexes.open(folder) : undefined;
  }

  /** Whether there are other texts in the library now; undefined where the folder's texts can't be kept in an index. */
  private async refresh(
    source: Source,
    onProgress: OnProgress,
    token: CancellationToken,
  ): Promise<boolean | undefined> {
    let changed = false;
    const index = await this.indexes?.refresh(
      source.folder,
      source.index,
      {
        onTexts: (texts) => texts.forEach((text) => (changed = this.take(source, text) || changed)),
        onGone: (names) => names.forEach((name) => (changed = this.remove(keyOf(source, name)) || changed)),
        onProgress,
        onUnreadable: this.onUnreadable,
      },
      token,
    );
    // The sources may be others by now.
    if (!this.sources.includes(source)) {
      if (index !== source.index) index?.close();
    } else if (index) changed = (await this.exchange(source, index, token.isCancellationRequested)) || changed;
    return index ? changed : undefined;
  }

  /**
   * From now on the texts are read from this index, which was compared with the files just now.
   *
   * @param isPartial files may be missing in it
   */
  private async exchange(source: Source, index: TextIndex, isPartial: boolean): Promise<boolean> {
    if (index === source.index && this.isTaken(source, index)) return false;
    let changed = false;
    const turns = new Turns();
    const keys = new Set<string>();
    for (const text of index.texts.values()) {
      const key = keyOf(source, text.name);
      keys.add(key);
      // What is read from this very index already need not be taken from it once more.
      const isTaken = index === source.index && this.loaded.get(key)?.source === source;
      changed = (!isTaken && this.take(source, text, key)) || changed;
      await turns.pause();
    }
    // A text in memory is of a file that came since the index before was written; it may have gone unnoticed.
    const isOf = (key: string, loaded: Loaded): boolean =>
      loaded.source === source || (!loaded.source && !isPartial && isIn(key, source.folder));
    changed = this.removeAll((key, loaded) => !keys.has(key) && isOf(key, loaded)) || changed;
    this.setIndex(source, index);
    return changed;
  }

  /** Whether the texts of a folder that are in the library are exactly those of its index. */
  private isTaken(source: Source, index: TextIndex): boolean {
    let count = 0;
    for (const [key, loaded] of this.loaded) {
      if (loaded.source === source) count++;
      else if (!loaded.source && isIn(key, source.folder)) return false;
    }
    return count === index.texts.size;
  }

  /**
   * From now on the texts are read from this index, which was made from the one before and knows nothing of what has
   * happened to the files since.
   */
  private async moveTo(source: Source, index: TextIndex): Promise<boolean> {
    const turns = new Turns();
    const keys = new Set<string>();
    for (const text of index.texts.values()) {
      const key = keyOf(source, text.name);
      keys.add(key);
      const loaded = this.loaded.get(key);
      if (loaded?.source === source) loaded.document.store(text);
      await turns.pause();
    }
    const changed = this.removeAll((key, loaded) => loaded.source === source && !keys.has(key));
    this.setIndex(source, index);
    return changed;
  }

  private setIndex(source: Source, index: TextIndex): void {
    if (source.index !== index) source.index?.close();
    source.index = index;
  }

  /** Takes a text from an index, unless another source has it. */
  private take(source: Source, text: IndexedText, key = keyOf(source, text.name)): boolean {
    const loaded = this.loaded.get(key);
    if (loaded?.source && loaded.source !== source) return false;
    if (loaded?.document.identity === text.identity) {
      loaded.document.store(text);
      this.loaded.set(key, { source, document: loaded.document });
      return false;
    }
    const uri = this.spellings.settle(uriOf(source, text.name), key);
    return this.put(key, { source, document: RegulationDocument.stored(uri, text) });
  }

  private async newCitations(source: Source, index: TextIndex): Promise<Map<string, CitationsToKeep>> {
    const turns = new Turns();
    const known = new Map<string, CitationsToKeep>();
    for (const text of index.texts.values()) {
      await turns.pause();
      const loaded = this.loaded.get(keyOf(source, text.name));
      const made = loaded?.document.identity === text.identity ? loaded.document.citationsKnown : undefined;
      if (!loaded || !made || isSameState(made.against, text.against) || !isLasting(made)) continue;
      known.set(text.name, { ...made, lineWidths: loaded.document.lines.widths });
    }
    return known;
  }

  /** The texts below a folder that belong to the library; none where it is no folder or can't be listed. */
  private async textsIn(folder: string): Promise<string[]> {
    try {
      const isSource = this.sources.some((source) => source.folder.key === folderKey(folder));
      const uris = await this.files.list(folder, TEXT_EXTENSIONS, !isSource);
      return uris.filter((uri) => this.sourceFolders.takes(uri));
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
        uris.slice(from, from + BATCH).map(async (uri) => ({ uri, document: await this.documentOf(uri, turns) })),
      );
      for (const { uri, document } of batch) {
        if (token.isCancellationRequested) return changed;
        const key = uriKey(uri);
        changed = (document ? this.put(key, { source: undefined, document }) : this.remove(key)) || changed;
        await turns.pause();
      }
      onProgress(Math.min(from + BATCH, uris.length));
    }
    return changed;
  }

  private async documentOf(uri: string, turns: Turns): Promise<RegulationDocument | undefined> {
    try {
      const bytes = await this.files.read(uri);
      const { text } = await textOf(bytes, uri, this.encoding, () => turns.pause());
      return RegulationDocument.of(this.spellings.settle(uri), text, this.indexes?.identify(bytes));
    } catch (error) {
      this.onUnreadable(uri, error);
      return undefined;
    }
  }

  private put(key: string, loaded: Loaded): boolean {
    const { document } = loaded;
    const earlier = this.loaded.get(key)?.document;
    this.loaded.set(key, loaded);
    this.library.putFile(document);
    // Now, a text at a time, and not of all texts at once when a title is looked up; an index has them at hand.
    if (!loaded.source) void document.facts;
    return !this.library.isOpen(document.uri) && !(earlier && isSameText(earlier, document));
  }

  private remove(key: string): boolean {
    if (!this.loaded.delete(key)) return false;
    const uri = this.spellings.of(key);
    this.library.deleteFile(uri);
    return !this.library.isOpen(uri);
  }

  private removeAll(condition: (key: string, loaded: Loaded) => boolean): boolean {
    return [...this.loaded]
      .filter(([key, loaded]) => condition(key, loaded))
      .map(([key]) => this.remove(key))
      .includes(true);
  }
}

function isSame(one: SourceFolder, other: SourceFolder): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isSameText(one: RegulationDocument, other: RegulationDocument): boolean {
  return one.identity === other.identity || one.text === other.text;
}

/** Whether citations were resolved against the same state of the same texts; what was made in a text so is the same. */
function isSameState(one: KnownCitations['against'], other: KnownCitations['against'] | undefined): boolean {
  if (one === other) return true;
  const titles = Object.keys(one);
  return (
    other !== undefined &&
    titles.length === Object.keys(other).length &&
    titles.every((title) => one[title] === other[title])
  );
}

function uriOf({ folder }: Source, name: string): string {
  return `${folder.uri}/${name}`;
}

function keyOf(source: Source, name: string): string {
  return uriKey(uriOf(source, name));
}

/** Of several events of one file the last one counts; an editor may report a file once for each of our watchers. */
function withoutRepetition(events: readonly FileEvent[]): FileEvent[] {
  return [...new Map(events.map((event) => [event.uri, event])).values()];
}
