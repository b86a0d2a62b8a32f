import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { parseNumeral } from '../syntax/numerals.js';
import type { NodeKind } from '../syntax/structure.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { documentLabel, headingLabel, pathOf } from './labels.js';
import { isOpenable } from './openable.js';
import { isScattered } from './scattered.js';
import { symbolKindOf } from './symbolKinds.js';

/** What a query finds. */
export interface WorkspaceSymbols {
  readonly symbols: SymbolInformation[];
  /** Whether more was found than the limit lets through. */
  readonly capped: boolean;
}

/** How many symbols an editor is given at most. */
export const SYMBOL_LIMIT = 200;

/** A title, a heading or an article of one document. */
interface Entry {
  readonly name: string;
  readonly kind: SymbolKind;
  /** The article's number: `12`, `120-1`. */
  readonly number: string | undefined;
  readonly container: string;
  readonly span: Span;
}

/** How well an entry answers a query, the best first. */
type Rank = 'same' | 'part' | 'scattered';

/**
 * Finds titles, headings of parts, chapters, sections and annexes, and articles, in all documents of the library: by
 * characters that stand in the name in the same order (促进边境), and articles also by their number in any writing (12,
 * 十二, 第十二条, 120-1). Further words behind white space are looked for in the name and in what contains it. Of what
 * answers equally well, texts that an editor has open come first.
 */
export function workspaceSymbols(library: Library, query: string, limit = SYMBOL_LIMIT): WorkspaceSymbols {
  const words = query.trim().toLowerCase().split(/\s+/);
  const [wanted = '', ...others] = words;
  const number = articleNumber(wanted);
  const found: Record<Rank, SymbolInformation[]> = { same: [], part: [], scattered: [] };
  const documents = library.documents().filter(isOpenable);
  const open = documents.filter(({ uri }) => library.isOpen(uri));
  const closed = documents.filter(({ uri }) => !library.isOpen(uri));
  for (const document of [...open, ...closed]) {
    for (const entry of entriesOf(document)) {
      const rank = rankOf(entry, wanted, number);
      if (!rank || !others.every((word) => isScattered(word, `${entry.name} ${entry.container}`.toLowerCase())))
        continue;
      // One more than the limit tells that there are more.
      if (found[rank].length <= limit) found[rank].push(symbolOf(document, entry, wanted));
    }
    if (found.same.length > limit) break;
  }
  const symbols = [...found.same, ...found.part, ...found.scattered];
  return { symbols: symbols.slice(0, limit), capped: symbols.length > limit };
}

/** The number that a query names an article by; undefined where it is none. */
function articleNumber(word: string): string | undefined {
  const match = /^第?([^第条之-]+)条?((?:[之-][^第条之-]+)*)$/.exec(word);
  if (!match) return undefined;
  const numbers = [match[1] ?? '', ...(match[2] ?? '').split(/[之-]/).slice(1)].map(
    (numeral) => parseNumeral(numeral).value,
  );
  return numbers.some(Number.isNaN) ? undefined : numbers.join('-');
}

function rankOf(entry: Entry, wanted: string, number: string | undefined): Rank | undefined {
  const name = entry.name.toLowerCase();
  if (name === wanted || (number !== undefined && entry.number === number)) return 'same';
  if (name.includes(wanted)) return 'part';
  // Who asks for 第十二条 does not mean 第二十二条.
  if (number !== undefined && entry.number !== undefined) return undefined;
  return isScattered(wanted, name) ? 'scattered' : undefined;
}

function symbolOf(document: RegulationDocument, entry: Entry, wanted: string): SymbolInformation {
  // Editors filter what they are given by the characters of the query once more: 12 must stand in the name.
  const isByDigits = entry.number !== undefined && /^[\d-]+$/.test(wanted);
  return {
    name: isByDigits ? `${entry.name}（${entry.number ?? ''}）` : entry.name,
    kind: entry.kind,
    containerName: entry.container,
    location: { uri: document.uri, range: document.rangeOf(entry.span) },
  };
}

// Entries are kept for each version of a text: a query is sent at every keystroke, and most texts do not change.
const remembered = new WeakMap<RegulationDocument, readonly Entry[]>();

function entriesOf(document: RegulationDocument): readonly Entry[] {
  const known = remembered.get(document);
  if (known) return known;
  const entries = [...readEntries(document)];
  remembered.set(document, entries);
  return entries;
}

const SHOWN: ReadonlySet<NodeKind> = new Set(['part', 'subpart', 'chapter', 'section', 'article', 'annex']);

function* readEntries(document: RegulationDocument): Generator<Entry> {
  const label = documentLabel(document);
  if (document.title) {
    const name = document.title + (document.subtitle === undefined ? '' : ` ${document.subtitle}`);
    yield { name, kind: SymbolKind.File, number: undefined, container: document.date ?? '', span: document.titleSpan };
  }
  function* below(node: SyntaxNode): Generator<Entry> {
    for (const child of node.children) {
      if (!SHOWN.has(child.kind)) continue;
      const path = pathOf(child);
      const name = child.kind === 'article' ? (path.at(-1) ?? '') : headingLabel(child);
      const number = child.kind === 'article' && child.number ? child.number : undefined;
      const container = [label, ...path.slice(0, -1)].join(' ');
      if (name) yield { name, kind: symbolKindOf(child.kind), number, container, span: child.selectionRange };
      yield* below(child);
    }
  }
  yield* below(document.tree.root);
}
