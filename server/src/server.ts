import {
  DidChangeConfigurationNotification,
  ErrorCodes,
  FileChangeType,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_FILE } from './checks/folderConfig.js';
import { severitiesOf } from './checks/registry.js';
import { clientFactsOf, type ClientFacts } from './clientFacts.js';
import { ClientFiles, FilesByScheme } from './clientFiles.js';
import { DEFAULT_SETTINGS, readSettings } from './configuration.js';
import { registerConversions } from './conversions.js';
import type { Converter } from './convert/formats.js';
import { CORPUS } from './corpus.js';
import { Diagnoser, type DiagnoserOptions } from './diagnoser.js';
import { Drafter } from './drafter.js';
import { DIAGNOSTIC_CAPABILITIES, registerDiagnosticsPull } from './diagnosticsPull.js';
import { DiagnosticsPublisher } from './diagnosticsPublisher.js';
import type { DiagnosticOptions } from './features/diagnostics.js';
import type { Locale } from './features/locale.js';
import { isOpenable, isWordText } from './features/openable.js';
import type { Encoding } from './library/decode.js';
import { RegulationDocument } from './library/document.js';
import type { FileAccess, ReachableFolders } from './library/files.js';
import { FolderConfigs } from './folderConfigs.js';
import { FolderSettings } from './folderSettings.js';
import { Library } from './library/library.js';
import type { IndexStore } from './library/textIndex.js';
import { noIndex, reasonOf, UnreadableError, type Unreadability } from './library/unreadable.js';
import { LibraryUpkeep } from './libraryUpkeep.js';
import { Log } from './log.js';
import { CORPUS_SCHEME, LIBRARY_CHANGED, type Settings } from './protocol.js';
import { registerRequests, REQUEST_CAPABILITIES, type RequestContext } from './requests.js';
import { registerViewRequests } from './viewRequests.js';
import { TEXT_VERSIONS } from './library/textVersions.js';
import type { Sources } from './sources.js';
import { folderKey, folderUri, isAbsolutePath, isWithin, readableUri, Spellings, uriBelow, uriKey } from './uris.js';
import { registerWordTexts, tellOfWordText, wordTextUri } from './wordTexts.js';
import { WorkspaceFiles } from './workspaceFiles.js';

/** Where the server runs. */
export interface ServerHost {
  readonly version: string;
  /**
   * Access to `file:`; absent in a browser, where the editor reads for us.
   *
   * @param onUnreadable is told of folders that can't be read
   * @param reach the folders of now, outside of which it is to read nothing
   */
  readonly localFiles?: (
    onUnreadable: (uri: string, error: unknown) => void,
    reach: () => ReachableFolders,
  ) => FileAccess;
  /** The URI of the folder in which the bundled corpus lies as files, for editors that don't serve it themselves. */
  readonly corpusFolder?: string;
  /** The URI of the folder with the pages on checks, for editors that don't name one. */
  readonly pagesFolder?: string;
  /**
   * Where indexes of the library are kept; absent where nothing can be kept.
   *
   * @param storage URI of the folder that the client gives us for it, if it does
   * @param onFailure is told if nothing can be written there: its path, and why
   */
  readonly indexes?: (
    storage: string | undefined,
    onFailure: (folder: string, error: unknown) => void,
  ) => IndexStore | undefined;
  /** Gives the formats that files are converted between; called when there is something to convert. */
  readonly converter?: () => Converter | Promise<Converter>;
  /** URIs of folders of the library beside those of the settings. */
  readonly libraryFolders?: readonly string[];
  /** Whether the connection writes messages by a `MessageEncoding`. */
  readonly takesWritten?: boolean;
  /** What the settings `library.encoding` and `language` mean by `auto`. */
  readonly encoding?: Encoding | 'auto';
  readonly locale?: Locale;
}

/** Makes a connection serve a client. Listening is left to the caller. */
export function createServer(connection: Connection, host: ServerHost): void {
  let server: Server | undefined;
  connection.onInitialize((params) => {
    if (server) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize');
    server = new Server(connection, host, clientFactsOf(params));
    return server.register();
  });
}

