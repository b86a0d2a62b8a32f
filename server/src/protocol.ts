/**
 * What client and server say to each other beyond the Language Server Protocol. This file is the only one that both
 * sides import; it holds names, types and limits, no behaviour but how bytes are written in a message.
 */

import type { Position, Range } from 'vscode-languageserver-types';

export { fromBase64, toBase64 } from './base64.js';
export { MAX_FILE_BYTES } from './library/unreadable.js';

/** The language id of regulation text (法规文本). */
export const LANGUAGE_ID = 'regulation';

/** The scheme under which the VS Code client serves the bundled corpus read-only. */
export const CORPUS_SCHEME = 'tiaowen-corpus';

/** The scheme under which the VS Code client shows the texts of Word documents (.docx), which no editor opens as text. */
export const WORD_TEXT_SCHEME = 'tiaowen-text';

/** `initializationOptions` of the initialize request. Every field is optional: a plain LSP editor sends none. */
export interface InitializationOptions {
  /**
   * Folder URI under which the client serves the bundled corpus, for example `tiaowen-corpus:/`. The documents of the
   * corpus are named below it by their file names. Absent: the server names them by file URIs.
   */
  corpusUri?: string;
  /**
   * True where the client answers {@link READ_FILE} and {@link LIST_FILES}: the server then reaches through the client
   * whatever it can't read itself (everything, in a browser; virtual workspaces, on a desktop).
   */
  fileAccess?: boolean;
  /** URI of the folder with the pages on checks (docs/checks), which diagnostics then link to. */
  pagesUri?: string;
  /** URI of a folder in which the server may keep what it knows of the library from one start to the next. */
  storageUri?: string;
  /**
   * True where the client has the command {@link SHOW_REFERENCES} and those of VS Code's editor: code lenses and
   * completions then run them. Absent: they come without commands.
   */
  editorCommands?: boolean;
  /**
   * True where the client shows documents of {@link WORD_TEXT_SCHEME}, asking for their texts by {@link WORD_TEXT}.
   * Absent: answers name no places in Word documents.
   */
  wordTexts?: boolean;
  /** True where the client wants to be told by {@link LIBRARY_CHANGED}. */
  libraryChanges?: boolean;
}

/** Request, client → server: the text of a Word document, by the URI that answers name it with. */
export const WORD_TEXT = 'tiaowen/wordText';
export interface WordTextParams {
  uri: string;
}
export interface WordTextResult {
  text: string;
}

/** Notification, server → client: the text of a Word document has changed. */
export const WORD_TEXT_CHANGED = 'tiaowen/wordTextChanged';
export interface WordTextChangedParams {
  uri: string;
}

/** Request, client → server: a report on a document, as Markdown whose links are URIs with a line (`#L12`). */
export const REPORT = 'tiaowen/report';
/** What liability articles cite and which prohibitions have none; rules left to others to make; how far parent laws are carried out; who shall do what. */
export const REPORT_NAMES = ['liability', 'delegations', 'coverage', 'duties'] as const;
export interface ReportParams {
  uri: string;
  name: (typeof REPORT_NAMES)[number];
  /** Of duties: only those of whom this word names. */
  subject?: string;
}
export interface ReportResult {
  markdown: string;
}

/** Request, client → server: the regulation text in a Word document. */
export const IMPORT_WORD = 'tiaowen/importWord';
export interface ImportWordParams {
  /** The bytes of the document, in base64. */
  content: string;
  /** What becomes of tracked changes; `ask` gives no text where there are any. */
  changes: 'ask' | 'accepted' | 'rejected';
}
export interface ImportWordResult {
  text?: string;
  /** How many tracked changes there are. */
  changes: number;
  /** What stands beside the text: each with the provision that it is on, empty where it is on none. */
  notes: { kind: 'footnote' | 'endnote' | 'comment'; place: string; text: string; author?: string }[];
}

/** Request, client → server: a regulation text as a Word document. */
export const EXPORT_WORD = 'tiaowen/exportWord';
export interface ExportWordParams {
  text: string;
  /** Whether the text is Markdown. */
  isMarkdown: boolean;
  /** The settings below `tiaowen.export`, as they are for this text. */
  options: unknown;
}
export interface ExportWordResult {
  /** The bytes of the document, in base64. */
  content: string;
}

/** Request, server → client, where there are no files beside the server: the code of one of the extension's scripts. */
export const CONVERTER_CODE = 'tiaowen/converterCode';
export interface ConverterCodeResult {
  code: string;
}

