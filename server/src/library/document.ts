import { TextDocument, type Position, type Range } from 'vscode-languageserver-textdocument';
import type { Alias } from '../citations/aliases.js';
import { citationsOf, type Citations } from '../citations/citations.js';
import { partOfFile } from '../citations/partFiles.js';
import { Provisions } from '../citations/provisions.js';
import type { Mention, Texts } from '../citations/resolve.js';
import type { Characters } from '../syntax/characters.js';
import { annexesOf, notesOf } from '../syntax/outline.js';
import { SyntaxTree, type Span, type SyntaxNode } from '../syntax/tree.js';
import { Lines } from './lines.js';
import { charactersOf } from './textVersions.js';
import type { Resolution } from './library.js';
import { factsOf, frontTree, headerOf, titleSpanOf, type Facts, type Header } from './facts.js';

/** The tree of a text with what is looked up in it, made when it is first asked for. */
class Analysis {
  private main: Provisions | undefined;
  private ofAnnexes: Map<SyntaxNode, Provisions | undefined> | undefined;

  constructor(readonly tree: SyntaxTree) {}

  get provisions(): Provisions {
    return (this.main ??= new Provisions(this.tree.root));
  }

  /** The annexes, each with its provisions once they are asked for. */
  get annexes(): Map<SyntaxNode, Provisions | undefined> {
    return (this.ofAnnexes ??= new Map(annexesOf(this.tree).map((annex) => [annex, undefined])));
  }
}

/** The citations of a document, with what they were resolved against. Plain data, which can be stored. */
export interface KnownCitations extends Citations {
  /** The titles whose texts were looked into, with the state these were in. */
  readonly against: Readonly<Record<string, string>>;
}

/** Citations as they are stored, with what the places of citations are told by. Plain data. */
export interface StoredCitations extends Citations {
  /** See {@link Lines}. */
  readonly lineWidths: readonly number[];
}

/** The texts of a library, each title's with a name of their state that changes when they do. */
export interface VersionedTexts extends Texts {
  stateOf(title: string): string;
}

/** A text that lies outside the memory, with what was found out about it before. */
export interface StoredText {
  /** Names the text by its content: what has the same identity has the same text. */
  readonly identity: string;
  readonly facts: Facts;
  /** @throws where it can't be had any more */
  readText(): string;
  /** What its citations were resolved against, where these are stored. */
  readonly against?: KnownCitations['against'] | undefined;
  /** The stored citations; undefined where they can't be had any more. */
  readCitations(): StoredCitations | undefined;
}

/** What names a text that is the same as no other begins with this; no name by content does. */
const UNNAMED = '#';
let unnamed = 0;

/** Whether citations may be kept beyond this process: by a number that is given anew in the next one they may not. */
export function isLasting({ against }: KnownCitations): boolean {
  return Object.values(against).every((state) => !state.includes(UNNAMED));
}

/**
 * One version of a regulation text with what is known of it. Everything beyond the text is made when it is first asked
 * for; of a text that no editor has open it may be dropped again and is then made anew. A stored text is itself read
 * again whenever it is asked for and memory has been short since.
 */
export class RegulationDocument {
  private weak: WeakRef<Analysis> | undefined;
  private strong: Analysis | undefined;
  private weakFront: WeakRef<SyntaxTree> | undefined;
  private weakText: WeakRef<TextDocument> | undefined;
  private strongText: TextDocument | undefined;
  private stored: StoredText | undefined;
  private knownHeader: Header | undefined;
  private knownFacts: Facts | undefined;
  private knownCitations: KnownCitations | undefined;
  private knownByTitle: Map<string, Mention[]> | undefined;
  private knownLines: Lines | undefined;
  /** Of a text that an editor has open: where its citations of itself lead, as far as that was asked for. */
  readonly resolvedWithin = new Map<Mention, Resolution>();
  private knownTitleSpan: Span | undefined;

  private constructor(
    readonly uri: string,
    /** Names the text: a document with the same identity has the same text. */
    readonly identity: string,
    /** Whether an editor has it open. */
    readonly isOpen: boolean,
    private earlierTree: SyntaxTree | undefined,
  ) {}

  /**
   * A text of a file.
   *
   * @param identity names the text by its content; without one it is the same as no other
   */
  static of(uri: string, text: string, identity = `${UNNAMED}${String(++unnamed)}`): RegulationDocument {
    const document = new RegulationDocument(uri, identity, false, undefined);
    document.strongText = TextDocument.create(uri, 'regulation', 0, text);
    return document;
  }

