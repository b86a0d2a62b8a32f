import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Target } from '../citations/coordinates.js';
import type { Mention } from '../citations/resolve.js';
import type { Citations } from '../citations/citations.js';
import { titleKey } from '../citations/titles.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { RegulationDocument, type VersionedTexts } from './document.js';

/** What a citation points at, as far as the library knows. */
export type Resolution =
  /** Every target was found, in the order of the mention's targets; a document's own node is its root. */
  | { readonly state: 'found'; readonly places: readonly Place[] }
  /** The instrument is at hand, but the provision is not in it. */
  | { readonly state: 'missing-provision'; readonly document: RegulationDocument; readonly target: Target }
  /** No text of the instrument is at hand. */
  | { readonly state: 'missing-document'; readonly title: string }
  /** 前款 with nothing before it. */
  | { readonly state: 'nothing-before' }
  /** The citation is a relative one that has no meaning where it stands: 本章 in an instrument without chapters. */
  | { readonly state: 'unknown' };

export interface Place {
  readonly document: RegulationDocument;
  readonly node: SyntaxNode;
}

/** An instrument as the documents that cite it know it; a RegulationDocument is one. */
export interface CitedInstrument {
  /** See {@link titleKey}; empty for a text without title, which only itself can cite. */
  readonly key: string;
  readonly uri?: string;
  readonly subtitle?: string | undefined;
}

/** A citation with the document it stands in. */
export interface Citing {
  readonly document: RegulationDocument;
  readonly mention: Mention;
}

/**
 * All documents that citations can lead to and come from: the corpus, the workspace's, those of the library's folders,
 * and those that an editor has open, which stand in front of their files.
 */
export class Library {
  private readonly files = new Map<string, RegulationDocument>();
  private readonly open = new Map<string, RegulationDocument>();
  private readonly byKey = new Map<string, RegulationDocument[]>();
  /** Documents that are in the library, but not in `byKey` yet: their titles are read when one is asked for. */
  private unindexed = new Set<RegulationDocument>();
  /** How often the texts of a title have changed. */
  private readonly states = new Map<string, number>();
  private readonly keys = new Map<string, string>();
  private readonly keysOfTitles = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

  /** Puts in the text of a file, or replaces it. */
  setFile(uri: string, text: string): void {
    const earlier = this.files.get(uri);
    const document = RegulationDocument.of(uri, text);
    this.files.set(uri, document);
    if (!this.open.has(uri)) this.replace(earlier, document);
  }

  deleteFile(uri: string): void {
    const earlier = this.files.get(uri);
    this.files.delete(uri);
    if (!this.open.has(uri)) this.replace(earlier, undefined);
  }

  /** Takes the text that an editor shows; called again at each change. */
  setOpen(textDocument: TextDocument): RegulationDocument {
    const { uri } = textDocument;
    const earlier = this.open.get(uri);
    const document = new RegulationDocument(textDocument, true, earlier);
    this.open.set(uri, document);
    this.replace(earlier ?? this.files.get(uri), document);
    return document;
  }

  /** The editor has closed the document: from now on its file counts again. */
  close(uri: string): void {
    const earlier = this.open.get(uri);
    if (this.open.delete(uri)) this.replace(earlier, this.files.get(uri));
  }