/** Request, client → server: a document as it would be printed, as HTML to be shown under a strict policy. */
export const PREVIEW = 'tiaowen/preview';
export interface PreviewParams {
  uri: string;
}
export interface PreviewResult {
  /** The instrument's title; the name of the file where the text has none. */
  title: string;
  /** The style sheet of the page. */
  style: string;
  /**
   * The contents of the page's body: no script, all words escaped. `data-line` of an element is the line (from 0) that it
   * comes from, `data-target` of a link the index of where it leads.
   */
  body: string;
  targets: { uri: string; range: { start: ProtocolPosition; end: ProtocolPosition } }[];
}
interface ProtocolPosition {
  line: number;
  character: number;
}

/** Request, client → server: who has duties in a document. */
export const DUTIES = 'tiaowen/duties';
export interface DutiesParams {
  uri: string;
}
export interface DutiesResult {
  /** The one with the most duties first. */
  subjects: { name: string; count: number }[];
}

/** Request, client → server: the list of duties as a file of another program. */
export const EXPORT_DUTIES = 'tiaowen/exportDuties';
export interface ExportDutiesParams {
  uri: string;
  /** Only the duties of whom this word names. */
  subject?: string;
  format: 'csv' | 'docx';
  /** The settings below `tiaowen.export`, as they are for this text. */
  options: unknown;
}
export interface ExportDutiesResult {
  /** The bytes of the file, in base64. */
  content: string;
}

/** Request, client → server: the containers and articles of a document, for a tree. */
export const STRUCTURE = 'tiaowen/structure';
export interface StructureParams {
  uri: string;
}
export interface StructureNode {
  kind: 'part' | 'subpart' | 'chapter' | 'section' | 'article' | 'annex';
  /** 第一章 总则; 第六条. */
  label: string;
  /** The opening words of an article. */
  opening: string;
  range: Range;
  selectionRange: Range;
  /** Problems of severity error and warning in an article. */
  problems: number;
  /** Places that cite an article, in the whole library. */
  citedBy: number;
  children: StructureNode[];
}

/** Request, client → server: what the article at a position cites, and what cites it. */
export const ARTICLE_CITATIONS = 'tiaowen/articleCitations';
export interface PlaceParams {
  uri: string;
  position: Position;
}
export interface ArticleCitations {
  /** The article's name; absent where there is none. */
  article?: string;
  cites: CitedInstrument[];
  citedBy: CitedInstrument[];
}
export interface CitedInstrument {
  title: string;
  uri: string;
  provisions: {
    label: string;
    detail: string;
    uri: string;
    range: Range;
    /** Where the citations stand: in the article, or, of what cites it, in the provision. */
    places: { uri: string; range: Range }[];
  }[];
}

/** Request, client → server: the parent laws of a document, and what of them the article at a position cites. */
export const PARENT_PLACE = 'tiaowen/parentPlace';
export interface ParentPlace {
  /** As the text names them; without a URI where the library has none. */
  parents: { title: string; uri?: string }[];
  /** The nearest citation's provisions, all in one of the parents. */
  cited?: { uri: string; ranges: Range[] };
}

/** Request, client → server: the instruments of the workspace and what they cite, with who cites whom. */
export const CITATION_MAP = 'tiaowen/citationMap';
export interface CitationMapParams {
  /** The text that is to be in the middle: where there are too many instruments, those nearest to it are given. */
  around?: string;
  /** Only instruments with these words in their titles, and those that cite them or that they cite. */
  filter?: string;
  /** Leaves out what the library has no text of. */
  onlyWithText?: boolean;
}
export interface CitationMap {
  nodes: MapNode[];
  /** From who cites to whom is cited, by their places among the nodes; no instrument's citations of itself. */
  edges: MapEdge[];
  /** Place of the instrument that was asked for among the nodes. */
  centre?: number;
  /** How many instruments there would be, were there room for all. */
  all: number;
}
/** What the map calls instruments: profiles of checks, and what those do not tell apart. */
export type InstrumentKind =
  'constitution' | 'judicial-interpretation' | 'other' | Exclude<Settings['checks']['profile'], 'auto'>;
export interface MapNode {
  /** The full title; the name of the file where the text has none. */
  title: string;
  /** Without 中华人民共和国. */
  shortTitle: string;
  /** Of the text that an editor can open. */
  uri?: string;
  kind: InstrumentKind;
  /** How many articles it has, annexes not counted; absent where there is no text. */
  articles?: number;
  /** Whether the text is the user's own, or one of the library, or there is none. */
  where: 'workspace' | 'library' | 'missing';
}
export interface MapEdge {
  from: number;
  to: number;
  /** How many places cite. */
  citations: number;
  /** Whether the one that cites was made under the other (根据《…》制定). */
  madeUnder: boolean;
}

