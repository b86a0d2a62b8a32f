import assert from 'node:assert/strict';
import { CHECKS, type SeverityOf } from '../../server/src/checks/registry.js';
import { INJECTIONS, PLACED } from './injections.js';
import { bodies, codeOf, isAt, places, problemsOf, replaced } from './injections/injection.js';
import { PARAGRAPHS } from './injections/paragraphs.js';
import { VARIANTS } from './injections/variants.js';

/** How many places of real laws each kind of error is put into. */
const PLACES = Number(process.env['TIAOWEN_PLACES'] ?? 500);
/** So many places are tried for one where there is something to spoil. */
const TRIES = 40;
/** What no text shows by itself: it is an error after what was there before (`test/drafting/movedCitations.test.ts`). */
const OF_A_HISTORY = new Set(['citation/moved']);

/** Of the checks, those of some codes, and what tells that nothing is suppressed in vain. */
const only =
  (codes: ReadonlySet<string>): SeverityOf =>
  ({ code }) =>
    codes.has(code) ? 'warning' : 'off';

describe('errors that are put into real laws', function () {
  this.timeout(600_000);

  it('are of every kind that is checked', () => {
    assert.deepEqual(
      CHECKS.map(({ code }) => code).filter((code) => !INJECTIONS[code] && !OF_A_HISTORY.has(code)),
      [],
    );
  });

  const OF_WORDS: Readonly<Record<string, readonly (readonly [code: string, paragraph: string])[]>> = {
    'of words and lists': Object.entries(PARAGRAPHS),
    'of words and lists in other forms': Object.entries(VARIANTS).flatMap(([code, paragraphs]) =>
      paragraphs.map((paragraph): [string, string] => [code, paragraph]),
    ),
  };
  for (const [name, paragraphs] of Object.entries(OF_WORDS)) {
    it(`${name} are all found`, function () {
      const severityOf = only(new Set(paragraphs.map(([code]) => code)));
      const missed = new Map<string, string>();
      const at = places(bodies(this), 1);
      for (let place = 0; place < PLACES; place++) {
        const { body } = at.next().value ?? {};
        assert.ok(body);
        const inBody = places([body], place);
        const chosen = paragraphs.map(([code, paragraph]) => {
          const { article } = inBody.next().value ?? {};
          assert.ok(article);
          return { code, paragraph, offset: article.range.end };
        });
        // From the last one up, so that the offsets hold; of several at one place the last one stands first.
        chosen.sort((a, b) => b.offset - a.offset);
        let { text } = body;
        for (const { paragraph, offset } of chosen) ({ text } = replaced(text, offset, offset, `\n${paragraph}`));
        const problems = problemsOf({ text }, severityOf, body);
        let shift = 0;
        for (const { code, paragraph, offset } of chosen.reverse()) {
          const start = offset + shift + 1;
          const end = start + paragraph.length;
          shift += paragraph.length + 1;
          assert.equal(text.slice(start, end), paragraph);
          const isFound = problems.some(
            ({ span, code: found }) => found === code && span.start >= start && span.end <= end,
          );
          if (!isFound) missed.set(`${code} ${paragraph}`, body.name);
        }
      }
      assert.deepEqual([...missed], []);
    });
  }

  for (const [name, inject] of Object.entries(PLACED)) {
    it(`of ${name} are all found`, function () {
      const code = codeOf(name);
      const missed: string[] = [];
      let found = 0;
      let tried = 0;
      for (const { body, article } of places(bodies(this), 2)) {
        if (found + missed.length >= PLACES || tried++ > PLACES * TRIES) break;
        const injected = inject(body.text, article, body.document);
        if (!injected) continue;
        const suppressed = injected.ignore?.map((each) => each.code) ?? [];
        const problems = problemsOf(injected, only(new Set([code, ...suppressed])), body);
        if (problems.some((problem) => problem.code === code && isAt(problem, injected))) found++;
        else missed.push(`${body.name} ${article.label}`);
      }
      assert.deepEqual(missed, []);
      assert.equal(found, PLACES);
    });
  }
});