/** How long the settings are waited for before work begins without them, in milliseconds. */
const SETTINGS_LIMIT = 3000;

/** What is said of something that is listed and is no folder. */
const NOT_A_FOLDER: ReadonlySet<Unreadability> = new Set(['not-a-folder', 'missing', 'unlisted']);

/** What a client has answered for our section. */
interface AnsweredSettings {
  readonly general: unknown;
  /** By the URI of a folder of the workspace. */
  readonly byFolder: ReadonlyMap<string, unknown>;
}

/** Wires the parts together for one client: what each event of the protocol means to which of them. */
class Server {
  private readonly library = new Library();
  private readonly spellings: Spellings;
  private readonly texts = new TextDocuments(TEXT_VERSIONS);
  private readonly log: Log;
  private readonly fileAccess: FileAccess;
  private readonly files: WorkspaceFiles;
  private readonly folderConfigs: FolderConfigs;
  private readonly upkeep: LibraryUpkeep;
  private readonly diagnoser: Diagnoser;
  private readonly drafter: Drafter;
  private readonly publisher: DiagnosticsPublisher;
  private readonly corpusUris = new Set<string>();
  private settings: Settings = DEFAULT_SETTINGS;
  private folderSettings = new FolderSettings(new Map());
  /** What a client that can't be asked for settings has sent last. */
  private sentSettings: unknown;
  /** Counts the questions for settings: an answer that a later question has overtaken is of no use. */
  private questions = 0;
  private workspaceFolders: readonly string[];

  constructor(
    private readonly connection: Connection,
    private readonly host: ServerHost,
    private readonly client: ClientFacts,
  ) {
    const locale = (): Locale => this.locale;
    this.workspaceFolders = client.workspaceFolders;
    this.sentSettings = client.settings;
    this.log = new Log(connection.console, locale);
    this.spellings = new Spellings(client.options.wordTexts ? wordTextUri : undefined);
    this.fileAccess = this.accessToFiles();
    this.folderConfigs = new FolderConfigs(this.fileAccess, (uri, { zh, en }) =>
      this.log.warnOnce({ zh: `${readableUri(uri)}：${zh}`, en: `${readableUri(uri)}: ${en}` }),
    );
    this.files = new WorkspaceFiles(
      this.library,
      this.spellings,
      this.fileAccess,
      (uri, error) => this.reportUnreadable(uri, error),
      host.indexes?.(client.options.storageUri, (folder, error) => this.reportNoIndex(folder, error)),
    );
    this.upkeep = new LibraryUpkeep(connection, client, this.files, locale, this.log, () => this.libraryChanged());
    this.diagnoser = new Diagnoser(
      this.library,
      (document) => this.diagnoserOptions(document),
      (error, code) => this.log.fault(code, error),
    );
    this.drafter = new Drafter(
      connection,
      this.library,
      client,
      (uri) => this.library.document(this.spellings.of(uri)),
      (uri) => this.mayChange(uri),
      this.log,
      locale,
    );
    this.publisher = new DiagnosticsPublisher(
      connection,
      client,
      this.library,
      this.diagnoser,
      () => this.texts.keys(),
      () => this.settings.checks.delay,
      this.log,
    );
  }