  /**
   * A text that an editor has open.
   *
   * @param textDocument the text with its URI and version; positions are LSP's (0-based line, UTF-16 character)
   * @param earlier the version before, whose unchanged parts are shared
   */
  static open(textDocument: TextDocument, earlier?: RegulationDocument): RegulationDocument {
    const identity = `${UNNAMED}${String(++unnamed)}`;
    const document = new RegulationDocument(textDocument.uri, identity, true, earlier?.strong?.tree);
    document.strongText = textDocument;
    return document;
  }

  /** A text that lies outside the memory. */
  static stored(uri: string, stored: StoredText): RegulationDocument {
    const document = new RegulationDocument(uri, stored.identity, false, undefined);
    document.stored = stored;
    return document;
  }

  /** From now on the text of this document lies outside the memory: the very same text. */
  store(stored: StoredText): void {
    this.stored = stored;
    if (this.strongText) this.weakText = new WeakRef(this.strongText);
    this.strongText = undefined;
  }

  get textDocument(): TextDocument {
    const known = this.strongText ?? this.weakText?.deref();
    if (known) return known;
    if (!this.stored) throw new Error(`a document without a text: ${this.uri}`);
    const textDocument = TextDocument.create(this.uri, 'regulation', 0, this.stored.readText());
    this.weakText = new WeakRef(textDocument);
    return textDocument;
  }

  /** The text as one string, which takes a while of an open one: what is done at each keystroke asks the characters. */
  get text(): string {
    return this.textDocument.getText();
  }

  get characters(): Characters {
    return charactersOf(this.textDocument);
  }

  get tree(): SyntaxTree {
    return this.analysis.tree;
  }

  /** The title without layout; the file's name may differ. Empty where the text has none. */
  get title(): string {
    return this.header.title;
  }

  /** The key under which citations find this document. */
  get key(): string {
    return this.header.key;
  }

  /** 人格权编 for a file that holds that part of the Civil Code. */
  get subtitle(): string | undefined {
    return this.header.subtitle;
  }

  /** The number of that part in its statute. */
  get partNumber(): number | undefined {
    return partOfFile(this.title, this.subtitle);
  }

  /** The date of this version, YYYY-MM-DD, or YYYY where only the year is known; see `dateOf`. */
  get date(): string | undefined {
    return this.header.date;
  }

  /** What a library must know of a text that no editor has open. */
  get facts(): Facts {
    return (this.knownFacts ??= this.stored?.facts ?? factsOf(this.text, this.uri));
  }

  /** The history notes, a line each. */
  get notes(): string[] {
    return notesOf(this.front);
  }

  /** The lines of the title; the start of the text where it has none. */
  get titleSpan(): Span {
    return (this.knownTitleSpan ??= titleSpanOf(this.front));
  }

  /** The provisions of the main instrument. */
  get provisions(): Provisions {
    return this.analysis.provisions;
  }

  /** The provisions that citations in a node mean by 本条 or 第三条: the annex's in an annex, else the instrument's. */
  provisionsAround(node: SyntaxNode): Provisions {
    const annex = node.enclosing('annex');
    if (!annex) return this.provisions;
    const { annexes } = this.analysis;
    let provisions = annexes.get(annex);
    if (!provisions) annexes.set(annex, (provisions = new Provisions(annex)));
    return provisions;
  }

  get annexes(): SyntaxNode[] {
    return [...this.analysis.annexes.keys()];
  }

  /**
   * The citations. They are kept when the tree is dropped, and made anew when a text changes that they were resolved
   * against.
   *
   * @param texts where other instruments' texts are
   */
  citations(texts: VersionedTexts): KnownCitations {
    const known = this.citationsAtHand(texts);
    if (known) return known;
    this.knownByTitle = undefined;
    // Only of a text that an editor has open there will be a next version that can use what was remembered.
    const provisionsOf = (root: SyntaxNode): Provisions => this.provisionsAround(root);
    return (this.knownCitations = citationsAgainst(this.tree, texts, this.header, this.isOpen, provisionsOf));
  }

  /** The citations as they were last made, whatever has changed since; undefined where they never were. */
  get citationsKnown(): KnownCitations | undefined {
    return this.knownCitations;
  }

  /** The mentions by what they name: the title of an instrument, or `self`; each in text order. */
  mentionsByTitle(texts: VersionedTexts): ReadonlyMap<string, readonly Mention[]> {
    const { mentions } = this.citations(texts);
    if (!this.knownByTitle) {
      this.knownByTitle = new Map();
      for (const mention of mentions) {
        const same = this.knownByTitle.get(mention.doc);
        if (same) same.push(mention);
        else this.knownByTitle.set(mention.doc, [mention]);
      }
    }
    return this.knownByTitle;
  }

