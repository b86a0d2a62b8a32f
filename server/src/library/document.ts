import { TextDocument, type Position, type Range } from 'vscode-languageserver-textdocument';
import type { Alias } from '../citations/aliases.js';
import { citationsOf, type Citations } from '../citations/citations.js';
import { partOfFile } from '../citations/partFiles.js';
import { Provisions } from '../citations/provisions.js';
import type { Mention, Texts } from '../citations/resolve.js';
import { titleKey } from '../citations/titles.js';
import { annexesOf, notesOf, subtitleOf, titleOf } from '../syntax/outline.js';
import { SyntaxTree, type Span, type SyntaxNode } from '../syntax/tree.js';
import { dateOf } from './history.js';

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

/** What a library must know of every document; kept when the tree is dropped. */
interface Header {
  readonly title: string;
  readonly key: string;
  readonly subtitle: string | undefined;
  readonly date: string | undefined;
}

/** The citations of a document, with what they were resolved against. */
interface KnownCitations {
  readonly value: Citations;
  /** The titles whose texts were looked into, with the state these were in. */
  readonly against: ReadonlyMap<string, number>;
  /** The instruments that are cited, by their titles. */
  readonly cited: ReadonlySet<string>;
}

/** The texts of a library, each title's with a number that changes when they do. */
export interface VersionedTexts extends Texts {
  stateOf(title: string): number;
}

/**
 * One version of a regulation text with what is known of it. Everything beyond the text is made when it is first asked
 * for; of a text that no editor has open it may be dropped again and is then made anew.
 */
export class RegulationDocument {
  private weak: WeakRef<Analysis> | undefined;
  private strong: Analysis | undefined;
  private earlierTree: SyntaxTree | undefined;
  private knownHeader: Header | undefined;
  private knownCitations: KnownCitations | undefined;

  /**
   * @param textDocument the text with its URI and version; positions are LSP's (0-based line, UTF-16 character)
   * @param earlier the version before, whose unchanged parts are shared; given for texts an editor has open
   */
  constructor(
    readonly textDocument: TextDocument,
    private readonly isOpen = false,
    earlier?: RegulationDocument,
  ) {
    this.earlierTree = earlier?.strong?.tree;
  }

  static of(uri: string, text: string): RegulationDocument {
    return new RegulationDocument(TextDocument.create(uri, 'regulation', 0, text));
  }

  get uri(): string {
    return this.textDocument.uri;
  }

  get text(): string {
    return this.textDocument.getText();
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

  /** The date of this version, YYYY-MM-DD: the latest that the history note names, else the file name's. */
  get date(): string | undefined {
    return this.header.date;
  }

  get notes(): string[] {
    return notesOf(this.tree);
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
  citations(texts: VersionedTexts): Citations {
    return this.citationsAgainst(texts).value;
  }

  /** The titles of the instruments that the document cites; `self` among them where it cites itself. */
  citedTitles(texts: VersionedTexts): ReadonlySet<string> {
    return this.citationsAgainst(texts).cited;
  }

  private citationsAgainst(texts: VersionedTexts): KnownCitations {
    const known = this.knownCitations;
    if (known && [...known.against].every(([title, state]) => texts.stateOf(title) === state)) return known;
    // Only of a text that an editor has open there will be a next version that can use what was remembered.
    const provisionsOf = (root: SyntaxNode): Provisions => this.provisionsAround(root);
    return (this.knownCitations = citationsAgainst(this.tree, texts, this.header, this.isOpen, provisionsOf));
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
    return { start: this.textDocument.positionAt(start), end: this.textDocument.positionAt(end) };
  }

  offsetAt(position: Position): number {
    return this.textDocument.offsetAt(position);
  }

  /**
   * Reads title and citations with a tree that is dropped at once: for the many texts of a library, of which nothing else
   * is asked.
   */
  prepare(texts: VersionedTexts): void {
    const tree = (this.strong ?? this.weak?.deref())?.tree ?? SyntaxTree.parse(this.text);
    this.knownHeader ??= headerOf(tree, this.uri);
    this.knownCitations ??= citationsAgainst(tree, texts, this.knownHeader, false);
  }

  private get header(): Header {
    return (this.knownHeader ??= headerOf(this.tree, this.uri));
  }

  private get analysis(): Analysis {
    const known = this.strong ?? this.weak?.deref();
    if (known) return known;
    const analysis = new Analysis(SyntaxTree.parse(this.text, this.earlierTree));
    this.earlierTree = undefined;
    if (this.isOpen) this.strong = analysis;
    else this.weak = new WeakRef(analysis);
    return analysis;
  }
}

function headerOf(tree: SyntaxTree, uri: string): Header {
  const title = titleOf(tree);
  return { title, key: titleKey(title), subtitle: subtitleOf(tree), date: dateOf(notesOf(tree), uri) };
}

/** @param remembering whether mentions are to be remembered for the next version */
function citationsAgainst(
  tree: SyntaxTree,
  texts: VersionedTexts,
  { subtitle, date }: Header,
  remembering: boolean,
  provisionsOf?: (root: SyntaxNode) => Provisions,
): KnownCitations {
  const against = new Map<string, number>();
  const lookInto = (title: string): number => {
    // Only a text that is one part of a statute has its own title looked for in others.
    if (title === 'self' && subtitle === undefined) return 0;
    const state = texts.stateOf(title);
    against.set(title, state);
    return state;
  };
  const watched: Texts = {
    provisionsOf: (title) => {
      lookInto(title);
      return texts.provisionsOf(title);
    },
    // Which version of another text is meant may depend on the date of this one.
    ...(remembering && { stateOf: (title) => `${String(lookInto(title))} ${date ?? ''}` }),
  };
  const value = citationsOf(tree, watched, provisionsOf);
  return { value, against, cited: new Set(value.mentions.map(({ doc }) => doc)) };
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
