import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CHECKS, ownSeverity, runChecks, type SeverityOf } from '../../server/src/checks/registry.js';
import { Library } from '../../server/src/library/library.js';
import { laws } from '../support/laws.js';

/**
 * Every finding of severity error on the real laws, and of some checks more, read and judged: law, line, code, how many there, verdict, why. All
 * are slips, of the law's own text or of the conversion that the file went through; a false alarm is mended, not listed.
 */
const EXPECTED = 'test/checks/laws.expected.tsv';

/**
 * How often each check finds something there, and what became of it: code, severity, findings, laws with findings, laws
 * dated 2018 or later with findings, how many of these findings were read and judged (drawn at random; of those with
 * severity error all, in {@link EXPECTED}), how many of these are false alarms, and what was mended or is still wrong.
 * Checks that are off in general are counted as if they were on.
 */
const HITS = 'test/checks/hits.tsv';
/** Of a hundred laws dated 2018 or later. What is reported in more is no slip but a habit, and at most a hint. */
const MOST = 5;
/** No errors, and yet so rare and so certain that each finding is judged as theirs are. */
const JUDGED = new Set(['citation/self-name']);
/** Of a hundred findings that were read, how many may be false alarms. */
const MOST_FALSE: Readonly<Record<string, number>> = { error: 1, warning: 10, information: 10, hint: 30, off: 30 };
/** So many findings are read of each check, or all where there are fewer. */
const READ = 20;
/** Numbers that conversion lost: the findings are judged one by one in {@link EXPECTED}. */
const LOST_IN_CONVERSION = new Set(['numbering/gap']);

/** As reported; of the checks that are off in every kind of text, as if they were not. What asks for a library is left out. */
const counted: SeverityOf = (check, profile) => {
  if (check.code === 'citation/not-in-library') return 'off';
  const own = ownSeverity(check, profile);
  return own === 'off' && !check.severities ? 'hint' : own;
};

interface Hits {
  findings: number;
  laws: number;
  recent: number;
  /** Laws dated 2018 or later in which it is reported as more than a hint. */
  grave: number;
}

describe('the checks on the real laws', function () {
  this.timeout(240_000);

  it('find the slips that were read and judged, and nothing else', function () {
    const errors = new Map<string, number>();
    const hits = new Map<string, Hits>(CHECKS.map(({ code }) => [code, { findings: 0, laws: 0, recent: 0, grave: 0 }]));
    let recent = 0;
    for (const { name, text } of laws(this)) {
      // Alone in its library a law is checked against itself only.
      const library = new Library();
      library.setFile(name, text);
      const document = library.document(name);
      assert.ok(document);
      const isRecent = (document.date ?? '') >= '2018';
      if (isRecent) recent++;
      const seen = new Set<string>();
      for (const { span, code, severity } of runChecks({ document, library }, { severityOf: counted })) {
        const count = hits.get(code);
        assert.ok(count);
        count.findings++;
        if (!seen.has(code)) {
          count.laws++;
          if (isRecent) count.recent++;
          if (isRecent && (severity === 'error' || severity === 'warning')) count.grave++;
        }
        seen.add(code);
        if (severity !== 'error' && !JUDGED.has(code)) continue;
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
    const lines = CHECKS.map(({ code, severity }) => {
      const { findings, laws: all, recent: some } = hits.get(code) ?? { findings: 0, laws: 0, recent: 0 };
      return [code, severity, findings, all, some].join('\t');
    });
    const [, ...judgements] = readFileSync(HITS, 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines,
      judgements.map((row) => row.split('\t').slice(0, 5).join('\t')),
    );
    const frequent = CHECKS.filter(({ code }) => ((hits.get(code)?.grave ?? 0) / recent) * 100 > MOST);
    assert.deepEqual(
      frequent.map(({ code }) => code),
      [...LOST_IN_CONVERSION],
    );
  });

  it('are right in nearly all findings that were read', () => {
    const [, ...rows] = readFileSync(HITS, 'utf8').trimEnd().split('\n');
    const bad = rows.filter((row) => {
      const [, severity = '', findings, , , read, wrong] = row.split('\t');
      const enough = Number(read) >= Math.min(READ, Number(findings)) && Number(read) <= Number(findings);
      return !enough || Number(wrong) * 100 > Number(read) * (MOST_FALSE[severity] ?? 0);
    });
    assert.deepEqual(bad, []);
  });
});
