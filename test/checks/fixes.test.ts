import assert from 'node:assert/strict';
import type { Problem } from '../../server/src/checks/check.js';
import { ownSeverity, type SeverityOf } from '../../server/src/checks/registry.js';
import { apply } from './findings.js';
import { INJECTIONS } from './injections.js';
import { bodies, codeOf, isAt, places, problemsOf } from './injections/injection.js';

/** In how many places of real laws the fixes for each kind of error are tried. */
const PLACES = Number(process.env['TIAOWEN_PLACES'] ?? 50);
/** So many places are tried for one where there is something to spoil. */
const TRIES = 40;
/** The new number is right in the newest text; what the old date of the citing text says of it, is for people. */
const STAYING = new Set(['citation/outdated']);

/** The sentence on effect is put anywhere: once it is right, it is seen to stand in the wrong article. */
const OUT_OF_PLACE: Readonly<Record<string, string>> = { 'wording/shixing': 'structure/effective-date-place' };

/** What is reported in a text of some kind, and a check that is off in every kind. */
const withCheck =
  (code: string): SeverityOf =>
  (check, profile) => {
    const own = ownSeverity(check, profile);
    return own === 'off' && check.code === code && !check.severities ? 'hint' : own;
  };

/** What a problem says; its words may be written otherwise after a fix. */
function nameOf({ code, message }: Problem): string {
  return `${code} ${message.zh.replace(/（\d+ 处）/g, '')}`;
}

/** How often each is there. */
function counted(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of problems.map(nameOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

describe('quick fixes for errors in real laws', function () {
  this.timeout(600_000);

  for (const [kind, inject] of Object.entries(INJECTIONS).filter(([each]) => !STAYING.has(each))) {
    it(`for ${kind} leave nothing behind`, function () {
      const code = codeOf(kind);
      const wrong: string[] = [];
      let tried = 0;
      let done = 0;
      for (const { body, article } of places(bodies(this), 3)) {
        if (done >= PLACES || tried++ > PLACES * TRIES) break;
        // The first article is what the errors in citations name: in it they would have two.
        if (article === body.document.provisions.articles[0]) continue;
        const injected = inject(body.text, article, body.document);
        if (!injected) continue;
        done++;
        const severityOf = withCheck(code);
        const ofCode: SeverityOf = (check, profile) => (check.code === code ? severityOf(check, profile) : 'off');
        const found = problemsOf(injected, ofCode, body).filter((problem) => isAt(problem, injected));
        if (found.every(({ fixes = [] }) => fixes.length === 0)) continue;
        const before = counted(problemsOf(injected, severityOf, body));
        for (const problem of found) {
          for (const fix of problem.fixes ?? []) {
            const text = apply(injected.text, fix);
            // What a text writes nearly always it may write so by the fix: elsewhere there is then an exception.
            const after = counted(
              problemsOf({ ...injected, text }, severityOf, body).filter(
                (each) => !each.code.startsWith('consistency/') || isAt(each, injected),
              ),
            );
            const name = nameOf(problem);
            const place = `${body.name} ${article.label} ${fix.title.zh}:`;
            if ((after.get(name) ?? 0) >= (before.get(name) ?? 0)) wrong.push(`${place} it leaves ${name}`);
            for (const [each, count] of after) {
              if (each.startsWith(`${OUT_OF_PLACE[kind] ?? ' '} `)) continue;
              if (count > (before.get(each) ?? 0)) wrong.push(`${place} it makes ${each}`);
            }
          }
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});
