import type { DocumentSymbol } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import { PROVISION_KINDS } from '../syntax/outline.js';
import type { GreenNode, NodeKind } from '../syntax/structure.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { headingLabel, opening, ownLabel } from './labels.js';
import { wordsOf } from './provisionText.js';
import { symbolKindOf } from './symbolKinds.js';

/** Characters of the text that an outline shows behind a number. */
const DETAIL_LENGTH = 40;
/** Characters of the text that are part of a name, which also has to fit into breadcrumbs. */
const NAME_LENGTH = 20;

/**
 * Where the beginning of a provision's text is shown. Editors leave out the detail where they list symbols to go to:
 * paragraphs and items, whose numbers recur in every article, then have nothing that tells them apart but their name.
 */
export type Words = 'in names of paragraphs and items' | 'in details';

const WORDED: ReadonlySet<NodeKind> = new Set(['paragraph', 'item', 'subitem']);

/**
 * The outline of a document: parts, chapters, sections, articles with the beginning of their text, items, subitems, and
 * annexes. Paragraphs are shown where an article has more than one; else its items stand right below it.
 */
export function documentSymbols(
  document: RegulationDocument,
  words: Words = 'in names of paragraphs and items',
): DocumentSymbol[] {
  return symbolsBelow(document, document.tree.root, words);
}

function symbolsBelow(document: RegulationDocument, node: SyntaxNode, words: Words): DocumentSymbol[] {
  return node.children.flatMap((child) => {
    if (child.kind === 'paragraph' && !isShown(child, node)) return symbolsBelow(document, child, words);
    return PROVISION_KINDS.has(child.kind) || child.kind === 'annex' ? [symbol(document, child, words)] : [];
  });
}

/** Text that no article holds, of an annex or a decision, is no paragraph that a citation would count. */
function isShown(paragraph: SyntaxNode, parent: SyntaxNode): boolean {
  return (parent.kind === 'article' || parent.kind === 'clause') && parent.children.length > 1;
}

function symbol(document: RegulationDocument, node: SyntaxNode, words: Words): DocumentSymbol {
  const { label, worded, detail } = captionOf(node);
  const isWorded = worded !== undefined && words !== 'in details';
  return {
    name: isWorded ? worded : label,
    detail: isWorded ? undefined : detail,
    kind: symbolKindOf(node.kind),
    range: document.rangeOf(node.range),
    selectionRange: document.rangeOf(node.selectionRange),
    children: symbolsBelow(document, node, words),
  };
}

interface Caption {
  readonly label: string;
  /** The label with the first words behind it, of provisions whose names have them. */
  readonly worded: string | undefined;
  readonly detail: string | undefined;
}

// The outline is asked for at every keystroke; what a node is called depends on its own text only, and most nodes are
// those of the version before. What is remembered is copied: a slice would keep the whole text of a version alive.
const captions = new WeakMap<GreenNode, Caption>();

function captionOf(node: SyntaxNode): Caption {
  let caption = captions.get(node.green);
  if (!caption) captions.set(node.green, (caption = readCaption(node)));
  return caption;
}

function readCaption(node: SyntaxNode): Caption {
  if (node.heading !== undefined) return { label: copied(headingLabel(node)), worded: undefined, detail: undefined };
  // An item whose number was lost has a number, but not in the text.
  const label = copied(node.label.replace(/\s+/g, ' ').trim() || ownLabel(node));
  const detail = copied(opening(wordsOf(node), DETAIL_LENGTH));
  const worded = WORDED.has(node.kind) ? `${label} ${opening(detail, NAME_LENGTH)}`.trimEnd() : undefined;
  return { label, worded, detail };
}

function copied(text: string): string {
  return text.split('').join('');
}
