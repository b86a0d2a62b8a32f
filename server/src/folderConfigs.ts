import type { Message } from './checks/check.js';
import { CONFIG_FILE, mergeConfigs, NO_CONFIG, readFolderConfig, type FolderConfig } from './checks/folderConfig.js';
import { CHECK_NAMES } from './checks/registry.js';
import type { FileAccess } from './library/files.js';
import { folderKey, uriKey } from './uris.js';

/** The `.tiaowen.json` of the workspace's folders: what each says on the checks of the texts in and below it. */
export class FolderConfigs {
  private configs = new Map<string, FolderConfig>();
  private readonly texts = new Map<string, string>();
  private readonly merged = new Map<string, FolderConfig>();

  /**
   * @param onWrong is told what is wrong in a file, or with it
   */
  constructor(
    private readonly files: FileAccess,
    private readonly onWrong: (uri: string, message: Message) => void,
  ) {}

  /**
   * Reads those of folders and of all folders below them, and forgets others.
   *
   * @returns whether there are any, or were
   */
  async load(folders: readonly string[]): Promise<boolean> {
    const had = this.configs.size > 0;
    this.configs = new Map();
    this.texts.clear();
    for (const folder of folders) {
      for (const uri of await this.files.list(folder, [CONFIG_FILE])) await this.read(uri);
    }
    this.merged.clear();
    return had || this.configs.size > 0;
  }

  /**
   * Follows changes of files.
   *
   * @returns whether one of ours was among them
   */
  async follow(uris: readonly string[]): Promise<boolean> {
    const ours = uris.filter((uri) => isConfig(uri));
    for (const uri of ours) await this.read(uri);
    if (ours.length > 0) this.merged.clear();
    return ours.length > 0;
  }

  /** What holds for a text: what its folder says, and the folders above. */
  of(uri: string): FolderConfig {
    const folder = folderOf(uri);
    if (this.configs.size === 0) return NO_CONFIG;
    let merged = this.merged.get(folder);
    if (!merged) {
      const chain: FolderConfig[] = [];
      for (let end = folder.length; end > 0; end = folder.lastIndexOf('/', end - 1)) {
        const config = this.configs.get(folder.slice(0, end));
        if (config) chain.unshift(end === folder.length ? config : withoutFiles(config));
      }
      this.merged.set(folder, (merged = mergeConfigs(chain)));
    }
    return merged;
  }

  /** The file that says something on the texts beside a text, and what stands in it; no text where there is none. */
  fileBeside(uri: string): { uri: string; text: string | undefined } {
    const config = `${uri.slice(0, uri.lastIndexOf('/'))}/${CONFIG_FILE}`;
    return { uri: config, text: this.texts.get(folderOf(uri)) };
  }

  private async read(uri: string): Promise<void> {
    const folder = folderOf(uri);
    try {
      const text = new TextDecoder().decode(await this.files.read(uri));
      this.texts.set(folder, text);
      this.configs.set(
        folder,
        readFolderConfig(text, CHECK_NAMES, (message) => this.onWrong(uri, message)),
      );
    } catch {
      // It is gone, or was a folder's: then it says nothing.
      this.texts.delete(folder);
      this.configs.delete(folder);
    }
  }
}

function isConfig(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_FILE}`);
}

function folderOf(uri: string): string {
  const key = uriKey(uri);
  return folderKey(key.slice(0, key.lastIndexOf('/')));
}

/** A file's name is one of its own folder. */
function withoutFiles({ ignore, ...config }: FolderConfig): FolderConfig {
  return { ...config, ignore: ignore.filter(({ file }) => file === undefined) };
}
