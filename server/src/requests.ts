import {
  CodeActionKind,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Range,
  type SemanticTokens,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Diagnoser } from './diagnoser.js';
import type { Drafter } from './drafter.js';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/callHierarchy.js';
import { codeActions, FIX_ALL, problemsAt, type SuppressionFile } from './features/codeAction.js';
import { codeLenses, resolveCodeLens } from './features/codeLens.js';
import { COMPLETION_TRIGGERS, completions, resolveCompletion } from './features/completion.js';
import { definition } from './features/definition.js';
import { diagnosticOf, type DiagnosticOptions } from './features/diagnostics.js';
import {
  draftingActions,
  FIX_NUMBERING,
  isMendedByNumbering,
  type NumberingActionData,
} from './features/draftingActions.js';
import { documentHighlights } from './features/documentHighlight.js';
import { documentLinks, resolveDocumentLink } from './features/documentLink.js';
import { documentSymbols, writtenSymbols } from './features/documentSymbol.js';
import { foldingRanges } from './features/foldingRange.js';
import { formatting } from './features/formatting.js';
import { hover, type HoverOptions } from './features/hover.js';
import { inlayHints } from './features/inlayHint.js';
import type { Locale } from './features/locale.js';
import { ON_TYPE_TRIGGERS, onTypeFormatting } from './features/onTypeFormatting.js';
import { preview } from './features/preview.js';
import { prepareRename, rename, type RenameOptions } from './features/rename.js';
import { references } from './features/references.js';
import { FIX_RESIDUE, residueActions, residueEdit, type ResidueActionData } from './features/residueActions.js';
import { report } from './features/reports/reports.js';
import { selectionRanges } from './features/selectionRange.js';
import { placed } from './features/positions.js';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from './features/semanticTokens.js';
import { prepareTypeHierarchy, subtypes, supertypes } from './features/typeHierarchy.js';
import { workspaceSymbols } from './features/workspaceSymbol.js';
import type { RegulationDocument } from './library/document.js';
import type { Library } from './library/library.js';
import type { Log } from './log.js';
import {
  DRAFT,
  PREVIEW,
  REPORT,
  REPORT_NAMES,
  type PreviewParams,
  type PreviewResult,
  type ReportParams,
  type ReportResult,
  type Settings,
} from './protocol.js';

/** What the server can be asked for, beside diagnostics (diagnosticsPull.ts). */
export const REQUEST_CAPABILITIES: ServerCapabilities = {
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  workspaceSymbolProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  hoverProvider: true,
  documentHighlightProvider: true,
  semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, FIX_NUMBERING, FIX_RESIDUE, CodeActionKind.RefactorRewrite],
    resolveProvider: true,
  },
  executeCommandProvider: { commands: [DRAFT] },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: ON_TYPE_TRIGGERS[0],
    moreTriggerCharacter: ON_TYPE_TRIGGERS.slice(1),
  },
  callHierarchyProvider: true,
  typeHierarchyProvider: true,
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: true,
  documentLinkProvider: { resolveProvider: true },
  completionProvider: {
    triggerCharacters: [...COMPLETION_TRIGGERS],
    resolveProvider: true,
    completionItem: { labelDetailsSupport: true },
  },
};

