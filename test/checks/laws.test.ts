import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runChecks } from '../../server/src/checks/registry.js';
import { Library } from '../../server/src/library/library.js';
import { laws } from '../support/laws.js';

/**
 * Every finding of severity error on the real laws, read and judged: law, line, code, how many there, verdict, why. All
 * are slips, of the law's own text or of the conversion that the file went through; a false alarm is mended, not listed.
 */
const EXPECTED = 'test/checks/laws.expected.tsv';

/** How often the other checks find something, by code. */
const OTHERS = { 'numbering/first-item': 33, 'terms/unused': 34, 'terms/used-before-defined': 8, 'text/residue': 17 };

describe('the checks on the real laws', function () {
  this.timeout(60_000);

  it('find the slips that were read and judged, and nothing else', function () {
    const errors = new Map<string, number>();
    const others: Record<string, number> = {};
    for (const { name, text } of laws(this)) {
      // Alone in its library a law is checked against itself only.
      const library = new Library();
      library.setFile(name, text);
      const document = library.document(name);
      assert.ok(document);
      for (const { span, code, severity } of runChecks({ document, library })) {
        if (severity !== 'error') {
          others[code] = (others[code] ?? 0) + 1;
          continue;
        }
        const key = [name, document.rangeOf(span).start.line + 1, code].join('\t');
        errors.set(key, (errors.get(key) ?? 0) + 1);
      }
    }
    const found = [...errors].map(([key, count]) => `${key}\t${String(count)}`);
    const [, ...rows] = readFileSync(EXPECTED, 'utf8').trimEnd().split('\n');
    const judged = new Set(rows.map((row) => row.split('\t').slice(0, 4).join('\t')));
    assert.deepEqual(
      {
        notJudged: found.filter((row) => !judged.has(row)),
        notFound: [...judged].filter((row) => !found.includes(row)),
      },
      { notJudged: [], notFound: [] },
    );
    assert.deepEqual(
      rows.filter((row) => row.split('\t')[4] !== 'slip'),
      [],
    );
    assert.deepEqual(others, OTHERS);
  });
});
