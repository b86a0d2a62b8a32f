import { annexesOf, subtitleOf, titleOf } from '../syntax/outline.js';
import type { GreenNode } from '../syntax/structure.js';
import type { SyntaxNode, SyntaxTree } from '../syntax/tree.js';
import { Antecedents } from './antecedents.js';
import { collectAliases, type Alias } from './aliases.js';
import { AmendedInstrument, OWN_INSTRUMENT } from './amendment.js';
import { joinBrokenTitles } from './brokenTitles.js';
import { InstrumentNames, STATUTE_NAMES } from './names.js';
import { partOfFile } from './partFiles.js';
import { Provisions } from './provisions.js';
import { resolveFound, type Mention, type Surroundings, type Texts } from './resolve.js';
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
 */
export function citationsOf(tree: SyntaxTree, texts: Texts = NO_TEXTS): Citations {
  const aliases = collectAliases(tree.text, (text, end) => STATUTE_NAMES.endingAt(text, end));
  const names = new InstrumentNames(aliases);
  const titles = new Map(aliases.map(({ name, title }) => [name, title]));
  const foundIn: FindIn = (node, words) => {
    // Where a title runs over the line, what is found depends on the lines behind it too.
    const key = words.length === node.body.end - node.body.start ? names.key : `${names.key}\n${words}`;
    return remembered(node.green, key, () => scan(words, names, (name) => titles.get(name)));
  };
  const subtitle = subtitleOf(tree);
  const mentions: Mention[] = [];
  for (const root of [tree.root, ...annexesOf(tree)]) {
    const title = root === tree.root ? titleOf(tree) : (root.heading ?? '');
    const surroundings = { provisions: new Provisions(root), texts, part: partOfFile(title, subtitle) };
    for (const mention of mentionsBelow(root, title, surroundings, foundIn)) mentions.push(mention);
  }
  return { mentions, aliases };
}

/** What the words that begin at a node mention. */
type FindIn = (node: SyntaxNode, words: string) => readonly Found[];

function mentionsBelow(root: SyntaxNode, title: string, surroundings: Surroundings, foundIn: FindIn): Mention[] {
  const mentions: Mention[] = [];
  const antecedents = new Antecedents();
  const amended = AmendedInstrument.of(title);
  for (const { first: node, last } of joinBrokenTitles(nodesWithWords(root))) {
    const { start } = node.body;
    const text = node.tree.text.slice(start, last.body.end);
    const found = foundIn(node, text);
    amended?.enter(text, node.kind !== 'paragraph' ? 'item' : node.number === '1' ? 'first' : 'later');
    // What one article cites does not say what 该法 or 该款 means in the next.
    if (node.kind === 'paragraph') {
      antecedents.inParagraph = undefined;
      if (node.number === '1') antecedents.provision = undefined;
    }
    if (found.length === 0) continue;
    const instruments = amended ?? OWN_INSTRUMENT;
    for (const mention of resolveFound(found, text, start, node, surroundings, instruments, antecedents))
      mentions.push(mention);
  }
  return mentions;
}

/** The nodes of an instrument or annex that have words of their own, in text order. */
function nodesWithWords(root: SyntaxNode): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node !== root && node.kind === 'annex') return;
    if (READ.has(node.kind) && node.green.bodyEnd <= node.green.headWidth) nodes.push(node);
    node.children.forEach(visit);
  };
  visit(root);
  return nodes;
}

/** Kinds of nodes whose own words may cite; a heading and a title do not. */
const READ: ReadonlySet<string> = new Set(['note', 'preamble', 'cover', 'paragraph', 'item', 'subitem']);

/** What was found in the own words of a node, with the names that were looked for. */
class Remembered {
  constructor(
    readonly key: string,
    readonly found: readonly Found[],
  ) {}
}

/**
 * Scanning is most of the work, and depends on the node's own words and the document's short names only: nodes that two
 * versions share are not scanned again.
 */
function remembered(green: GreenNode, key: string, read: () => readonly Found[]): readonly Found[] {
  const known = green.derived;
  if (known instanceof Remembered && known.key === key) return known.found;
  const found = read();
  green.derived = new Remembered(key, found);
  return found;
}