/** Request, client → server: the places in which one instrument cites another. */
export const CITING_PLACES = 'tiaowen/citingPlaces';
export interface CitingPlacesParams {
  /** URI of the text that cites. */
  uri: string;
  /** Title of what is cited. */
  title: string;
}
export interface CitingPlace {
  uri: string;
  range: Range;
  /** The article that it is in. */
  provision?: string;
  /** Words of the line that it is on. */
  words: string;
}

/** Notification, server → client: other texts are in the library than before; edits of open texts are no news. */
export const LIBRARY_CHANGED = 'tiaowen/libraryChanged';

/** Command of the client that lists places below a line: `[uri: string, position: Position, locations: Location[]]`. */
export const SHOW_REFERENCES = 'tiaowen.showReferences';

/**
 * Command of the server that changes the structure of an open text: `[uri: string, operation: DraftOperation, place?:
 * Position | Range, target?: Position]`. It sends its edit, and where the caret goes, by itself.
 */
export const DRAFT = 'tiaowen.server.draft';
/** 整理编号 (of a range only its numbers), and the operations on the provision at a position. */
export type DraftOperation =
  | 'renumber'
  | 'insertArticle'
  | 'insertParagraph'
  | 'insertItem'
  | 'removeProvision'
  | 'moveUp'
  | 'moveDown'
  /** The article at the place takes the place of the article at the target, or the last one of the chapter there. */
  | 'moveTo'
  | 'split'
  | 'merge';

/** Request, server → client: the bytes of a file. */
export const READ_FILE = 'tiaowen/readFile';
export interface ReadFileParams {
  uri: string;
}
export interface ReadFileResult {
  /** The bytes, in base64. */
  content: string;
}

/** Request, server → client: the files below folders whose name ends in one of the extensions. */
export const LIST_FILES = 'tiaowen/listFiles';
export interface ListFilesParams {
  folders: string[];
  /** With the dot: `.txt`. */
  extensions: string[];
}
export interface ListFilesResult {
  uris: string[];
}

/** Notification, server → client: what the status bar shows of a document; sent after its diagnostics. */
export const DOCUMENT_STATUS = 'tiaowen/documentStatus';
export interface DocumentStatusParams {
  uri: string;
  version: number;
  /** The instrument's title; empty where the text has none. */
  title: string;
  /** How many articles the instrument has, annexes not counted. */
  articles: number;
  /** Diagnostics of severity error and warning. */
  problems: number;
}

/** The settings below `tiaowen.`, as `workspace/configuration` answers them. */
export interface Settings {
  library: {
    /** Folders, beside the workspace, whose texts citations are resolved against: absolute paths or URIs. */
    folders: string[];
    /** How the texts are decoded: `auto` detects it. */
    encoding: 'auto' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  };
  checks: {
    /** Severity by diagnostic code (`numbering/gap`) or by group (`numbering`). */
    severity: Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>;
    /** The kind of instrument that the rules are to be those of: `auto` tells it from each text. */
    profile:
      | 'auto'
      | 'law'
      | 'administrative-regulation'
      | 'departmental-rule'
      | 'local-regulation'
      | 'local-government-rule'
      | 'amending-decision';
    /** Milliseconds of quiet after an edit before diagnostics are pushed. */
    delay: number;
  };
  hover: {
    /** Longest text a hover shows, in characters, before it is cut with a mark. */
    maxLength: number;
  };
  codeLens: {
    /** Whether lenses above articles say how often each is cited. */
    citedBy: boolean;
  };
  inlayHints: {
    /** Behind which citations the heading or the opening words of what they cite are shown. */
    citations: 'off' | 'external' | 'all';
  };
  format: {
    /** Headings that are spread out (总　　则): closed up, or kept. */
    headings: 'closed' | 'kept';
    /** What paragraphs begin with: nothing, two ideographic spaces, or what they have. */
    indent: 'none' | 'two' | 'keep';
    /** Whether formatting makes the table of contents repeat the headings. */
    contents: boolean;
    /** Whether Enter behind a provision writes the number of the next one. */
    onType: boolean;
  };
  /** Language of messages: `auto` follows the editor. */
  language: 'auto' | 'zh' | 'en';
}
