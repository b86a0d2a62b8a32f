import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Target } from '../citations/coordinates.js';
import type { Mention } from '../citations/resolve.js';
import type { Citations } from '../citations/citations.js';
import { endInIssuer, issuerIn, withoutIssuer } from '../citations/issuers.js';
import { titleKey } from '../citations/titles.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { RegulationDocument, type KnownCitations, type VersionedTexts } from './document.js';
import { TitleList } from './titleList.js';
import { inForceAt, newestFirst } from './versions.js';

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

/** A document as a whole. Many who ask where a mention leads need its name only: its tree is made for who needs that. */
class Whole implements Place {
  constructor(readonly document: RegulationDocument) {}

  get node(): SyntaxNode {
    return this.document.tree.root;
  }
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
  /** The files that name a title, by its key. */
  private readonly naming = new Map<string, Set<RegulationDocument>>();
  /** Names of the states that the texts of a title are in. */
  private readonly states = new Map<string, string>();
  private readonly titles = new TitleList((key) => this.byKey.get(key)?.[0]?.title);

  /** Puts in the text of a file, or replaces it. */
  setFile(uri: string, text: string): void {
    this.putFile(RegulationDocument.of(uri, text));
  }

  /** Puts in a file, or replaces it. */
  putFile(document: RegulationDocument): void {
    const { uri } = document;
    const earlier = this.files.get(uri);
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
    const document = RegulationDocument.open(textDocument, earlier);
    this.open.set(uri, document);
    this.replace(earlier ?? this.files.get(uri), document);
    return document;
  }

  /** The editor has closed the document: from now on its file counts again. */
  close(uri: string): void {
    const earlier = this.open.get(uri);
    if (this.open.delete(uri)) this.replace(earlier, this.files.get(uri));
  }

  /**
   * A library with other texts in place of some documents, and all else like this one, which stays as it is.
   *
   * @param documents those that differ; none that an editor has open
   */
  replacing(documents: readonly RegulationDocument[]): Library {
    this.index();
    const other = new Library();
    for (const [uri, document] of this.files) other.files.set(uri, document);
    for (const [uri, document] of this.open) other.open.set(uri, document);
    for (const [key, list] of this.byKey) {
      other.byKey.set(key, list);
      other.titles.touch(key);
    }
    for (const [key, set] of this.naming) other.naming.set(key, new Set(set));
    for (const document of documents) {
      const { uri } = document;
      const earlier = other.document(uri);
      other.open.delete(uri);
      other.files.set(uri, document);
      if (earlier !== document) other.replace(earlier, document);
    }
    return other;
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

  /** Documents with a title, as `newestFirst` has them; files of one statute's parts in no special order. */
  withTitle(title: string): readonly RegulationDocument[] {
    return this.index().get(titleKey(title)) ?? [];
  }

  /** The titles of the instruments, in no special order; the same list as before while none has come or gone. */
  instrumentTitles(): readonly string[] {
    this.index();
    return this.titles.list();
  }

  /** The one title that another title, which the library does not have, is probably meant for. */
  nearTitle(title: string): string | undefined {
    this.index();
    return this.titles.nearest(titleKey(title));
  }

  citationsOf(document: RegulationDocument): Citations {
    return document.citations(this.textsFor(document));
  }

  /**
   * Makes the citations of a text, if they are not known, so that nobody has to wait when they are first asked for.
   *
   * @returns the citations, if they had to be made
   */
  prepare(document: RegulationDocument): KnownCitations | undefined {
    return document.prepare(this.textsFor(document));
  }

  /** Where a mention of a document leads. */
  resolve(document: RegulationDocument, mention: Mention): Resolution {
    // Several features and checks ask at each keystroke; within the text itself the answer is that of its version.
    if (!document.isOpen || mention.doc !== 'self' || document.subtitle !== undefined)
      return this.resolveNow(document, mention);
    let resolution = document.resolvedWithin.get(mention);
    if (!resolution) document.resolvedWithin.set(mention, (resolution = this.resolveNow(document, mention)));
    return resolution;
  }

  private resolveNow(document: RegulationDocument, mention: Mention): Resolution {
    if (mention.nothingBefore) return { state: 'nothing-before' };
    const candidates = this.candidates(document, mention);
    const [first] = candidates;
    if (!first) return { state: 'missing-document', title: mention.doc };
    if (mention.kind === 'document') return { state: 'found', places: [new Whole(first)] };
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
    const { key, uri, subtitle } = cited;
    const candidates = new Set<RegulationDocument>();
    const itself = uri === undefined ? undefined : this.document(uri);
    if (itself) candidates.add(itself);
    if (key) {
      // 本法 in another version is that version's own; in another part of the same statute it is this one's too.
      const parts = subtitle === undefined ? [] : (this.index().get(key) ?? []).filter((part) => part.subtitle);
      const documents = [...parts, ...this.documentsNaming(key)].sort((a, b) => (a.uri < b.uri ? -1 : 1));
      for (const document of documents) candidates.add(document);
    }
    const found: Citing[] = [];
    for (const document of candidates) {
      const isPart = subtitle !== undefined && document.subtitle !== undefined && document.key === key;
      const own = document.uri === uri || isPart;
      for (const mention of this.mentionsNaming(document, key, own)) found.push({ document, mention });
    }
    return found;
  }

  /**
   * The mentions of a document that name an instrument, in text order.
   *
   * @param key see {@link titleKey}; none names an empty one
   * @param withOwn takes those of the document's own provisions as well
   */
  mentionsNaming(document: RegulationDocument, key: string, withOwn: boolean): readonly Mention[] {
    const found: (readonly Mention[])[] = [];
    for (const [title, mentions] of document.mentionsByTitle(this.textsFor(document))) {
      const isNamed = title === 'self' ? withOwn : key !== '' && titleKey(title) === key;
      if (isNamed) found.push(mentions);
    }
    const [first = [], ...others] = found;
    return others.length === 0 ? first : found.flat().sort((a, b) => a.start - b.start);
  }

  /** The documents that may cite an instrument: files that name it, and what an editor has open. */
  private documentsNaming(key: string): RegulationDocument[] {
    this.index();
    // What leaves the issuer outside of 《》 names the title without it.
    const bare = withoutIssuer(key);
    const named = this.naming.get(key) ?? [];
    const files = bare === key ? named : new Set([...named, ...(this.naming.get(bare) ?? [])]);
    return [...files, ...this.open.values()];
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
      const node = candidate.provisions.find(target) ?? findInPart(candidate, target);
      if (node) return { document: candidate, node };
    }
    return undefined;
  }

