import assert from 'node:assert/strict';
import { applied, type Edit } from '../../server/src/drafting/edits.js';
import { renumber } from '../../server/src/drafting/renumber.js';
import { type TextMap } from '../../server/src/drafting/textMap.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { articlesOf } from '../../server/src/syntax/outline.js';
import type { SyntaxNode } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';
import { generator } from '../support/generator.js';
import { citedByArticle, provisions } from './provenance.js';

const URI = 'file:///law.txt';
const SEED = 20241123;
const NEW = '新';

/** An operation on a law as a drafter makes it, with the numbers not yet right. */
interface Operation {
  readonly kind: 'insert' | 'delete' | 'move';
  readonly text: string;
  readonly map: TextMap;
  /** The names of the articles of the new text, in order; the earlier one's are their places in it. */
  readonly order: readonly string[];
}

describe('renumbering of real laws', function () {
  this.timeout(600_000);

  it('leaves every citation with what it pointed at, or reports it', function () {
    const random = generator(SEED);
    const counts = { documents: 0, operations: 0, citations: 0, rewritten: 0, reported: 0, failures: [] as string[] };
    const every = Number(process.env['TIAOWEN_EVERY'] ?? 6);
    laws(this).forEach(({ name, text }, index) => {
      if (index % every !== 0) return;
      const before = RegulationDocument.of(URI, text);
      const library = new Library();
      library.putFile(before);
      const articles = articlesOf(before.tree.root);
      if (articles.length < 3) return;
      counts.documents++;
      for (const kind of ['insert', 'delete', 'move'] as const) {
        const operation = operate(kind, before, articles, random);
        if (!operation) continue;
        counts.operations++;
        const failure = check(before, library, operation, counts);
        if (failure !== undefined) counts.failures.push(`${name} ${kind}: ${failure}`);
      }
    });
    const { failures, ...figures } = counts;
    console.log(`      ${JSON.stringify({ ...figures, failures: failures.length })}`);
    assert.deepEqual(failures, []);
  });
});

function check(
  before: RegulationDocument,
  library: Library,
  { text, map, order }: Operation,
  counts: { citations: number; rewritten: number; reported: number },
): string | undefined {
  const after = RegulationDocument.of(URI, text);
  const standing = library.replacing([after]);
  const { edits, reports, citations } = renumber(standing, [{ before, after, map }], () => true);
  const final = RegulationDocument.of(URI, applied(text, edits.get(URI) ?? []).text);
  const finalArticles = articlesOf(final.tree.root);
  if (finalArticles.length !== order.length) return `${finalArticles.length} articles instead of ${order.length}`;
  const namesBefore = namesOf(articlesOf(before.tree.root), (index) => String(index));
  const namesAfter = namesOf(finalArticles, (index) => order[index] ?? '');
  const was = citedByArticle(library, before, (node) => namesBefore.get(node));
  const is = citedByArticle(library.replacing([final]), final, (node) => namesAfter.get(node));
  const homes = new Map(articlesOf(after.tree.root).map((article, index) => [article.full.start, order[index]]));
  const reported = new Set(
    reports.map(({ span }) => homes.get(after.tree.nodeAt(span.start).enclosing('article')?.full.start ?? -1)),
  );
  counts.rewritten += citations;
  counts.reported += reports.length;
  for (const [home, cited] of was) {
    counts.citations += cited.length;
    if (!order.includes(home) || reported.has(home)) continue;
    const now = is.get(home) ?? [];
    if (JSON.stringify(sorted(cited)) !== JSON.stringify(sorted(now))) {
      return `article ${String(Number(home) + 1)} cited ${cited.join(' ')}, now ${now.join(' ')}`;
    }
  }
  return undefined;
}

/** Lists are sets: 前两条 may have become 第四条、第六条, and a list that was turned round says the same. */
function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** Names of articles, and of what is in them by their place there; of chapters by their headings. */
function namesOf(articles: readonly SyntaxNode[], nameOf: (index: number) => string): Map<SyntaxNode, string> {
  const names = new Map<SyntaxNode, string>();
  articles.forEach((article, index) => {
    provisions(article).forEach((node, place) => names.set(node, `${nameOf(index)}.${String(place)}`));
    names.set(article, nameOf(index));
  });
  const [first] = articles;
  for (const node of first ? provisions(first.tree.root) : []) {
    if (!names.has(node)) names.set(node, `${node.kind} ${node.heading ?? ''}`);
  }
  return names;
}

function operate(
  kind: Operation['kind'],
  { text }: RegulationDocument,
  articles: readonly SyntaxNode[],
  random: (limit: number) => number,
): Operation | undefined {
  const names = articles.map((_, index) => String(index));
  const at = random(articles.length);
  const article = articles[at];
  if (!article) return undefined;
  if (kind === 'insert') {
    const edit = { span: { start: article.full.start, end: article.full.start }, newText: '第×条　新增的内容。\n' };
    return { kind, ...one(text, [edit]), order: [...names.slice(0, at), NEW, ...names.slice(at)] };
  }
  const cut = { span: article.full, newText: '' };
  const without = names.filter((_, index) => index !== at);
  if (kind === 'delete') return { kind, ...one(text, [cut]), order: without };
  // To the place in front of another article; the last article may have no line break behind it.
  const to = random(articles.length - 1);
  const target = articles[to];
  if (!target || to === at || !text.slice(article.full.start, article.full.end).endsWith('\n')) return undefined;
  const words = text.slice(article.full.start, article.full.end);
  const gone = one(text, [cut]);
  const place = gone.map.at(target.full.start);
  if (place === undefined) return undefined;
  const put = one(gone.text, [{ span: { start: place, end: place }, newText: words }]);
  const order = without.flatMap((name) => (name === String(to) ? [String(at), name] : [name]));
  return { kind, text: put.text, map: gone.map.then(put.map), order };
}

function one(text: string, edits: readonly Edit[]): { text: string; map: TextMap } {
  return applied(text, edits);
}