  /** The citations, where they do not have to be made: known, or stored; undefined if what they rest on has changed. */
  private citationsAtHand(texts: VersionedTexts): KnownCitations | undefined {
    const isValid = (against: KnownCitations['against']): boolean => {
      for (const title in against) if (texts.stateOf(title) !== against[title]) return false;
      return true;
    };
    if (this.knownCitations) return isValid(this.knownCitations.against) ? this.knownCitations : undefined;
    const against = this.stored?.against;
    const citations = against && isValid(against) ? this.stored?.readCitations() : undefined;
    if (!citations || !against) return undefined;
    const { lineWidths, ...known } = citations;
    this.knownLines ??= new Lines(lineWidths);
    return (this.knownCitations = { ...known, against });
  }

  /** The node whose words a mention stands in. */
  homeOf(mention: Mention): SyntaxNode {
    return this.tree.nodeAt(mention.start);
  }

  /** The provisions among which 第三条 in a mention is meant: the annex's it stands in, else the instrument's. */
  provisionsAt(mention: Mention): Provisions {
    return this.analysis.annexes.size === 0 ? this.provisions : this.provisionsAround(this.homeOf(mention));
  }

  rangeOf({ start, end }: Span): Range {
    // Of a text that is not at hand the lines are known all the same, once its citations are; an open one keeps its own.
    const lines = this.isOpen ? this.textDocument : this.lines;
    return { start: lines.positionAt(start), end: lines.positionAt(end) };
  }

  offsetAt(position: Position): number {
    return this.textDocument.offsetAt(position);
  }

  /**
   * Makes the citations with a tree that is dropped at once: for the many texts of a library, of which nothing else is
   * asked.
   *
   * @returns the citations, if they had to be made
   */
  prepare(texts: VersionedTexts): KnownCitations | undefined {
    if (this.citationsAtHand(texts)) return undefined;
    const tree = (this.strong ?? this.weak?.deref())?.tree ?? SyntaxTree.parse(this.text);
    this.knownByTitle = undefined;
    this.knownLines ??= Lines.of(this.text);
    return (this.knownCitations = citationsAgainst(tree, texts, this.header, false));
  }

  /** What the place of an offset is told by. */
  get lines(): Lines {
    return (this.knownLines ??= Lines.of(this.text));
  }

  private get header(): Header {
    // Of an open text the tree is there anyway, and only what differs from the version before was read.
    return (this.knownHeader ??= this.isOpen ? headerOf(this.tree, this.uri) : this.facts);
  }

  /** A tree that begins as the whole one does: of a text that is only named, the rest is not read for it. */
  private get front(): SyntaxTree {
    if (this.isOpen) return this.tree;
    const known = this.weakFront?.deref();
    if (known) return known;
    const front = frontTree(this.text);
    this.weakFront = new WeakRef(front);
    return front;
  }

  private get analysis(): Analysis {
    const known = this.strong ?? this.weak?.deref();
    if (known) return known;
    const analysis = new Analysis(SyntaxTree.parse(this.characters, this.earlierTree));
    this.earlierTree = undefined;
    if (this.isOpen) this.strong = analysis;
    else this.weak = new WeakRef(analysis);
    return analysis;
  }
}

/** @param remembering whether mentions are to be remembered for the next version */
function citationsAgainst(
  tree: SyntaxTree,
  texts: VersionedTexts,
  { subtitle, date }: Header,
  remembering: boolean,
  provisionsOf?: (root: SyntaxNode) => Provisions,
): KnownCitations {
  const against: Record<string, string> = {};
  const lookInto = (title: string): string => {
    // Only a text that is one part of a statute has its own title looked for in others.
    if (title === 'self' && subtitle === undefined) return '';
    return (against[title] ??= texts.stateOf(title));
  };
  const watched: Texts = {
    provisionsOf: (title) => {
      lookInto(title);
      return texts.provisionsOf(title);
    },
    knows: (title) => {
      lookInto(title);
      return texts.knows(title);
    },
    withIssuer: (title, issuer) => {
      lookInto(title);
      return texts.withIssuer?.(title, issuer);
    },
    // Which version of another text is meant may depend on the date of this one.
    ...(remembering && { stateOf: (title) => `${lookInto(title)} ${date ?? ''}` }),
  };
  return { ...citationsOf(tree, watched, provisionsOf), against };
}

/** The mention at an offset, its end included: a caret right behind a citation is on it. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  return (
    mentions.find(({ start, end }) => offset >= start && offset < end) ?? mentions.find(({ end }) => offset === end)
  );
}

/** The alias whose definition holds an offset. */
export function aliasAt(aliases: readonly Alias[], offset: number): Alias | undefined {
  return aliases.find(({ definition }) => offset >= definition.start && offset <= definition.end);
}