  private candidates(document: RegulationDocument, mention: Mention): readonly RegulationDocument[] {
    if (mention.doc !== 'self') return mention.doc ? this.textsMeant(document, mention.doc) : [];
    return document.subtitle === undefined ? [document] : this.textsMeant(document, document.title);
  }

  /**
   * The texts that a document means by a title: the version in force at its own date, of a statute published part by
   * part one of each part; by its own title itself.
   */
  private textsMeant(document: RegulationDocument, title: string): readonly RegulationDocument[] {
    const texts = inForceAt(this.withTitle(title), document.date);
    if (titleKey(title) !== document.key) return texts;
    return [document, ...texts.filter(({ subtitle }) => subtitle !== document.subtitle)];
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
        const documents = this.index();
        const key = titleKey(titleOf(title));
        let state = this.states.get(key);
        if (state === undefined) {
          state = (documents.get(key) ?? []).map(({ identity }) => identity).join();
          // The bare title may mean one of those that have an issuer in front.
          const issued = this.titles.issuedAs(key);
          if (issued.length > 0) state += ` ${issued.join()}`;
          this.states.set(key, state);
        }
        return state;
      },
      provisionsOf: (title) =>
        title === 'self' && document.subtitle === undefined
          ? []
          : this.textsMeant(document, titleOf(title)).map(({ provisions }) => provisions),
      knows: (title) => this.withTitle(title).length > 0,
      withIssuer: (title, issuer) => this.withIssuer(title, issuer),
    };
  }

  private withIssuer(title: string, words: string): string | undefined {
    if (this.withTitle(title).length > 0) return undefined;
    const titles = this.titles.issuedAs(titleKey(title)).flatMap((key) => this.byKey.get(key)?.[0]?.title ?? []);
    // Of 某省某市人民政府 and 某市人民政府 that is meant which names more of the words.
    const [longest] = titles
      .filter((issued) => endInIssuer(words, issuerIn(issued)))
      .sort((a, b) => issuerIn(b).length - issuerIn(a).length);
    return longest;
  }

  /** The documents by their keys, with the titles read of all that have come since it was last asked for. */
  private index(): Map<string, RegulationDocument[]> {
    if (this.unindexed.size === 0) return this.byKey;
    const grown = new Map<string, RegulationDocument[]>();
    for (const document of this.unindexed) {
      const { key } = document;
      const others = grown.get(key) ?? [...(this.byKey.get(key) ?? [])];
      others.push(document);
      grown.set(key, others);
      if (document.isOpen) continue;
      for (const named of document.facts.named) {
        const naming = this.naming.get(named);
        if (naming) naming.add(document);
        else this.naming.set(named, new Set([document]));
      }
    }
    for (const [key, documents] of grown) {
      // Once for each title, and not for each text: of some titles (总则) there may be very many.
      if (key) this.byKey.set(key, newestFirst(documents));
      this.changed(key);
    }
    // A set that is cleared goes on holding, inside, what it held: the versions of a text would hold one another.
    this.unindexed = new Set();
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
      if (!earlier.isOpen) for (const named of earlier.facts.named) this.naming.get(named)?.delete(earlier);
    }
    if (document) this.unindexed.add(document);
  }

  private changed(key: string): void {
    this.states.delete(key);
    this.states.delete(withoutIssuer(key));
    this.titles.touch(key);
  }
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
