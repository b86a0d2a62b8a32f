import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentLinks } from '../../server/src/features/documentLink';
import { documentSymbols } from '../../server/src/features/documentSymbol';
import { Library } from '../../server/src/library/library';
import { TEXT_VERSIONS } from '../../server/src/library/textVersions';
import { roundsIn, type Edit } from './edits';
import { largestLaw, lawFiles } from './laws';
import { loadedLibrary } from './loadedLibrary';
import { markdownOf } from './peerMarkdown';
import { PeerService } from './peerService';
import { costOf, costOfAsync, nextTurn, type Cost } from './timing';

/** How many symbols were made. */
export interface SymbolsMade {
  readonly symbols: number;
}

/** The edits of one document: what each took, and what there was after the last of them. */
export interface Edited extends SymbolsMade {
  readonly costs: readonly Cost[];
  readonly links: number;
}

/** How often words are typed and taken back. */
const ROUNDS = 6;

/** Writes the laws of a folder as Markdown files into another one; the largest gets the name that peerEdits looks for. */
export async function writeMarkdown(folder: string, storage: string, into: string): Promise<void> {
  const library = await loadedLibrary(folder, storage);
  const largest = largestLaw(folder).uri;
  const uris = lawFiles(folder).map((file) => pathToFileURL(file).href);
  const names = new Map(uris.map((uri, index) => [uri, uri === largest ? LARGEST : `${index}.md`]));
  for (const document of library.documents()) {
    const name = names.get(document.uri);
    if (name === undefined) continue;
    const markdown = markdownOf(library, document, ({ uri }) => names.get(uri) ?? '');
    writeFileSync(path.join(into, name), markdown);
    await nextTurn();
  }
}

const LARGEST = 'largest.md';

/** The outlines of all files, from their texts in memory. */
export function ownSymbols(folder: string): SymbolsMade & { cost: Cost } {
  const texts = lawFiles(folder).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const library = new Library();
  let symbols = 0;
  const cost = costOf(() => {
    for (const { file, text } of texts) {
      const uri = pathToFileURL(file).href;
      library.setFile(uri, text);
      const document = library.document(uri);
      if (document) symbols += countOf(documentSymbols(document));
    }
  });
  return { symbols, cost };
}

export async function peerSymbols(folder: string): Promise<SymbolsMade & { cost: Cost }> {
  const service = new PeerService(markdownIn(folder));
  let symbols = 0;
  const cost = await costOfAsync(async () => (symbols = await service.allSymbols()));
  return { symbols, cost };
}

/** Typing in the middle of the largest law: outline and citations, resolved in a library of all laws. */
export async function ownEdits(folder: string, storage: string): Promise<Edited> {
  const library = await loadedLibrary(folder, storage);
  const { uri, text } = largestLaw(folder);
  let open = TEXT_VERSIONS.create(uri, 'regulation', 1, text);
  library.setOpen(open);
  return editsOf(text, async ({ offset, removed, inserted }) => {
    const range = { start: open.positionAt(offset), end: open.positionAt(offset + removed) };
    await nextTurn();
    let made = { symbols: 0, links: 0 };
    const cost = costOf(() => {
      open = TEXT_VERSIONS.update(open, [{ range, text: inserted }], open.version + 1);
      const document = library.setOpen(open);
      const links = documentLinks(library, document).length;
      made = { symbols: countOf(documentSymbols(document)), links };
    });
    return { cost, ...made };
  });
}

export async function peerEdits(folder: string): Promise<Edited> {
  const texts = markdownIn(folder);
  const service = new PeerService(texts);
  const uri = pathToFileURL(path.join(folder, LARGEST)).href;
  return editsOf(texts.get(uri) ?? '', async (edit) => {
    await nextTurn();
    let made = { symbols: 0, links: 0 };
    const cost = await costOfAsync(async () => (made = await service.edit(uri, edit)));
    return { cost, ...made };
  });
}

async function editsOf(
  text: string,
  apply: (edit: Edit) => Promise<{ cost: Cost; symbols: number; links: number }>,
): Promise<Edited> {
  const edits = roundsIn(text).find(({ place }) => place === 'middle')?.edits ?? [];
  const costs: Cost[] = [];
  let made = { symbols: 0, links: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    for (const edit of edits) {
      const { cost, symbols, links } = await apply(edit);
      costs.push(cost);
      made = { symbols, links };
    }
  }
  return { costs, ...made };
}

function markdownIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => {
      const file = path.join(folder, name);
      return [pathToFileURL(file).href, readFileSync(file, 'utf8')];
    }),
  );
}

function countOf(symbols: readonly DocumentSymbol[]): number {
  return symbols.reduce((sum, { children }) => sum + 1 + countOf(children ?? []), 0);
}
