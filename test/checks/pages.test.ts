import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Check, MovedCitation } from '../../server/src/checks/check.js';
import { CONFIG_FILE, readFolderConfig } from '../../server/src/checks/folderConfig.js';
import { CHECK_NAMES, CHECKS, runChecks, type SeverityOf } from '../../server/src/checks/registry.js';
import { DraftHistory } from '../../server/src/drafting/history.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { fixture } from '../support/fixture.js';
import { exampleIn, pageFoot, pageHead, pagePath } from './page.js';

/** The text of an example as it was opened, before it was edited. */
const OPENED = '打开时的文本.txt';

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
      const count = (source: string): number => {
        const { library, document } = fixture(source);
        const config = library.documents().find(({ uri }) => uri.endsWith(CONFIG_FILE));
        const { ignore } = readFolderConfig(config?.text ?? '{}', CHECK_NAMES, ({ zh }) => assert.fail(zh));
        const isAsked = ({ code }: Check): boolean => code === check.code || ignore.some((each) => each.code === code);
        const severityOf: SeverityOf = (each) => (isAsked(each) ? 'warning' : 'off');
        const history = new DraftHistory();
        const opened = library.documents().find(({ uri }) => uri.endsWith(encodeURIComponent(OPENED)));
        if (opened) history.changed(RegulationDocument.of(document.uri, `${opened.text.trimEnd()}\n`));
        history.changed(document);
        const moved = (): readonly MovedCitation[] => history.movedCitations(library, document);
        return runChecks({ library, document, moved }, { severityOf, ignore }).filter(({ code }) => code === check.code)
          .length;
      };
      assert.notEqual(count(example.before), 0, 'the text before has a finding');
      assert.equal(count(example.after), 0, 'the text after has none');
    });
  }
});
