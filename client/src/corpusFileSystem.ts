import * as vscode from 'vscode';
import { CORPUS } from '../../server/src/corpus';
import { CORPUS_SCHEME } from '../../server/src/protocol';
import { treatAsRegulation } from './documentSchemes';
import { localized } from './l10n';

/** The folder of the bundled corpus. */
export const CORPUS_ROOT = vscode.Uri.from({ scheme: CORPUS_SCHEME, path: '/' });

/** The bundled texts, in the order of the corpus. */
export const CORPUS_URIS: readonly vscode.Uri[] = CORPUS.map(({ name }) => vscode.Uri.joinPath(CORPUS_ROOT, name));

/**
 * Serves the bundled corpus as one folder of files. It is read-only: every change is refused with `NoPermissions`,
 * and a path that is not there is `FileNotFound`.
 */
class CorpusFileSystem implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>(
    CORPUS.map(({ name, text }) => [`/${name}`, new TextEncoder().encode(text)]),
  );

  /** Never fires: what is bundled does not change. */
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () => new vscode.Disposable(() => undefined);

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const permissions = vscode.FilePermission.Readonly;
    if (uri.path === CORPUS_ROOT.path)
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0, permissions };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).byteLength, permissions };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (this.files.has(uri.path)) throw vscode.FileSystemError.FileNotADirectory(uri);
    if (uri.path !== CORPUS_ROOT.path) throw vscode.FileSystemError.FileNotFound(uri);
    return CORPUS.map(({ name }) => [name, vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (bytes !== undefined) return bytes;
    throw uri.path === CORPUS_ROOT.path
      ? vscode.FileSystemError.FileIsADirectory(uri)
      : vscode.FileSystemError.FileNotFound(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** Registers the file system of the bundled corpus; its documents are regulation text whatever they are called. */
export function registerCorpus(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(CORPUS_SCHEME, new CorpusFileSystem(), {
      isCaseSensitive: true,
      isReadonly: new vscode.MarkdownString(localized('corpusIsReadOnly')),
    }),
    treatAsRegulation(CORPUS_SCHEME),
  );
}
