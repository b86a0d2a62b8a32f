import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CancellationToken } from 'vscode-languageserver';
import { CORPUS } from '../corpus.js';
import type { Encoding } from '../library/decode.js';
import { RegulationDocument } from '../library/document.js';
import { fileName, isRegulationFile, isTextFile, isWordFile, TEXT_EXTENSIONS } from '../library/files.js';
import { Library } from '../library/library.js';
import { packageFolder } from '../library/node/packageFolder.js';
import { NodeFiles } from '../library/node/files.js';
import { Reach } from '../library/node/reach.js';
import { NodeIndexStore } from '../library/node/indexStore.js';
import { readText } from '../library/readText.js';
import { noIndex, type UnreadableError } from '../library/unreadable.js';
import { CORPUS_SCHEME } from '../protocol.js';
import { Turns } from '../library/turns.js';
import { Spellings, uriBelow } from '../uris.js';
import { CODE } from '../version.js';
import { WorkspaceFiles } from '../workspaceFiles.js';
import { cacheFolder } from './cacheFolder.js';
import type { Terminal } from './terminal.js';
import { writeText } from './writeText.js';

/** A text that a command was given. */
export interface GivenText {
  /** The file as it was named on the command line, or as it was found below a folder named there. */
  readonly name: string;
  readonly uri: string;
}

/**
 * The texts a command works on, in a library together with those that they are resolved against: one another, the
 * bundled corpus, and the folders named by `--library`.
 */
export class Texts {
  readonly library = new Library();
  private readonly files: NodeFiles;
  private readonly names = new Map<string, string>();
  /** Folders of the library by their URIs, as they were given. */
  private readonly folders = new Map<string, string>();
  private readonly turns = new Turns();

  constructor(
    private readonly terminal: Terminal,
    private readonly encoding: Encoding | 'auto',
  ) {
    this.files = new NodeFiles((uri, error) => terminal.complainOf(this.nameOf(uri), error));
    const folder = packageFolder('corpus');
    const base = folder === undefined ? `${CORPUS_SCHEME}:` : pathToFileURL(folder).href;
    for (const { name, text, identity } of CORPUS) {
      this.library.putFile(RegulationDocument.of(uriBelow(base, name), text, identity));
    }
  }

  /** Puts another text into a file that was read, if it is another one; where it can't be written, says so. */
  async write(given: GivenText, after: string): Promise<void> {
    const before = this.document(given).text;
    if (after === before) return;
    try {
      await writeText(fileURLToPath(given.uri), before, after, this.encoding);
    } catch (error) {
      this.terminal.complainOf(given.name, error);
    }
  }

  /**
   * Reads a file.
   *
   * @param name its path, absolute or from the working directory
   * @returns undefined where it can't be read, which has then been said
   */
  async read(name: string): Promise<GivenText | undefined> {
    const uri = uriOf(name);
    if (!(await this.put(uri, name))) return undefined;
    this.names.set(uri, name);
    return { name, uri };
  }

  /** Reads files, and all texts below folders, each text once, in the order of the paths and of the names below them. */
  async readAll(paths: readonly string[]): Promise<GivenText[]> {
    const given = new Map<string, GivenText>();
    for (const name of paths) {
      for (const file of await this.filesAt(name)) {
        const text = given.has(uriOf(file)) ? undefined : await this.read(file);
        if (text) given.set(text.uri, text);
      }
    }
    return [...given.values()];
  }

  /**
   * Takes the texts below folders into the library, to resolve citations against; from an index where they have not
   * changed since the last time.
   *
   * @param onNoIndex is told if the index can't be written, without which all works; where to, and why
   * @returns how many there are, and how many of them had to be read
   */
  async addLibrary(
    folders: readonly string[],
    onNoIndex = (storage: string, error: UnreadableError) => this.terminal.warn(noIndex(storage, error)),
  ): Promise<{ all: number; read: number }> {
    for (const folder of folders) this.folders.set(uriOf(folder).replace(/\/$/, ''), folder);
    const store = new NodeIndexStore(cacheFolder(), CODE, onNoIndex);
    const complain = (uri: string, error: unknown): void => this.terminal.complainOf(this.nameOf(uri), error);
    const files = new WorkspaceFiles(this.library, new Spellings(), this.files, complain, store);
    let read = 0;
    await files.use({ workspaceFolders: [], libraryFolders: folders.map(uriOf), encoding: this.encoding });
    await files.load((count) => (read = count), CancellationToken.None);
    return { all: files.count, read };
  }

  /** The document of a text that was read. */
  document({ uri }: GivenText): RegulationDocument {
    const document = this.library.document(uri);
    if (!document) throw new Error(`not read: ${uri}`);
    return document;
  }

  /** A file's name for output: as it, or the folder that it was found below, was given; else its absolute path. */
  nameOf(uri: string): string {
    const known = this.names.get(uri) ?? this.folders.get(uri);
    if (known !== undefined) return known;
    if (!uri.startsWith('file:')) return decodeURI(uri);
    for (const [folder, name] of this.folders) {
      if (uri.startsWith(`${folder}/`)) return path.join(name, path.relative(name, fileURLToPath(uri)));
    }
    return fileURLToPath(uri);
  }

  /** Lets go of the trees of the documents that are done with. */
  pause(): Promise<void> {
    return this.turns.pause();
  }

  private async put(uri: string, name: string): Promise<boolean> {
    try {
      this.library.setFile(uri, await readText(this.files, uri, this.encoding));
    } catch (error) {
      this.terminal.complainOf(name, error);
      return false;
    }
    // Now, a text at a time, and not of all texts at once when a title is looked up.
    void this.library.document(uri)?.facts;
    await this.pause();
    return true;
  }

  /** The file itself, or the texts below a folder, named as the folder was. */
  private async filesAt(name: string): Promise<string[]> {
    const isFolder = await stat(name).then(
      (status) => status.isDirectory(),
      () => false,
    );
    if (!isFolder) return [name];
    const texts = await this.textsBelow(name);
    return texts.filter(({ uri }) => mayBeRegulation(uri)).map((text) => text.name);
  }

  /** The texts below a folder, named as the folder was. */
  private async textsBelow(folder: string): Promise<GivenText[]> {
    this.names.set(uriOf(folder), folder);
    // What lies in a folder may be anybody's; a file that is named itself is read wherever it is.
    const reach = new Reach(() => ({ workspaceFolders: [uriOf(folder), uriOf('.')], libraryFolders: [] }));
    const files = new NodeFiles((uri, error) => this.terminal.complainOf(this.nameOf(uri), error), reach);
    const uris = await files.list(uriOf(folder), TEXT_EXTENSIONS);
    return uris.map((uri) => ({ name: path.join(folder, path.relative(folder, fileURLToPath(uri))), uri }));
  }
}

/**
 * Below a folder, what is about the folder itself is no text of it; of Word documents, which may be anything, only those
 * are that are named as regulations.
 */
function mayBeRegulation(uri: string): boolean {
  if (!isTextFile(uri) || (isWordFile(uri) && !isRegulationFile(uri))) return false;
  return !/^(?:readme|changelog|license|contributing)\b/i.test(fileName(uri));
}

function uriOf(name: string): string {
  return pathToFileURL(path.resolve(name)).href;
}
