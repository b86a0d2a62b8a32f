import type { Connection } from 'vscode-languageserver';
import { fromBase64 } from './base64.js';
import type { FileAccess } from './library/files.js';
import { UnreadableError } from './library/unreadable.js';
import {
  LIST_FILES,
  READ_FILE,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol.js';

/** Files that the editor reads for us: all of them in a browser, those of virtual workspaces on a desktop. */
export class ClientFiles implements FileAccess {
  constructor(private readonly connection: Pick<Connection, 'sendRequest'>) {}

  async list(folder: string, extensions: readonly string[]): Promise<string[]> {
    const params: ListFilesParams = { folders: [folder], extensions: [...extensions] };
    try {
      const { uris } = await this.connection.sendRequest<ListFilesResult>(LIST_FILES, params);
      return uris;
    } catch (error) {
      const { message } = error as Error;
      throw new UnreadableError('unlisted', { zh: message, en: message });
    }
  }

  async read(uri: string): Promise<Uint8Array> {
    const params: ReadFileParams = { uri };
    const { content } = await this.connection.sendRequest<ReadFileResult>(READ_FILE, params);
    return fromBase64(content);
  }
}

/** Reads `file:` by one access and everything else by another. */
export class FilesByScheme implements FileAccess {
  /** Each is absent where nothing gives such access. */
  constructor(
    private readonly local: FileAccess | undefined,
    private readonly others: FileAccess | undefined,
  ) {}

  list(folder: string, extensions: readonly string[], isFound?: boolean): Promise<string[]> {
    return this.accessTo(folder).list(folder, extensions, isFound);
  }

  read(uri: string): Promise<Uint8Array> {
    return this.accessTo(uri).read(uri);
  }

  private accessTo(uri: string): FileAccess {
    const access = uri.startsWith('file:') ? (this.local ?? this.others) : this.others;
    return access ?? NO_ACCESS;
  }
}

const NO_ACCESS: FileAccess = {
  list: () => Promise.reject(new UnreadableError('unreachable')),
  read: () => Promise.reject(new UnreadableError('unreachable')),
};