/** What requests are answered from. */
export interface RequestContext {
  readonly library: Library;
  readonly diagnoser: Diagnoser;
  readonly log: Log;
  /** The document of a URI, however it is spelled; undefined where the library has none. */
  document(uri: string): RegulationDocument | undefined;
  readonly takesLinks: boolean;
  readonly drafter: Drafter;
  readonly resolvesCodeActions: boolean;
  readonly takesSnippets: boolean;
  /** Whether an answer may be `WrittenJson`. */
  readonly takesWritten: boolean;
  diagnosticOptions(): DiagnosticOptions;
  /** Where a document's suppressions are to be written; undefined where they can't be. */
  suppressionFile(document: RegulationDocument): SuppressionFile | undefined;
  hoverOptions(): HoverOptions;
  renameOptions(): RenameOptions;
  /** Whether a text is the user's own: of the workspace, or open and of no folder of the library. */
  isOwn(document: RegulationDocument): boolean;
  settings(): Settings;
  /** Whether the client runs the commands that `InitializationOptions.editorCommands` speaks of. */
  readonly hasEditorCommands: boolean;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** Answers the requests that each have a file of their own in features/. */
export function registerRequests(connection: Connection, context: RequestContext): void {
  const { library, diagnoser, log, hasEditorCommands } = context;
  const documentOf = (uri: string): RegulationDocument | undefined => context.document(uri);
  const locale = (): Locale => context.hoverOptions().locale;

  /** An answer about a document; `otherwise` where the library does not have it. */
  function about<P extends AboutDocument, R>(
    name: string,
    otherwise: R,
    answer: (document: RegulationDocument, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return answering(log, name, (params) => {
      const document = context.document(params.textDocument.uri);
      return document ? answer(document, params) : otherwise;
    });
  }

  connection.onDocumentSymbol(
    about<DocumentSymbolParams, DocumentSymbol[]>('documentSymbol', [], (document) =>
      // The connection hands what is written on to who writes messages, and does not look at it.
      context.takesWritten ? (writtenSymbols(document) as unknown as DocumentSymbol[]) : documentSymbols(document),
    ),
  );
  connection.onFoldingRanges(about('foldingRange', [], (document) => foldingRanges(document)));
  connection.onSelectionRanges(
    about('selectionRange', [], (document, { positions }) => selectionRanges(library, document, positions.map(placed))),
  );
  connection.onDefinition(
    about('definition', [], (document, { position }) =>
      definition(library, document, placed(position), context.takesLinks),
    ),
  );
  connection.onReferences(
    about('references', [], (document, { position, context: { includeDeclaration } }) =>
      references(library, document, placed(position), includeDeclaration),
    ),
  );
  connection.onHover(
    about('hover', null, (document, { position }) =>
      hover(library, document, placed(position), context.hoverOptions()),
    ),
  );
  connection.onPrepareRename(
    about('prepareRename', null, (document, { position }) => prepareRename(library, document, placed(position))),
  );
  connection.onRenameRequest(
    about('rename', null, (document, { position, newName }) =>
      rename(library, document, placed(position), newName, context.renameOptions()),
    ),
  );
  connection.onDocumentHighlight(
    about('documentHighlight', [], (document, { position }) => documentHighlights(library, document, placed(position))),
  );
  connection.onCodeAction(
    about('codeAction', [], (document, params) => {
      const { problems } = diagnoser.diagnose(document);
      const range = placedRange(params.range);
      const { format } = context.settings();
      const fixes = codeActions(
        library,
        document,
        problems,
        range,
        params.context,
        context.diagnosticOptions(),
        context.suppressionFile(document),
      );
      const { resolvesCodeActions } = context;
      const cleaning = residueActions(
        library,
        document,
        problems,
        range,
        params.context,
        format,
        locale(),
        resolvesCodeActions,
      );
      const { drafter } = context;
      const isWrong =
        drafter.history.isPending(document.uri) || problems.some(({ code }) => code.startsWith('numbering/'));
      const mended = problemsAt(document, problems, range)
        .filter(isMendedByNumbering)
        .map((problem) => diagnosticOf(library, document, problem, context.diagnosticOptions()));
      const actions = draftingActions(
        document,
        document.offsetAt(range.start),
        params.context,
        { isWrong, problems: mended },
        DRAFT,
        locale(),
      );
      // What mends something comes before what only keeps it from being reported.
      if (resolvesCodeActions) return [...actions, ...fixes, ...cleaning];
      // Without a second request the edit has to come with the first one.
      const whole = actions.map((action) =>
        action.kind === FIX_NUMBERING ? { ...action, edit: drafter.numberingEdit(document) } : action,
      );
      return [...whole, ...fixes, ...cleaning];
    }),
  );
  connection.onCodeActionResolve(
    answering(log, 'codeAction/resolve', (action) => {
      const document = documentOf((action.data as NumberingActionData | undefined)?.uri ?? '');
      if (document && action.kind === FIX_RESIDUE) {
        const { range } = action.data as ResidueActionData;
        return { ...action, edit: residueEdit(library, document, placedRange(range), context.settings().format) };
      }
      return document && action.kind === FIX_NUMBERING
        ? { ...action, edit: context.drafter.numberingEdit(document) }
        : action;
    }),
  );
  connection.onExecuteCommand(answering(log, 'executeCommand', (params) => context.drafter.execute(params)));
  connection.languages.semanticTokens.on(
    about('semanticTokens', NO_TOKENS, (document) => semanticTokens(library, document)),
  );
  connection.languages.semanticTokens.onRange(
    about('semanticTokens/range', NO_TOKENS, (document, { range }) =>
      semanticTokens(library, document, placedRange(range)),
    ),
  );
  connection.languages.callHierarchy.onPrepare(
    about('prepareCallHierarchy', [], (document, { position }) =>
      prepareCallHierarchy(library, document, placed(position)),
    ),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    answering(log, 'incomingCalls', ({ item }) => incomingCalls(library, item.data, documentOf)),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    answering(log, 'outgoingCalls', ({ item }) => outgoingCalls(library, item.data, documentOf)),
  );
  connection.languages.typeHierarchy.onPrepare(
    about('prepareTypeHierarchy', [], (document, { position }) =>
      prepareTypeHierarchy(library, document, placed(position), locale()),
    ),
  );
  connection.languages.typeHierarchy.onSupertypes(
    answering(log, 'supertypes', ({ item }) => supertypes(library, item.data, documentOf, locale())),
  );
  connection.languages.typeHierarchy.onSubtypes(
    answering(log, 'subtypes', ({ item }) => subtypes(library, item.data, documentOf)),
  );
  connection.onCodeLens(
    about('codeLens', [], (document) =>
      context.settings().codeLens.citedBy ? codeLenses(library, document, locale(), hasEditorCommands) : [],
    ),
  );
  connection.onCodeLensResolve(
    answering(log, 'codeLens/resolve', (lens) => resolveCodeLens(library, lens, documentOf, locale())),
  );
  connection.languages.inlayHint.on(
    about('inlayHint', [], (document, { range }) =>
      inlayHints(library, document, placedRange(range), context.settings().inlayHints.citations),
    ),
  );
  connection.onDocumentLinks(about('documentLink', [], (document) => documentLinks(library, document)));
  connection.onDocumentLinkResolve(
    answering(log, 'documentLink/resolve', (link) => resolveDocumentLink(library, link, documentOf)),
  );
  connection.onCompletion(
    about('completion', null, (document, { position }) =>
      completions(library, document, placed(position), locale(), hasEditorCommands, context.takesSnippets),
    ),
  );
  connection.onCompletionResolve(
    answering(log, 'completionItem/resolve', (item) =>
      resolveCompletion(library, item, documentOf, context.hoverOptions()),
    ),
  );
  connection.onDocumentFormatting(
    about('formatting', [], (document) => formatting(document, context.settings().format)),
  );
  connection.onDocumentRangeFormatting(
    about('rangeFormatting', [], (document, { range }) =>
      formatting(document, context.settings().format, placedRange(range)),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    about('onTypeFormatting', [], (document, { position, ch }) =>
      context.settings().format.onType ? onTypeFormatting(document, placed(position), ch) : [],
    ),
  );
  connection.onRequest(
    REPORT,
    answering(log, REPORT, ({ uri, name, subject }: ReportParams): ReportResult => {
      const document = context.document(uri);
      if (!document || !REPORT_NAMES.includes(name)) throw new ResponseError(ErrorCodes.InvalidParams, REPORT);
      const linkTo = (other: RegulationDocument, line: number): string => `${other.uri}#L${String(line)}`;
      return { markdown: report(name, library, document, linkTo, locale(), subject) };
    }),
  );
  connection.onRequest(
    PREVIEW,
    answering(log, PREVIEW, ({ uri }: PreviewParams): PreviewResult => {
      const document = context.document(uri);
      if (!document) throw new ResponseError(ErrorCodes.InvalidParams, PREVIEW);
      return preview(library, document);
    }),
  );
  connection.onWorkspaceSymbol(
    answering(log, 'workspace/symbol', ({ query }) => {
      const { symbols, capped } = workspaceSymbols(library, query);
      if (capped) {
        log.info({
          zh: `符合“${query}”的符号过多，只列出前 ${symbols.length} 个`,
          en: `Too many symbols match “${query}”: the first ${symbols.length} are listed`,
        });
      }
      return symbols;
    }),
  );
}

const NO_TOKENS: SemanticTokens = { data: [] };

/**
 * A handler of requests of which none takes the server down: what it throws goes to the log, and to the client as an
 * error. A request that was cancelled while it waited is not begun.
 */
export function answering<P, R>(
  log: Log,
  name: string,
  answer: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, name);
    try {
      return await answer(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.fault(name, error);
      throw new ResponseError(
        ErrorCodes.InternalError,
        `${name}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
}

function placedRange({ start, end }: Range): Range {
  return { start: placed(start), end: placed(end) };
}
