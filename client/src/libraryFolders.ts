import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { folderNameKind } from './uriScope';

/** The section of our settings. */
const SECTION = 'tiaowen';

/** The folder that an absolute path names; undefined where paths name nothing that can be read. */
export type FolderOfPath = (path: string) => vscode.Uri | undefined;

/** On a desktop and on remote hosts a path is one of the machine that the extension runs on. */
export const onThisMachine: FolderOfPath = (path) => vscode.Uri.file(path);

/** In a browser there is no machine but the one that the workspace lies on, if it is a machine's. */
export const besideWorkspace: FolderOfPath = (path) => {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const host = folders.find(({ scheme }) => scheme === 'file' || scheme === 'vscode-remote');
  return host && vscode.Uri.file(path).with({ scheme: host.scheme, authority: host.authority });
};

/** The folders that the setting `tiaowen.library.folders` names, as far as they can be read. */
export function libraryFolders(folderOfPath: FolderOfPath): vscode.Uri[] {
  const entries: unknown = vscode.workspace.getConfiguration(SECTION).get('library.folders');
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const folder = folderOf(entry, folderOfPath);
    // Joining with `.` takes the `..` out of a path that the user wrote so.
    return folder ? [vscode.Uri.joinPath(folder, '.')] : [];
  });
}

/** Answers the server's request for the settings with URIs of the library's folders; what names none stays as it is. */
export function folderSettings(folderOfPath: FolderOfPath): Middleware['workspace'] {
  return {
    configuration: async (params, token, next) => {
      const answers: unknown = await next(params, token);
      if (!Array.isArray(answers)) return [];
      return answers.map((answer: unknown, index) =>
        params.items[index]?.section === SECTION ? withFolders(answer, folderOfPath) : answer,
      );
    },
  };
}

function withFolders(settings: unknown, folderOfPath: FolderOfPath): unknown {
  const { library } = (settings ?? {}) as { library?: { folders?: unknown } };
  if (!Array.isArray(library?.folders)) return settings;
  const folders = library.folders.map((entry: unknown) => folderOf(entry, folderOfPath)?.toString() ?? entry);
  return { ...(settings as object), library: { ...library, folders } };
}

function folderOf(entry: unknown, folderOfPath: FolderOfPath): vscode.Uri | undefined {
  if (typeof entry !== 'string') return undefined;
  const kind = folderNameKind(entry);
  if (kind === 'unusable') return undefined;
  return kind === 'uri' ? vscode.Uri.parse(entry) : folderOfPath(entry);
}