  document(uri: string): RegulationDocument | undefined {
    return this.open.get(uri) ?? this.files.get(uri);
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri);
  }

  /** Every document once, open ones in their editor's version. */
  documents(): RegulationDocument[] {
    return [...new Map([...this.files, ...this.open]).values()];
  }

  /** Documents with a title, the newest version first; files of one statute's parts in no special order. */
  withTitle(title: string): readonly RegulationDocument[] {
    return this.index().get(this.keyOf(title)) ?? [];
  }

  citationsOf(document: RegulationDocument): Citations {
    return document.citations(this.textsFor(document));
  }

  /** Reads of a text what every library needs of it, so that it does not have to be read when it is first asked for. */
  prepare(document: RegulationDocument): void {
    document.prepare(this.textsFor(document));
  }

  /** Where a mention of a document leads. */
  resolve(document: RegulationDocument, mention: Mention): Resolution {
    if (mention.nothingBefore) return { state: 'nothing-before' };
    const candidates = this.candidates(document, mention);
    const [first] = candidates;
    if (!first) return { state: 'missing-document', title: mention.doc };
    if (mention.kind === 'document') return { state: 'found', places: [{ document: first, node: first.tree.root }] };
    if (mention.targets.length === 0) return { state: 'unknown' };
    const places: Place[] = [];
    for (const target of mention.targets) {
      const place = this.find(document, mention, candidates, target);
      if (place) places.push(place);
      else return this.missing(document, mention, candidates, target);
    }
    return { state: 'found', places };
  }

  /**
   * Every citation that names an instrument, or a provision of it, from whatever document, itself included.
   *
   * @param cited the instrument; one of which no text is at hand is given by its key alone
   */
  citing(cited: CitedInstrument): Citing[] {
    const found: Citing[] = [];
    for (const document of this.documents()) {
      // 本法 in another version is that version's own; in another part of the same statute it is this one's too.
      const own =
        document.uri === cited.uri ||
        (cited.subtitle !== undefined && document.subtitle !== undefined && document.key === cited.key);
      if (!own && (cited.key === '' || !this.keysCitedBy(document).has(cited.key))) continue;
      for (const mention of this.citationsOf(document).mentions) {
        const names = mention.doc !== 'self' && cited.key !== '' && this.keyOf(mention.doc) === cited.key;
        if (mention.doc === 'self' ? own : names) found.push({ document, mention });
      }
    }
    return found;
  }

  private find(
    document: RegulationDocument,
    mention: Mention,
    candidates: readonly RegulationDocument[],
    target: Target,
  ): Place | undefined {
    if (mention.doc === 'self') {
      const around = document.provisionsAt(mention);
      // 前款 in the second 第十条 means that one's, not the first one's.
      const node = around.find(target, around.hasTwins ? document.homeOf(mention) : undefined);
      const found = node ?? (around === document.provisions ? undefined : document.provisions.find(target));
      if (found) return { document, node: found };
    }
    for (const candidate of candidates) {
      // Of several versions only the first, the newest, is meant; of part files each may hold the provision.
      if (candidate !== candidates[0] && candidate.subtitle === candidates[0]?.subtitle) continue;
      const node = candidate.provisions.find(target) ?? findInPart(candidate, target);
      if (node) return { document: candidate, node };
    }
    return undefined;
  }

  private candidates(document: RegulationDocument, mention: Mention): readonly RegulationDocument[] {
    if (mention.doc !== 'self') return mention.doc ? this.withTitle(mention.doc) : [];
    if (document.subtitle === undefined) return [document];
    return [document, ...this.withTitle(document.title).filter((other) => other !== document)];
  }

  /** Why a target was not found. */
  private missing(
    document: RegulationDocument,
    mention: Mention,
    candidates: readonly RegulationDocument[],
    target: Target,
  ): Resolution {
    const [first = document] = candidates;
    // What an instrument without articles calls 第三项 or 第二部分 has no fixed form.
    const around = mention.doc === 'self' ? document.provisionsAt(mention) : first.provisions;
    if (around.articles[0]?.kind !== 'article') return { state: 'unknown' };
    if (first.subtitle === undefined) return { state: 'missing-provision', document: first, target };
    // Of a statute published part by part, another part may have it, unless its number lies within a part at hand.
    const holder = candidates.find((candidate) => spans(candidate, target));
    return holder
      ? { state: 'missing-provision', document: holder, target }
      : { state: 'missing-document', title: mention.doc === 'self' ? document.title : mention.doc };
  }

  private textsFor(document: RegulationDocument): VersionedTexts {
    // Its own title is only asked for where other files hold other parts of it.
    const titleOf = (title: string): string => (title === 'self' ? document.title : title);
    return {
      stateOf: (title) => {
        this.index();
        return this.states.get(this.keyOf(titleOf(title))) ?? 0;
      },
      provisionsOf: (title) =>
        title === 'self' && document.subtitle === undefined
          ? []
          : this.withTitle(titleOf(title)).map(({ provisions }) => provisions),
    };
  }

  private keysCitedBy(document: RegulationDocument): ReadonlySet<string> {
    const titles = document.citedTitles(this.textsFor(document));
    let keys = this.keysOfTitles.get(titles);
    if (!keys) this.keysOfTitles.set(titles, (keys = new Set([...titles].map((title) => this.keyOf(title)))));
    return keys;
  }

  /** Titles are few and cited often: each is made into its key once. */
  private keyOf(title: string): string {
    let key = this.keys.get(title);
    if (key === undefined) this.keys.set(title, (key = titleKey(title)));
    return key;
  }

  /** The documents by their keys, with the titles read of all that have come since it was last asked for. */
  private index(): Map<string, RegulationDocument[]> {
    for (const document of this.unindexed) {
      const { key } = document;
      if (key) this.byKey.set(key, inOrder([...(this.byKey.get(key) ?? []), document]));
      this.changed(key);
    }
    // A set that is cleared goes on holding, inside, what it held: the versions of a text would hold one another.
    if (this.unindexed.size > 0) this.unindexed = new Set();
    return this.byKey;
  }

  /** A document takes the place of another one, or comes or goes. */
  private replace(earlier: RegulationDocument | undefined, document: RegulationDocument | undefined): void {
    if (earlier && !this.unindexed.delete(earlier)) {
      const { key } = earlier;
      const others = this.byKey.get(key)?.filter((other) => other !== earlier) ?? [];
      if (others.length > 0) this.byKey.set(key, others);
      else this.byKey.delete(key);
      this.changed(key);
    }
    if (document) this.unindexed.add(document);
  }

  private changed(key: string): void {
    this.states.set(key, (this.states.get(key) ?? 0) + 1);
  }
}

/** The newest version first. */
function inOrder(documents: RegulationDocument[]): RegulationDocument[] {
  return documents.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}

/** In the file of a part the part itself is no node: 第二编第三章 is the file's 第三章, 第二编 the whole file. */
function findInPart(candidate: RegulationDocument, target: Target): SyntaxNode | undefined {
  if (target.part === undefined || candidate.partNumber !== target.part) return undefined;
  const { part: _part, ...inner } = target;
  return candidate.provisions.find(inner);
}

/** Whether a part's file begins before an article and ends behind it. */
function spans(candidate: RegulationDocument, { article, part }: Target): boolean {
  if (article === undefined) return part !== undefined && part === candidate.partNumber;
  const { articles } = candidate.provisions;
  const number = Number.parseInt(article, 10);
  return Number(articles[0]?.number) <= number && number <= Number(articles.at(-1)?.number);
}
