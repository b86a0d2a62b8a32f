import type { InitializeParams } from 'vscode-languageserver';
import type { Locale } from './features/locale.js';
import type { InitializationOptions } from './protocol.js';

/** What the initialize request says of the client, as far as anything depends on it. */
export interface ClientFacts {
  /** Language of the editor's own texts. */
  readonly locale: Locale;
  readonly options: InitializationOptions;
  /** What the client sent as settings with the request; counts for a client that can't be asked for them. */
  readonly settings: unknown;
  /** URIs. */
  readonly workspaceFolders: readonly string[];
  readonly changesWorkspaceFolders: boolean;
  readonly canBeAskedForSettings: boolean;
  readonly registersForSettings: boolean;
  readonly watchesFiles: boolean;
  /** Watches folders outside the workspace as well. */
  readonly watchesAnyFolder: boolean;
  readonly takesLinks: boolean;
  readonly takesDocumentChanges: boolean;
  /** Shows edits for confirmation. */
  readonly takesChangeAnnotations: boolean;
  /** Asks what a rename would change before the user is asked for a name. */
  readonly preparesRename: boolean;
  /** Applies edits of files that are not there yet. */
  readonly createsFiles: boolean;
  readonly showsRelatedInformation: boolean;
  /** Asks for diagnostics; then they are not pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  /** Fetches the edit of a code action when it is chosen. */
  readonly resolvesCodeActions: boolean;
  /** Leads through the gaps of a completed text. */
  readonly takesSnippets: boolean;
  /** Shows a document at a place when the server asks for it. */
  readonly showsDocuments: boolean;
}

/** Reads the initialize request. Whatever a client does not say it can, it is not asked to do. */
export function clientFactsOf(params: InitializeParams): ClientFacts {
  const { workspace, textDocument } = params.capabilities;
  const options = (params.initializationOptions ?? {}) as InitializationOptions & { tiaowen?: unknown };
  const related = textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation;
  return {
    locale: localeOf(params.locale),
    options,
    settings: options.tiaowen ?? options,
    workspaceFolders: params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []),
    changesWorkspaceFolders: workspace?.workspaceFolders === true,
    canBeAskedForSettings: workspace?.configuration === true,
    registersForSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesAnyFolder: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    takesChangeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    takesLinks: textDocument?.definition?.linkSupport === true,
    showsRelatedInformation: related === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    resolvesCodeActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    showsDocuments: params.capabilities.window?.showDocument?.support === true,
  };
}

/** Chinese where the editor does not say which language it speaks. */
function localeOf(editorLocale: string | undefined): Locale {
  return !editorLocale || /^zh\b/i.test(editorLocale) ? 'zh' : 'en';
}
