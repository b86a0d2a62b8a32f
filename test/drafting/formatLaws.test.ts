import assert from 'node:assert/strict';
import { applied } from '../../server/src/drafting/edits.js';
import { format } from '../../server/src/drafting/format.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { DEFAULT_FORMAT } from '../../server/src/drafting/format/options.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';
import { drawCitations, drawOutline } from '../support/outlines.js';

describe('formatting of real laws', function () {
  this.timeout(600_000);

  it('changes no word, no number, no provision and no citation, and nothing when it is done again', function () {
    const counts = { documents: 0, changed: 0, edits: 0 };
    const failures: string[] = [];
    for (const { name, text } of laws(this)) {
      const before = RegulationDocument.of('file:///a.txt', text);
      const edits = format(before, DEFAULT_FORMAT);
      const once = applied(text, edits).text;
      counts.documents++;
      counts.edits += edits.length;
      if (once === text) continue;
      counts.changed++;
      const fail = (what: string): number => failures.push(`${name}: ${what}`);
      const after = RegulationDocument.of('file:///a.txt', once);
      if (withoutLayout(once) !== withoutLayout(text)) fail('words');
      if (drawn(drawOutline, after) !== drawn(drawOutline, before)) fail('outline');
      if (drawn(drawCitations, after) !== drawn(drawCitations, before)) fail('citations');
      if (format(after, DEFAULT_FORMAT).length > 0) fail('not done at once');
    }
    console.log(`      ${JSON.stringify({ ...counts, failures: failures.length })}`);
    assert.deepEqual(failures, []);
  });

  it('makes the table of contents of the headings, whatever became of it', function () {
    const counts = { documents: 0 };
    const failures: string[] = [];
    laws(this).forEach(({ name, text }, index) => {
      const { root } = SyntaxTree.parse(text);
      const chapters = root.children.filter(({ kind }) => kind === 'chapter');
      const [first] = chapters;
      // Some texts have lost the heading in front of the first articles.
      const isWhole = first && !root.children.some(({ kind, index }) => kind === 'article' && index < first.index);
      if (index % 5 !== 0 || chapters.length < 3 || !isWhole) return;
      counts.documents++;
      const written = chapters.map(({ label, heading }) => `${label.replace(/\s/g, '')}　${heading ?? ''}`);
      const withContents = (entries: readonly string[]): string =>
        `${text.slice(0, first.full.start)}目　录\n${entries.join('\n')}\n\n${text.slice(first.full.start)}`;
      const right = formatted(withContents(written));
      const [one = '', ...others] = written;
      const damaged = [
        [...others, one],
        others,
        [...written, others.at(-1) ?? ''],
        written.map((line) => line.replace('　', '新')),
      ];
      if (damaged.some((entries) => formatted(withContents(entries)) !== right)) failures.push(name);
      if (formatted(right) !== right) failures.push(`${name}: not done at once`);
    });
    console.log(`      ${JSON.stringify({ ...counts, failures: failures.length })}`);
    assert.deepEqual(failures, []);
  });
});

function formatted(text: string): string {
  return applied(text, format(RegulationDocument.of('file:///a.txt', text), DEFAULT_FORMAT)).text;
}

function drawn(draw: (document: RegulationDocument) => string[], document: RegulationDocument): string {
  return draw(document).map(withoutLayout).join('\n');
}
