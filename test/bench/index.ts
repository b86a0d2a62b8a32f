/**
 * Speed, as ratios measured in one run: `npm run bench`. The unit of reading is what it takes to read and decode the same
 * files; times of a keystroke are milliseconds of server time, from the change to diagnostics, outline and tokens, all
 * fresh. Laws are taken from TIAOWEN_LAWS, else from ../shared/laws.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { runChecks } from '../../server/src/checks/registry';
import { CORPUS } from '../../server/src/corpus';
import { definition } from '../../server/src/features/definition';
import { documentSymbols } from '../../server/src/features/documentSymbol';
import { hover } from '../../server/src/features/hover';
import { references } from '../../server/src/features/references';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { decode } from '../../server/src/library/decode';
import { Library } from '../../server/src/library/library';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { lawsFolder } from '../support/laws';

const EDITS = 400;
const QUERIES = 1000;

const folder = lawsFolder();
if (folder === undefined) {
  console.error('没有法规文本可测：没有 ../shared/laws，也没有设置 TIAOWEN_LAWS');
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => path.join(folder, name));

/** Milliseconds that a piece of work takes. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** `p50 1.20 ms, p99 3.40 ms`, without the first tenth, in which the engine is still compiling. */
function percentiles(times: readonly number[]): string {
  const sorted = times.slice(Math.floor(times.length / 10)).sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function report(name: string, figure: string): void {
  console.log(`${name.padEnd(58)} ${figure}`);
}

// Reading. Twice, so that the second unit is not that of a cold disk.
let texts: string[] = [];
const readAll = (): void => {
  texts = files.map((file) => decode(readFileSync(file)).text);
};
readAll();
const unit = timed(readAll);
const characters = texts.reduce((sum, text) => sum + text.length, 0);
report(
  `read and decode ${String(files.length)} laws, ${String(characters)} characters`,
  `${unit.toFixed(0)} ms = 1 unit`,
);

const parsing = timed(() => {
  for (const text of texts) SyntaxTree.parse(text);
});
report('parse them', `${(parsing / unit).toFixed(2)} units`);

const library = new Library();
for (const { name, text } of CORPUS) library.setFile(`file:///corpus/${encodeURIComponent(name)}`, text);
const loading = timed(() => {
  files.forEach((file, index) => {
    const uri = `file://${encodeURI(file)}`;
    library.setFile(uri, texts[index] ?? '');
    const document = library.document(uri);
    if (document) library.prepare(document);
  });
});
report('index them: titles and citations, found and resolved', `${(loading / unit).toFixed(2)} units`);

// A keystroke in the largest law, with the whole library loaded.
const largest = texts.reduce((a, b) => (b.length > a.length ? b : a));
report('the largest law', `${String(largest.length)} characters`);
for (const [where, part] of [
  ['the first line', 0.001],
  ['the middle', 0.5],
  ['the last line', 0.995],
] as const) {
  const uri = 'file:///largest.law.txt';
  const offset = largest.indexOf('。', Math.floor(largest.length * part));
  let text = TextDocument.create(uri, 'regulation', 0, largest);
  library.setOpen(text);
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    // A character is typed, then taken back: the length stays, the text differs each time.
    const typed = edit % 2 === 0;
    const start = text.positionAt(offset);
    const end = text.positionAt(typed ? offset : offset + 1);
    const change = { range: { start, end }, text: typed ? '甲' : '' };
    times.push(
      timed(() => {
        text = TextDocument.update(text, [change], text.version + 1);
        const document = library.setOpen(text);
        runChecks({ document, library });
        documentSymbols(document);
        semanticTokens(library, document);
      }),
    );
  }
  report(`a keystroke in ${where}: diagnostics, outline, tokens`, percentiles(times));
  library.close(uri);
}

// Queries at citations of the corpus' and other laws, all loaded.
const places = library
  .documents()
  .flatMap((document) =>
    library
      .citationsOf(document)
      .mentions.slice(0, 3)
      .map(({ start }) => ({ document, start })),
  )
  .filter((_, index) => index % 3 === 0)
  .slice(0, QUERIES)
  .map(({ document, start }) => ({ document, position: document.textDocument.positionAt(start) }));
for (const [name, query] of [
  ['hover', ({ document, position }) => hover(library, document, position, { locale: 'zh', maxLength: 600 })],
  ['definition', ({ document, position }) => definition(library, document, position, true)],
  ['references', ({ document, position }) => references(library, document, position, true)],
] as const satisfies readonly (readonly [string, (place: (typeof places)[number]) => unknown])[]) {
  const times = places.map((place) => timed(() => query(place)));
  report(`${name} at ${String(places.length)} citations, all laws loaded`, percentiles(times));
}
