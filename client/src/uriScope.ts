/** What of a URI says where a file is; `vscode.Uri` is one. */
export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  /** Decoded, with `/` between segments. */
  readonly path: string;
}

/**
 * Whether a URI names a folder or something below it. A path that climbs (`..`) never does: what it names is decided by
 * the file system, and not by its text.
 */
export function isBelow(uri: UriParts, folder: UriParts): boolean {
  if (uri.scheme !== folder.scheme || uri.authority.toLowerCase() !== folder.authority.toLowerCase()) return false;
  // On Windows a back slash separates as well.
  if (uri.path.split(/[\\/]/).includes('..')) return false;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path === folder.path || uri.path.startsWith(base);
}

/**
 * Whether a URI names this machine, or one that a folder lies on. Others are greeted with the user's name as soon as they
 * are asked for, on some systems, so that a link alone is no reason to ask.
 */
export function isOnKnownMachine({ scheme, authority }: UriParts, folders: readonly UriParts[]): boolean {
  if (scheme !== 'file' || authority === '') return true;
  return folders.some((folder) => folder.authority.toLowerCase() === authority.toLowerCase());
}

/** The paths between a folder and something below it, and of that itself: what could be a link. */
export function pathsBelow(uri: UriParts, folder: UriParts): string[] {
  const base = folder.path.replace(/\/$/, '');
  const names = uri.path
    .slice(base.length)
    .split('/')
    .filter((name) => name !== '');
  return names.map((_, index) => [base, ...names.slice(0, index + 1)].join('/'));
}

/** How an entry of the setting `tiaowen.library.folders` names its folder. */
export type FolderName = 'uri' | 'path' | 'unusable';

/**
 * Tells a URI from an absolute path; a relative path is unusable, because no folder is known that it would start from.
 */
export function folderNameKind(entry: string): FolderName {
  // The scheme of a URI has two letters at least here: `c:\` is a drive.
  if (/^[a-z][a-z0-9+.-]+:/i.test(entry)) return 'uri';
  return /^(?:[a-z]:[\\/]|[\\/])/i.test(entry) ? 'path' : 'unusable';
}
