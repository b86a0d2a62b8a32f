import assert from 'node:assert/strict';
import { applied } from '../../server/src/drafting/edits.js';
import { format } from '../../server/src/drafting/format.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { DEFAULT_FORMAT } from '../../server/src/drafting/format/options.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { laws } from '../support/laws.js';
import { drawCitations, drawOutline } from '../support/outlines.js';

describe('formatting of real laws', function () {
  this.timeout(600_000);

  it('changes no word, no number, no provision and no citation, and nothing when it is done again', function () {
    const counts = { documents: 0, changed: 0, edits: 0 };
    const failures: string[] = [];
    for (const { name, text } of laws(this)) {
      const edits = format(RegulationDocument.of('file:///a.txt', text), DEFAULT_FORMAT);
      const once = applied(text, edits).text;
      counts.documents++;
      counts.edits += edits.length;
      if (once === text) continue;
      counts.changed++;
      const fail = (what: string): number => failures.push(`${name}: ${what}`);
      if (withoutLayout(once) !== withoutLayout(text)) fail('words');
      if (drawn(drawOutline, once) !== drawn(drawOutline, text)) fail('outline');
      if (drawn(drawCitations, once) !== drawn(drawCitations, text)) fail('citations');
      if (format(RegulationDocument.of('file:///a.txt', once), DEFAULT_FORMAT).length > 0) fail('not done at once');
    }
    console.log(`      ${JSON.stringify({ ...counts, failures: failures.length })}`);
    assert.deepEqual(failures, []);
  });
});

function drawn(draw: (text: string) => string[], text: string): string {
  return draw(text).map(withoutLayout).join('\n');
}
