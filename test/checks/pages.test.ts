import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CHECKS, runChecks } from '../../server/src/checks/registry.js';
import { fixture } from '../support/fixture.js';
import { exampleIn, pageFoot, pageHead, pagePath } from './page.js';

describe('the pages on checks', () => {
  it('are there for every check, and for nothing else', () => {
    const pages = readdirSync('docs/checks', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && name.includes('/'))
      .map((name) => `docs/checks/${name.replaceAll('\\', '/')}`);
    assert.deepEqual(pages.sort(), CHECKS.map(({ code }) => pagePath(code)).sort());
  });

  for (const check of CHECKS) {
    const path = pagePath(check.code);
    it(`${path} says what the check says, and its example is true`, () => {
      assert.ok(existsSync(path), `there is no ${path}`);
      const page = readFileSync(path, 'utf8');
      const head = pageHead(check);
      assert.equal(page.slice(0, head.length), head);
      assert.equal(page.slice(-pageFoot(check).length), pageFoot(check));
      const example = exampleIn(page);
      assert.ok(example, 'the page has an example');
      const count = (text: string): number =>
        runChecks(fixture(text), ({ code }) => (code === check.code ? 'warning' : 'off')).length;
      assert.notEqual(count(example.before), 0, 'the text before has a finding');
      assert.equal(count(example.after), 0, 'the text after has none');
    });
  }
});
