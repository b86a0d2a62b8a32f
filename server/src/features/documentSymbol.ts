import type { DocumentSymbol, Position, Range } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import { Derived } from '../syntax/derived.js';
import { PROVISION_KINDS } from '../syntax/outline.js';
import type { NodeKind } from '../syntax/structure.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { headingLabel, opening, ownLabel } from './labels.js';
import { wordsOf } from './provisionText.js';
import { symbolKindOf } from './symbolKinds.js';
import { JsonTemplate, WrittenJson } from './writtenJson.js';

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

/** The same as it is sent. An edit has only those articles written anew that it touches. */
export function writtenSymbols(document: RegulationDocument): WrittenJson {
  const written = new WrittenJson();
  written.add(OPENING, 0);
  writeBelow(document, document.tree.root, written);
  written.add(CLOSING, 0);
  return written;
}

function symbolsBelow(document: RegulationDocument, node: SyntaxNode, words: Words): DocumentSymbol[] {
  return shownBelow(node).map((child) => rememberedSymbol(document, child, words));
}

/** The nodes that have a symbol of their own right below that of a node. */
function shownBelow(node: SyntaxNode): SyntaxNode[] {
  const shown: SyntaxNode[] = [];
  for (const child of node.children) {
    if (child.kind === 'paragraph' && !isShown(child, node)) {
      for (const below of shownBelow(child)) shown.push(below);
    } else if (PROVISION_KINDS.has(child.kind) || child.kind === 'annex') shown.push(child);
  }
  return shown;
}

/** Text that no article holds, of an annex or a decision, is no paragraph that a citation would count. */
function isShown(paragraph: SyntaxNode, parent: SyntaxNode): boolean {
  return (parent.kind === 'article' || parent.kind === 'clause') && parent.children.length > 1;
}

const OPENING = JsonTemplate.of('[', 0);
const COMMA = JsonTemplate.of(',', 0);
const CLOSING = JsonTemplate.of(']', 0);
const CLOSING_SYMBOL = JsonTemplate.of(']}', 0);

/** A symbol as it is written, of a container without those below it, and where on its line the node stood. */
interface RememberedTemplate {
  readonly template: JsonTemplate;
  readonly character: number;
}

const templates = new Derived<RememberedTemplate>();

function writeBelow(document: RegulationDocument, node: SyntaxNode, written: WrittenJson): void {
  shownBelow(node).forEach((child, index) => {
    if (index > 0) written.add(COMMA, 0);
    const { line, character } = document.textDocument.positionAt(child.offset);
    const known = SHARED.has(child.kind) ? templates.get(child.green) : undefined;
    const template = known?.character === character ? known.template : templateOf(document, child, line);
    if (template !== known?.template && SHARED.has(child.kind)) templates.set(child.green, { template, character });
    written.add(template, line);
    if (WHOLE.has(child.kind)) return;
    writeBelow(document, child, written);
    written.add(CLOSING_SYMBOL, 0);
  });
}

function templateOf(document: RegulationDocument, node: SyntaxNode, line: number): JsonTemplate {
  const words = 'in names of paragraphs and items';
  if (WHOLE.has(node.kind)) return JsonTemplate.of(JSON.stringify(symbolOf(document, node, words)), line);
  const json = JSON.stringify({ ...ownSymbol(document, node, words), children: [] });
  return JsonTemplate.of(json.slice(0, -']}'.length), line);
}

/** A symbol, and the place of the node that it was made for, layout in front included. */
interface Remembered {
  readonly symbol: DocumentSymbol;
  readonly place: Position;
}

// The outline is asked for at every keystroke, and most of it is that of the version before. What a node looks like in it
// depends on its own text and on its line.
const remembered: Readonly<Record<Words, Derived<Remembered>>> = {
  'in names of paragraphs and items': new Derived(),
  'in details': new Derived(),
};
/** The kinds of nodes that two versions of a text share. */
const SHARED: ReadonlySet<NodeKind> = new Set(['part', 'subpart', 'chapter', 'section', 'article', 'clause']);
/** Of these all that is below is remembered with them. A container's articles are remembered themselves. */
const WHOLE: ReadonlySet<NodeKind> = new Set(['article', 'clause']);

function rememberedSymbol(document: RegulationDocument, node: SyntaxNode, words: Words): DocumentSymbol {
  if (!SHARED.has(node.kind)) return symbolOf(document, node, words);
  const known = remembered[words].get(node.green);
  const place = document.textDocument.positionAt(node.offset);
  const lines = known?.place.character === place.character ? place.line - known.place.line : undefined;
  if (known && lines === 0) return known.symbol;
  const isMoved = known && lines !== undefined && WHOLE.has(node.kind);
  const symbol = isMoved ? moved(known.symbol, lines) : symbolOf(document, node, words);
  remembered[words].set(node.green, { symbol, place });
  return symbol;
}

/** @param lines down; up, where it is negative */
function moved(symbol: DocumentSymbol, lines: number): DocumentSymbol {
  const place = ({ line, character }: Position): Position => ({ line: line + lines, character });
  const range = ({ start, end }: Range): Range => ({ start: place(start), end: place(end) });
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind,
    range: range(symbol.range),
    selectionRange: range(symbol.selectionRange),
    children: symbol.children?.map((child) => moved(child, lines)),
  };
}

function symbolOf(document: RegulationDocument, node: SyntaxNode, words: Words): DocumentSymbol {
  return { ...ownSymbol(document, node, words), children: symbolsBelow(document, node, words) };
}

function ownSymbol(document: RegulationDocument, node: SyntaxNode, words: Words): DocumentSymbol {
  const { label, worded, detail } = captionOf(node);
  const isWorded = worded !== undefined && words !== 'in details';
  return {
    name: isWorded ? worded : label,
    detail: isWorded ? undefined : detail,
    kind: symbolKindOf(node.kind),
    range: document.rangeOf(node.range),
    selectionRange: document.rangeOf(node.selectionRange),
  };
}

interface Caption {
  readonly label: string;
  /** The label with the first words behind it, of provisions whose names have them. */
  readonly worded: string | undefined;
  readonly detail: string | undefined;
}

function captionOf(node: SyntaxNode): Caption {
  if (node.heading !== undefined) return { label: copied(headingLabel(node)), worded: undefined, detail: undefined };
  // An item whose number was lost has a number, but not in the text.
  const label = copied(node.label.replace(/\s+/g, ' ').trim() || ownLabel(node));
  const detail = copied(opening(wordsOf(node), DETAIL_LENGTH));
  const worded = WORDED.has(node.kind) ? `${label} ${opening(detail, NAME_LENGTH)}`.trimEnd() : undefined;
  return { label, worded, detail };
}

/** Of what is remembered: a slice would keep the whole text of a version alive. */
function copied(text: string): string {
  return text.split('').join('');
}
