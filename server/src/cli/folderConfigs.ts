import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Message } from '../checks/check.js';
import { CONFIG_FILE, mergeConfigs, readFolderConfig, type FolderConfig } from '../checks/folderConfig.js';
import { CHECK_NAMES } from '../checks/registry.js';
import { FileReader } from '../library/node/files.js';

/** What the folders of files say on checks, each `.tiaowen.json` read once. */
export class FolderConfigsOfFiles {
  private readonly known = new Map<string, FolderConfig | undefined>();
  private readonly files = new FileReader();

  /** @param onWrong is told what is wrong in a file */
  constructor(private readonly onWrong: (file: string, message: Message) => void) {}

  /** What holds for a text: what its folder says, and all folders above. */
  of(uri: string): FolderConfig {
    const chain: FolderConfig[] = [];
    const folder = uri.startsWith('file:') ? path.dirname(fileURLToPath(uri)) : undefined;
    for (let at = folder; at !== undefined; at = path.dirname(at) === at ? undefined : path.dirname(at)) {
      const config = this.in(at);
      if (config) chain.unshift(config);
    }
    // What names a file names one beside it.
    return mergeConfigs(folder !== undefined && !this.in(folder) ? [...chain, { severity: {}, ignore: [] }] : chain);
  }

  private in(folder: string): FolderConfig | undefined {
    if (!this.known.has(folder)) this.known.set(folder, this.read(path.join(folder, CONFIG_FILE)));
    return this.known.get(folder);
  }

  private read(file: string): FolderConfig | undefined {
    let text: string;
    try {
      // Of somebody else's folder it may be a link to what is none of its business: what is read has this name.
      if (path.basename(realpathSync.native(file)) !== CONFIG_FILE) return undefined;
      text = this.files.read(file).bytes.toString('utf8');
    } catch {
      return undefined;
    }
    return readFolderConfig(text, CHECK_NAMES, (message) => this.onWrong(file, message));
  }
}
