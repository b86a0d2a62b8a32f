import { annexesOf, subtitleOf, titleOf } from '../syntax/outline.js';
import { Derived } from '../syntax/derived.js';
import type { GreenNode } from '../syntax/structure.js';
import type { SyntaxNode, SyntaxTree } from '../syntax/tree.js';
import { Antecedents } from './antecedents.js';
import {
  collectAliases,
  mayHoldAliases,
  movedAlias,
  type Alias,
  type NameEndingAt,
  type TitleMeant,
} from './aliases.js';
import { AmendedInstrument, OWN_INSTRUMENT } from './amendment.js';
import { joinBrokenTitles } from './brokenTitles.js';
import { issuerIn } from './issuers.js';
import { InstrumentNames, STATUTE_NAMES } from './names.js';
import { partOfFile } from './partFiles.js';
import { Provisions, targetOf } from './provisions.js';
import { Grounds, RememberedMentions } from './rememberedMentions.js';
import { resolveFound, titleMeant, type Mention, type Texts } from './resolve.js';
import { scan, type Found } from './scan.js';

/** What a document cites, and the short names it defines. */
export interface Citations {
  /** In text order. */
  readonly mentions: readonly Mention[];
  readonly aliases: readonly Alias[];
}

const NO_TEXTS: Texts = { provisionsOf: () => [], knows: () => false };

/**
 * Finds and resolves every citation of a document: in its notes, preamble, paragraphs and items, and in its annexes. The
 * lines of the title are not read: they name the document itself.
 *
 * @param texts other instruments, to complete citations of their items
 * @param provisionsOf the provisions of the document and of its annexes, where they are at hand already
 */
export function citationsOf(
  tree: SyntaxTree,
  texts: Texts = NO_TEXTS,
  provisionsOf: (root: SyntaxNode) => Provisions = (root) => new Provisions(root),
): Citations {
  const aliases = aliasesIn(tree, (title, issuer) => titleMeant(title, issuer, texts));
  const names = new InstrumentNames(aliases);
  const titles = new Map(aliases.map(({ name, title }) => [name, title]));
  const foundIn: FindIn = (node, words) => {
    // Where a title runs over the line, what is found depends on the lines behind it too.
    const key = words.length === node.body.end - node.body.start ? names.key : `${names.key}\n${words}`;
    return remembered(node.green, key, () => scan(words, names, (name) => titles.get(name)));
  };
  const document = titleOf(tree);
  const subtitle = subtitleOf(tree);
  const mentions: Mention[] = [];
  for (const root of [tree.root, ...annexesOf(tree)]) {
    const title = root === tree.root ? document : (root.heading ?? '');
    const part = partOfFile(title, subtitle);
    const reader = new InstrumentReader(
      root,
      { own: title, document },
      provisionsOf(root),
      texts,
      part,
      names.key,
      foundIn,
      mentions,
    );
    reader.read();
  }
  return { mentions, aliases };
}

const definesAliases = new Derived<boolean>();

/** The short names that a text gives to instruments. Which articles may give one is remembered with them. */
function aliasesIn(tree: SyntaxTree, titleMeant: TitleMeant): Alias[] {
  const aliases: Alias[] = [];
  let behind = 0;
  const read = (start: number, end: number, article?: GreenNode): void => {
    behind = end;
    if (start === end || (article && definesAliases.get(article) === false)) return;
    const text = tree.text.slice(start, end);
    const mayHold = mayHoldAliases(text);
    if (article) definesAliases.set(article, mayHold);
    if (!mayHold) return;
    const endingAt: NameEndingAt = (words, at) => STATUTE_NAMES.endingAt(words, at);
    for (const alias of collectAliases(text, endingAt, titleMeant)) aliases.push(movedAlias(alias, start));
  };
  const visit = (node: SyntaxNode): void => {
    for (const child of node.children) {
      if (child.kind === 'article' || child.kind === 'clause') {
        const { start, end } = child.full;
        read(behind, start);
        read(start, end, child.green);
      } else if (child.children.length > 0) visit(child);
    }
  };
  visit(tree.root);
  read(behind, tree.text.length);
  return aliases;
}

/** What the words that begin at a node mention. */
type FindIn = (node: SyntaxNode, words: string) => readonly Found[];

/** Reads one instrument or annex, in text order. */
class InstrumentReader {
  private readonly antecedents = new Antecedents();
  private readonly amended: AmendedInstrument | undefined;
  private readonly key: string;
  /** What the mentions of the article being read rest on, where they are to be remembered. */
  private grounds: Grounds | undefined;
  /** Of an amending decision, who issued what it amends too and leaves itself out. */
  private readonly issuer: string;
  private above: { readonly container: SyntaxNode | undefined; readonly target: string } | undefined;
  private readonly watchedTexts: Texts = {
    provisionsOf: (title) => {
      this.grounds?.lookedInto(title, this.texts.stateOf?.(title));
      return this.texts.provisionsOf(title);
    },
    knows: (title) => {
      this.grounds?.lookedInto(title, this.texts.stateOf?.(title));
      return this.texts.knows(title);
    },
    withIssuer: (title, issuer) => {
      this.grounds?.lookedInto(title, this.texts.stateOf?.(title));
      const { texts } = this;
      return texts.withIssuer?.(title, issuer) ?? (this.amended && texts.withIssuer?.(title, this.issuer));
    },
  };

