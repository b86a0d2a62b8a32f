import assert from 'node:assert/strict';
import { CHECKS, type SeverityOf } from '../../server/src/checks/registry.js';
import { INJECTIONS, PLACED } from './injections.js';
import { bodies, isAt, places, problemsOf, replaced } from './injections/injection.js';
import { PARAGRAPHS } from './injections/paragraphs.js';

/** How many places of real laws each kind of error is put into. */
const PLACES = Number(process.env['TIAOWEN_PLACES'] ?? 500);
/** So many places are tried for one where there is something to spoil. */
const TRIES = 40;

/** Of the checks, those of some codes, and what tells that nothing is suppressed in vain. */
const only =
  (codes: ReadonlySet<string>): SeverityOf =>
  ({ code }) =>
    codes.has(code) ? 'warning' : 'off';

describe('errors that are put into real laws', function () {
  this.timeout(600_000);

  it('are of every kind that is checked', () => {
    assert.deepEqual(
      CHECKS.map(({ code }) => code).filter((code) => !INJECTIONS[code]),
      [],
    );
  });

  it('of words and lists are all found', function () {
    const texts = bodies(this);
    const severityOf = only(new Set(Object.keys(PARAGRAPHS)));
    const missed: string[] = [];
    const at = places(texts, 1);
    for (let place = 0; place < PLACES; place++) {
      const { body } = at.next().value ?? {};
      assert.ok(body);
      const inBody = places([body], place);
      const chosen = Object.entries(PARAGRAPHS).map(([code, paragraph]) => {
        const { article } = inBody.next().value ?? {};
        assert.ok(article);
        return { code, paragraph, offset: article.range.end };
      });
      // From the last one up, so that the offsets hold.
      let { text } = body;
      chosen.sort((a, b) => b.offset - a.offset);
      for (const { paragraph, offset } of chosen) ({ text } = replaced(text, offset, offset, `\n${paragraph}`));
      const problems = problemsOf({ text }, severityOf);
      let shift = 0;
      for (const { code, paragraph, offset } of chosen.reverse()) {
        // Of several at one place the last one that was put there stands first.
        const same = chosen.filter((each) => each.offset === offset);
        const from = same.slice(
          0,
          same.findIndex((each) => each.code === code),
        );
        const start = offset + shift + from.reduce((sum, each) => sum + each.paragraph.length + 1, 0);
        const end = start + paragraph.length + 1;
        if (same.at(-1)?.code === code) shift += same.reduce((sum, each) => sum + each.paragraph.length + 1, 0);
        assert.equal(text.slice(start + 1, end), paragraph);
        const isFound = problems.some(
          ({ span, code: found }) => found === code && span.start >= start && span.end <= end,
        );
        if (!isFound) missed.push(`${code} ${body.name} ${paragraph}`);
      }
    }
    assert.deepEqual(missed, []);
  });

  for (const [code, inject] of Object.entries(PLACED)) {
    it(`of ${code} are all found`, function () {
      const missed: string[] = [];
      let found = 0;
      let tried = 0;
      for (const { body, article } of places(bodies(this), 2)) {
        if (found + missed.length >= PLACES || tried++ > PLACES * TRIES) break;
        const injected = inject(body.text, article, body.document);
        if (!injected) continue;
        const suppressed = injected.ignore?.map((each) => each.code) ?? [];
        const problems = problemsOf(injected, only(new Set([code, ...suppressed])));
        if (problems.some((problem) => problem.code === code && isAt(problem, injected))) found++;
        else missed.push(`${body.name} ${article.label}`);
      }
      assert.deepEqual(missed, []);
      assert.equal(found, PLACES);
    });
  }
});
