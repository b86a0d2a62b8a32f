import assert from 'node:assert/strict';
import { applied } from '../../server/src/drafting/edits.js';
import { isRefusal } from '../../server/src/drafting/operations/operation.js';
import { OPERATIONS, type OperationName } from '../../server/src/drafting/operations/operations.js';
import { draftWithPlaceholders } from '../../server/src/drafting/placeholders.js';
import { perform } from '../../server/src/drafting/perform.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { articlesOf } from '../../server/src/syntax/outline.js';
import { generator } from '../support/generator.js';
import { laws } from '../support/laws.js';
import { citedByWords, leavesOf } from './skeletons.js';

const URI = 'file:///law.txt';
const SEED = 20241124;

describe('operations on real laws', function () {
  this.timeout(600_000);

  it('leave every citation with the words that it pointed at, or report it', function () {
    const random = generator(SEED);
    const every = Number(process.env['TIAOWEN_EVERY'] ?? 6);
    const counts = { documents: 0, operations: 0, refused: 0, citations: 0, rewritten: 0, reported: 0 };
    const failures: string[] = [];
    laws(this).forEach(({ name, text }, index) => {
      if (index % every !== 0) return;
      const before = RegulationDocument.of(URI, text);
      const articles = articlesOf(before.tree.root);
      if (articles.length < 3) return;
      const library = new Library();
      library.putFile(before);
      counts.documents++;
      const was = citedByWords(library, before);
      for (const operation of Object.keys(OPERATIONS) as OperationName[]) {
        const article = articles[random(articles.length)];
        if (!article) continue;
        const offset = article.range.start + random(article.range.end - article.range.start);
        // Who splits a citation has another one.
        if (library.citationsOf(before).mentions.some(({ start, end }) => start <= offset && offset <= end)) continue;
        const change = OPERATIONS[operation](before, offset);
        if (isRefusal(change)) {
          counts.refused++;
          continue;
        }
        counts.operations++;
        const result = perform(library, draftWithPlaceholders(before), change, () => true);
        const again = applied(text, result.edits.get(URI) ?? []).text;
        if (again !== result.text) failures.push(`${name} ${operation}: the edits make another text`);
        counts.rewritten += result.citations;
        counts.reported += result.reports.length;
        const final = RegulationDocument.of(URI, result.text);
        const is = citedByWords(library.replacing([final]), final);
        const { names, all } = leavesOf(final);
        const reported = new Set(
          result.reports
            .map(({ span }) => names.get(final.tree.nodeAt(span.start)))
            .filter((home) => home !== undefined),
        );
        for (const [home, cited] of was) {
          counts.citations += cited.size;
          if (!all.has(home) || reported.has(home)) continue;
          const wanted = [...cited].filter((leaf) => all.has(leaf)).sort();
          const found = [...(is.get(home) ?? [])].filter((leaf) => leavesOfBefore(before).has(leaf)).sort();
          if (JSON.stringify(wanted) !== JSON.stringify(found)) {
            failures.push(
              `${name} ${operation} at ${offset}: ${home.slice(0, 30)}: ${wanted.length} → ${found.length}`,
            );
          }
        }
      }
    });
    console.log(`      ${JSON.stringify({ ...counts, failures: failures.length })}`);
    assert.deepEqual(failures, []);
  });
});

const known = new WeakMap<RegulationDocument, Set<string>>();

function leavesOfBefore(document: RegulationDocument): Set<string> {
  let leaves = known.get(document);
  if (!leaves) known.set(document, (leaves = leavesOf(document).all));
  return leaves;
}