  /**
   * @param titles its own, and, of an annex, that of the document it is annexed to
   * @param part of a file that holds one part of a statute: which part it is
   * @param mentions gets what is found
   */
  constructor(
    private readonly root: SyntaxNode,
    titles: { readonly own: string; readonly document: string },
    private readonly provisions: Provisions,
    private readonly texts: Texts,
    private readonly part: number | undefined,
    namesKey: string,
    private readonly foundIn: FindIn,
    private readonly mentions: Mention[],
  ) {
    this.issuer = issuerIn(titles.own) || issuerIn(titles.document);
    const meant: TitleMeant = (amended, words) =>
      titleMeant(amended, words === undefined ? undefined : this.issuer, texts);
    this.amended =
      AmendedInstrument.of(titles.own, meant) ??
      (root.kind === 'annex' ? AmendedInstrument.ofAnnex(titles.document, meant) : undefined);
    this.key = `${String(part)}\n${namesKey}`;
  }

  read(): void {
    let between: SyntaxNode[] = [];
    const readBelow = (node: SyntaxNode): void => {
      for (const child of node.children) {
        if (child.kind === 'annex') continue;
        if (child.kind === 'article' || child.kind === 'clause') {
          if (between.length > 0) {
            this.readWords(between);
            between = [];
          }
          this.readArticle(child);
        } else {
          if (hasWords(child)) between.push(child);
          readBelow(child);
        }
      }
    };
    readBelow(this.root);
    this.readWords(between);
  }

  private readArticle(article: SyntaxNode): void {
    this.antecedents.enterArticle();
    // In an amending decision what one article says goes on to hold in the next.
    if (!this.texts.stateOf || this.amended) this.readWords(nodesWithWords(article));
    else this.readRemembered(article);
    this.antecedents.enterArticle();
  }

  private readRemembered(article: SyntaxNode): void {
    const { key, provisions, texts, antecedents } = this;
    const above = this.coordinatesOf(article.parent);
    const mentions = rememberedMentions.get(article.green)?.in(article, key, above, provisions, texts);
    if (mentions) {
      for (const mention of mentions) {
        if (mention.kind === 'document') antecedents.named(mention.doc);
        this.mentions.push(mention);
      }
      return;
    }
    const first = this.mentions.length;
    const grounds = new Grounds();
    this.grounds = provisions.observer = grounds;
    this.readWords(nodesWithWords(article));
    this.grounds = provisions.observer = undefined;
    // What 该法 means may have been said in any article before.
    const isOwn = !grounds.isWide && !antecedents.isReferredTo;
    rememberedMentions.set(
      article.green,
      isOwn ? new RememberedMentions(key, above, grounds, article.offset, this.mentions.slice(first)) : undefined,
    );
  }

  /** The coordinates of a container, written; asked for by one article in it after the other. */
  private coordinatesOf(container: SyntaxNode | undefined): string {
    if (!this.above || this.above.container !== container) {
      this.above = { container, target: container ? JSON.stringify(targetOf(container)) : '' };
    }
    return this.above.target;
  }

  private readWords(nodes: readonly SyntaxNode[]): void {
    const { antecedents, amended, provisions, part } = this;
    const surroundings = { provisions, texts: this.watchedTexts, part };
    const instruments = amended ?? OWN_INSTRUMENT;
    for (const { first: node, last } of joinBrokenTitles(nodes)) {
      const { start } = node.body;
      const text = node.tree.text.slice(start, last.body.end);
      const found = this.foundIn(node, text);
      amended?.enter(text, placeOf(node), node.kind === 'item' ? Number(node.number) : undefined);
      if (node.kind === 'paragraph') {
        antecedents.inParagraph = undefined;
        if (node.number === '1') antecedents.provision = undefined;
      }
      if (found.length === 0) continue;
      for (const mention of resolveFound(found, text, start, node, surroundings, instruments, antecedents))
        this.mentions.push(mention);
    }
  }
}

/** What a node is in an amending decision, which has its own words for it. */
function placeOf({ kind, number }: SyntaxNode): 'first' | 'later' | 'item' {
  if (kind !== 'paragraph') return 'item';
  return number === '1' ? 'first' : 'later';
}

/** The nodes in an article that have words of their own, in text order. */
function nodesWithWords(article: SyntaxNode): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (hasWords(node)) nodes.push(node);
    node.children.forEach(visit);
  };
  visit(article);
  return nodes;
}

function hasWords({ kind, green }: SyntaxNode): boolean {
  return READ.has(kind) && green.bodyEnd <= green.headWidth;
}

/** Kinds of nodes whose own words may cite; a heading and a title do not. */
const READ: ReadonlySet<string> = new Set(['note', 'preamble', 'cover', 'paragraph', 'item', 'subitem']);

const rememberedMentions = new Derived<RememberedMentions>();

/** What was found in the own words of a node, with the names that were looked for. */
const rememberedFound = new Derived<{ readonly key: string; readonly found: readonly Found[] }>();

/**
 * Scanning is most of the work, and depends on the node's own words and the document's short names only: nodes that two
 * versions share are not scanned again.
 */
function remembered(green: GreenNode, key: string, read: () => readonly Found[]): readonly Found[] {
  const known = rememberedFound.get(green);
  if (known?.key === key) return known.found;
  const found = read();
  rememberedFound.set(green, { key, found });
  return found;
}
