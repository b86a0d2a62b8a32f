import { URI } from 'vscode-uri';

/**
 * Most files' URIs, as Node writes them: letters, and what has to be escaped as it is in a key, but for the round
 * brackets, which a key has escaped. A second slash would begin another machine's name.
 */
const PLAIN = /^file:\/\/\/(?!\/)(?:[\w.\-~/()]|%20|%E[1-9A-CEF]%[89AB][0-9A-F]%[89AB][0-9A-F])*$/;

/**
 * The key of a URI: URIs with the same key name the same file, however their characters are escaped and whatever the
 * case of a drive letter. A string that is no URI is its own key.
 */
export function uriKey(uri: string): string {
  // What parsing and writing would make of it, in a twentieth of the time.
  if (PLAIN.test(uri)) return uri.replaceAll('(', '%28').replaceAll(')', '%29');
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The key of a folder: as of {@link uriKey}, without a slash at the end. */
export function folderKey(uri: string): string {
  return uriKey(uri).replace(/\/$/, '');
}

/** Whether a key names something below a folder, given by its key, or the folder itself. */
export function isWithin(key: string, folder: string): boolean {
  return key === folder || key.startsWith(`${folder}/`);
}

/** Whether a key is one of many, or names something below one of them. */
export function isWithinAny(key: string, folders: ReadonlySet<string>): boolean {
  for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
    if (folders.has(key.slice(0, end))) return true;
  }
  return false;
}

/** The URI of something in a folder, by its name. */
export function uriBelow(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${encodeURIComponent(name)}`;
}

/** A URI as people read it: the path of a file, else the URI without escapes. */
export function readableUri(uri: string): string {
  try {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : parsed.toString(true);
  } catch {
    return uri;
  }
}

/**
 * The folder that a setting names: a URI, or an absolute path.
 *
 * @returns its URI; undefined for a relative path, because no folder is known that it would start from
 */
export function folderUri(entry: string): string | undefined {
  // The scheme of a URI has two letters at least here: `c:\` is a drive.
  if (/^[a-z][a-z0-9+.-]+:/i.test(entry)) return folderKey(entry);
  return isAbsolutePath(entry) ? folderKey(URI.file(entry).toString()) : undefined;
}

/** Whether a setting names a folder by its path, with a drive's letter or without. */
export function isAbsolutePath(entry: string): boolean {
  return /^(?:[a-z]:[\\/]|[\\/])/i.test(entry);
}

/**
 * How each file's URI is written. Editors escape URIs in different ways, and compare those that we answer with their
 * own as strings: once an editor has named a file, its way of writing is ours.
 */
export class Spellings {
  private readonly byKey = new Map<string, string>();

  /**
   * @param shown the URI of the document that shows a file; documents and files have the same one, where it is absent
   */
  constructor(private readonly shown: (uri: string) => string = (uri) => uri) {}

  /** The URI that the library has a file under; the given one where it has none. */
  of(uri: string): string {
    return this.byKey.get(this.keyOf(uri)) ?? uri;
  }

  /**
   * The URI that the library has, or is to have, a file under: this one, if the file is new.
   *
   * @param key of this URI, where it is known
   */
  settle(uri: string, key?: string): string {
    const shown = this.shown(uri);
    const ownKey = key !== undefined && shown === uri ? key : uriKey(shown);
    const known = this.byKey.get(ownKey);
    if (known === undefined) this.byKey.set(ownKey, shown);
    return known ?? shown;
  }

  /** Takes this way of writing from now on. */
  adopt(uri: string): void {
    this.byKey.set(this.keyOf(uri), uri);
  }

  private keyOf(uri: string): string {
    return uriKey(this.shown(uri));
  }
}
