import type { DocumentSymbol } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import { PROVISION_KINDS } from '../syntax/outline.js';
import type { GreenNode } from '../syntax/structure.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { headingLabel, ownLabel } from './labels.js';
import { openingOf } from './openingWords.js';
import { symbolKindOf } from './symbolKinds.js';

/** Characters of the text that an outline shows behind a number. */
const DETAIL_LENGTH = 40;

/**
 * The outline of a document: parts, chapters, sections, articles with the beginning of their text, items, subitems, and
 * annexes. Paragraphs are shown where an article has more than one; else its items stand right below it.
 */
export function documentSymbols(document: RegulationDocument): DocumentSymbol[] {
  return symbolsBelow(document, document.tree.root);
}

function symbolsBelow(document: RegulationDocument, node: SyntaxNode): DocumentSymbol[] {
  return node.children.flatMap((child) => {
    if (child.kind === 'paragraph' && !isShown(child, node)) return symbolsBelow(document, child);
    return PROVISION_KINDS.has(child.kind) || child.kind === 'annex' ? [symbol(document, child)] : [];
  });
}

/** Text that no article holds, of an annex or a decision, is no paragraph that a citation would count. */
function isShown(paragraph: SyntaxNode, parent: SyntaxNode): boolean {
  return (parent.kind === 'article' || parent.kind === 'clause') && parent.children.length > 1;
}

function symbol(document: RegulationDocument, node: SyntaxNode): DocumentSymbol {
  const { name, detail } = captionOf(node);
  return {
    name,
    detail,
    kind: symbolKindOf(node.kind),
    range: document.rangeOf(node.range),
    selectionRange: document.rangeOf(node.selectionRange),
    children: symbolsBelow(document, node),
  };
}

interface Caption {
  readonly name: string;
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
  if (node.heading !== undefined) return { name: copied(headingLabel(node)), detail: undefined };
  // An item whose number was lost has a number, but not in the text.
  const name = node.label.replace(/\s+/g, ' ').trim() || ownLabel(node);
  return { name: copied(name), detail: copied(openingOf(node, DETAIL_LENGTH)) };
}

function copied(text: string): string {
  return text.split('').join('');
}