  /** Registers the handlers and puts the corpus into the library. */
  register(): InitializeResult {
    const { connection, client, library, diagnoser, publisher, log, texts } = this;
    const document = (uri: string): RegulationDocument | undefined => library.document(this.spellings.of(uri));
    this.putCorpus();
    texts.onDidChangeContent((event) => this.textChanged(event.document));
    texts.onDidClose((event) => this.textClosed(event.document.uri));
    texts.onDidSave((event) => this.textSaved(event.document.uri));
    texts.listen(connection);
    const context: RequestContext = {
      library,
      diagnoser,
      log,
      document,
      takesLinks: client.takesLinks,
      drafter: this.drafter,
      takesSnippets: client.takesSnippets,
      resolvesCodeActions: client.resolvesCodeActions,
      takesWritten: this.host.takesWritten === true,
      diagnosticOptions: () => this.diagnosticOptions(),
      suppressionFile: ({ uri }) =>
        client.createsFiles && this.isInWorkspace(uri) ? this.folderConfigs.fileBeside(uri) : undefined,
      hoverOptions: () => ({
        locale: this.locale,
        maxLength: this.settings.hover.maxLength,
        folders: this.readsPaths ? 'paths' : 'uris',
      }),
      renameOptions: () => ({
        locale: this.locale,
        takesDocumentChanges: client.takesDocumentChanges,
        takesChangeAnnotations: client.takesChangeAnnotations,
        isEditable: ({ uri }) => this.mayChange(uri),
      }),
      isOwn: ({ uri }) => this.mayChange(uri),
      settings: () => this.settings,
      hasEditorCommands: client.options.editorCommands === true,
    };
    registerRequests(connection, context);
    registerViewRequests(connection, context);
    registerWordTexts(connection, this.fileAccess, () => this.locale);
    if (this.host.converter) {
      registerConversions(
        connection,
        this.host.converter,
        () => this.locale,
        (uri) => context.document(uri),
      );
    }
    const started = new Promise<void>((resolve) => {
      connection.onInitialized(() => void this.start().then(resolve));
    });
    registerDiagnosticsPull(connection, {
      log,
      started,
      document,
      spelled: (uri) => this.spellings.of(uri),
      openVersion: (uri) => texts.get(this.spellings.of(uri))?.version,
      workspaceUris: () => this.files.workspaceUris.filter((uri) => isOpenable({ uri })),
      diagnose: (checked) => publisher.diagnose(checked),
    });
    connection.onShutdown(() => this.upkeep.stop());
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...REQUEST_CAPABILITIES,
        renameProvider: client.preparesRename ? { prepareProvider: true } : true,
        ...DIAGNOSTIC_CAPABILITIES,
      },
      serverInfo: { name: 'tiaowen', version: this.host.version },
    };
  }

  /** The client is ready: asks for the settings, and begins with them. */
  private async start(): Promise<void> {
    const { connection, client } = this;
    connection.onDidChangeConfiguration(({ settings }: { settings?: { tiaowen?: unknown } | null }) => {
      this.sentSettings = settings?.tiaowen ?? settings;
      void this.settingsChanged();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.upkeep.follow(changes);
      const ofWorkspace = changes.map(({ uri }) => uri).filter((uri) => this.isInWorkspace(uri));
      this.loadFolderConfigs(() => this.folderConfigs.follow(ofWorkspace));
      if (!client.options.wordTexts) return;
      for (const { uri, type } of changes) {
        if (type !== FileChangeType.Deleted) tellOfWordText(connection, this.spellings, uri);
      }
    });
    if (client.changesWorkspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const kept = this.workspaceFolders.filter((folder) => !removed.some(({ uri }) => uri === folder));
        this.workspaceFolders = [...kept, ...added.map(({ uri }) => uri)];
        this.upkeep.load(this.sources());
        this.loadFolderConfigs(() => this.folderConfigs.load(this.workspaceFolders));
        void this.settingsChanged();
      });
    }
    if (client.registersForSettings) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'tiaowen' })
        .catch((error: unknown) => this.log.fault('client/registerCapability', error));
    }
    this.takeSettings(await withinLimit(this.askForSettings(), SETTINGS_LIMIT));
    const { version } = this.host;
    this.log.info({ zh: `条文服务 ${version} 已启动`, en: `The Tiaowen server ${version} has started` });
    await this.folderConfigs.load(this.workspaceFolders).catch((error: unknown) => this.log.fault(CONFIG_FILE, error));
    this.publisher.begin();
    this.upkeep.load(this.sources());
  }

  /** Reads what folders say on checks, and checks anew where that has changed. */
  private loadFolderConfigs(load: () => Promise<boolean>): void {
    load()
      .then((changed) => {
        if (changed) this.publisher.everythingChanged();
      })
      .catch((error: unknown) => this.log.fault(CONFIG_FILE, error));
  }

  /** The settings have changed, or the folders that they may differ in. */
  private async settingsChanged(): Promise<void> {
    const question = ++this.questions;
    const answer = await this.askForSettings();
    if (question !== this.questions) return;
    const { settings: before, folderSettings } = this;
    const sources = this.sources();
    this.takeSettings(answer);
    if (!isEqual(this.sources(), sources)) this.upkeep.load(this.sources());
    // What loading changes it tells of by itself.
    const isChanged = !isEqual({ ...this.settings, library: before.library }, before);
    if (isChanged || !isEqual(this.folderSettings, folderSettings)) this.publisher.everythingChanged();
  }

  /**
   * What the client answers for our section, in general and for each folder of the workspace, in one question: texts are
   * checked without asking again. Undefined where it can't be asked.
   */
  private async askForSettings(): Promise<AnsweredSettings | undefined> {
    if (!this.client.canBeAskedForSettings) return undefined;
    const section = 'tiaowen';
    const folders = this.workspaceFolders;
    const items = [{ section }, ...folders.map((scopeUri) => ({ scopeUri, section }))];
    try {
      const [general, ...byFolder] = (await this.connection.workspace.getConfiguration(items)) as unknown[];
      return { general, byFolder: new Map(folders.map((folder, index) => [folder, byFolder[index]])) };
    } catch (error) {
      this.log.fault('workspace/configuration', error);
      return undefined;
    }
  }

  /** A client that knows no folders' settings gives none for them, or the general ones. */
  private takeSettings(answered: AnsweredSettings | undefined): void {
    const read = (value: unknown): Settings => readSettings(value, (message) => this.log.warnOnce(message));
    const general = answered?.general ?? this.sentSettings;
    this.settings = read(general);
    const byFolder = [...(answered?.byFolder ?? [])];
    this.folderSettings = new FolderSettings(new Map(byFolder.map(([uri, value]) => [uri, read(value ?? general)])));
  }

  private get locale(): Locale {
    const { language } = this.settings;
    return language === 'auto' ? (this.host.locale ?? this.client.locale) : language;
  }

  private diagnosticOptions(): DiagnosticOptions {
    return {
      locale: this.locale,
      relatedInformation: this.client.showsRelatedInformation,
      pagesUri: (this.client.options.pagesUri ?? this.host.pagesFolder)?.replace(/\/$/, ''),
    };
  }

  /** How a document is checked: as its folder says, and where that says nothing, as the settings do. */
  private diagnoserOptions(document: RegulationDocument): DiagnoserOptions {
    const { severity, profile } = this.folderSettings.checksOf(document.uri) ?? this.settings.checks;
    const folder = this.folderConfigs.of(document.uri);
    return {
      ...this.diagnosticOptions(),
      severityOf: severitiesOf({ ...severity, ...folder.severity }),
      profile: folder.profile ?? profile,
      ignore: folder.ignore,
      moved: () => this.drafter.history.movedCitations(this.library, document),
    };
  }

  private isInWorkspace(uri: string): boolean {
    const key = uriKey(uri);
    return this.workspaceFolders.some((folder) => isWithin(key, folderKey(folder)));
  }

  private sources(): Sources {
    const { folders, encoding } = this.settings.library;
    const ofSettings = folders.flatMap((folder) => this.libraryFolder(folder) ?? []);
    return {
      workspaceFolders: this.workspaceFolders,
      libraryFolders: [...(this.host.libraryFolders ?? []), ...ofSettings],
      encoding: encoding === 'auto' ? (this.host.encoding ?? 'auto') : encoding,
    };
  }

  /** The URI of a folder of the settings; undefined where it can't be reached, which is said. */
  private libraryFolder(entry: string): string | undefined {
    if (!isAbsolutePath(entry) || this.readsPaths) return folderUri(entry);
    this.log.warnOnce({
      zh: `设置 tiaowen.library.folders 中的 ${entry} 不能读取：在浏览器中，条文库文件夹须写成 URI，如 vscode-vfs://github/…`,
      en: `${entry} in the setting tiaowen.library.folders cannot be read: in a browser the folders of the library are given as URIs, as vscode-vfs://github/…`,
    });
    return undefined;
  }

  /** Whether there are files of this machine; in a browser there are none. */
  private get readsPaths(): boolean {
    return this.host.localFiles !== undefined;
  }

  private libraryChanged(): void {
    this.publisher.everythingChanged();
    if (!this.client.options.libraryChanges) return;
    this.connection.sendNotification(LIBRARY_CHANGED).catch((error: unknown) => this.log.fault(LIBRARY_CHANGED, error));
  }

  /** Whether a text is the user's: of the workspace, or open and of no folder of the library. */
  private mayChange(uri: string): boolean {
    if (isWordText(uri)) return false;
    if (this.files.isOfWorkspace(uri)) return true;
    return this.library.isOpen(uri) && !this.files.isOfSource(uri) && !this.corpusUris.has(uri);
  }

  private textChanged(text: TextDocument): void {
    const isNew = !this.library.isOpen(text.uri);
    if (isNew) this.spellAsEditor(text.uri);
    const before = this.library.document(text.uri);
    const after = this.library.setOpen(text);
    this.drafter.history.changed(after);
    this.publisher.replaced(before, after);
    if (isNew) this.publisher.opened(after);
    else {
      this.upkeep.edited();
      this.publisher.edited(after);
    }
  }

  private textClosed(uri: string): void {
    const before = this.library.document(uri);
    this.library.close(uri);
    this.drafter.history.closed(uri);
    this.publisher.replaced(before, this.library.document(uri));
    this.publisher.closed(uri);
  }

  /** The file counts when its document is closed; a client that watches tells of it by itself. */
  private textSaved(uri: string): void {
    if (!this.client.watchesFiles) this.upkeep.follow([{ uri, type: FileChangeType.Changed }]);
  }

  /** The library takes over the editor's way of writing a URI that it knew in another one. */
  private spellAsEditor(uri: string): void {
    const known = this.spellings.of(uri);
    const file = known === uri ? undefined : this.library.document(known);
    this.spellings.adopt(uri);
    if (!file) return;
    this.library.deleteFile(known);
    this.library.putFile(RegulationDocument.of(uri, file.text, file.identity));
  }

  private putCorpus(): void {
    const folder = this.client.options.corpusUri ?? this.host.corpusFolder;
    if (folder === undefined) {
      this.log.warn({
        zh: '找不到随附条例的文件夹 corpus：对随附条例的引用可以查到，但不能打开其文件',
        en: 'The folder corpus of the bundled regulation is missing: citations of it resolve, but its file cannot be opened',
      });
    }
    for (const { name, text, identity } of CORPUS) {
      const uri = uriBelow(folder ?? `${CORPUS_SCHEME}:`, name);
      this.spellings.adopt(uri);
      this.corpusUris.add(uri);
      this.library.putFile(RegulationDocument.of(uri, text, identity));
    }
  }

  private accessToFiles(): FileAccess {
    return new FilesByScheme(
      this.host.localFiles?.(
        (uri, error) => this.reportUnreadable(uri, error),
        () => this.sources(),
      ),
      this.client.options.fileAccess ? new ClientFiles(this.connection) : undefined,
    );
  }

  private reportNoIndex(folder: string, error: unknown): void {
    this.log.warnOnce(noIndex(folder, error));
  }

  private reportUnreadable(uri: string, error: unknown): void {
    // Whether what has come or gone is a folder shows when it is listed.
    const isExpected = error instanceof UnreadableError && NOT_A_FOLDER.has(error.kind);
    const { workspaceFolders, libraryFolders } = this.sources();
    const isSource = [...workspaceFolders, ...libraryFolders].some((folder) => folderKey(folder) === folderKey(uri));
    if (isExpected && !isSource) return;
    const { zh, en } = reasonOf(error);
    this.log.warnOnce({ zh: `${readableUri(uri)}：${zh}`, en: `${readableUri(uri)}: ${en}` });
  }
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a promise gives within a limit in milliseconds; undefined where it takes longer. */
async function withinLimit<T>(promise: Promise<T>, limit: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), limit)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
