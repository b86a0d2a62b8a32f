import assert from 'node:assert/strict';
import type { Fix } from '../../server/src/checks/check.js';
import { outdated } from '../../server/src/checks/citation/outdated.js';
import { align, wordsOf } from '../../server/src/library/alignment.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { citationLabel } from '../../server/src/features/labels.js';
import { articleLabel, type SyntaxNode } from '../../server/src/syntax/tree.js';
import { apply } from '../checks/findings.js';
import { versionPairs, type Counts, type VersionPair } from '../support/versionPairs.js';

const CITING = 'file:///citing.txt';
const EARLIER = 'file:///old.txt';
const LATER = 'file:///new.txt';

describe('real laws in two versions', function () {
  this.timeout(60_000);

  it('are aligned as another count has it', function () {
    const rows = versionPairs(this).map(({ name, earlier, later, counted }) => {
      const counts = count(
        RegulationDocument.of(EARLIER, earlier).provisions.articles,
        RegulationDocument.of(LATER, later).provisions.articles,
      );
      return { name, counts, counted };
    });
    for (const { name, counts, counted } of rows) console.log(`      ${name}: ${draw(counts)}; ${draw(counted)}`);
    for (const { name, counts, counted } of rows) {
      assert.equal(articlesIn(counts, 'deleted'), articlesIn(counted, 'deleted'), name);
      assert.equal(articlesIn(counts, 'added'), articlesIn(counted, 'added'), name);
      // Brackets and colons that one file has in full width and the other has not are no difference here, but there.
      assert.ok(counts.unchanged_same_number >= counted.unchanged_same_number, name);
      assert.ok(counts.unchanged_renumbered >= counted.unchanged_renumbered, name);
      // What is half alike by the one measure is a little less so by the other.
      assert.ok(Math.abs(counts.deleted - counted.deleted) <= 3, name);
    }
  });

  for (const kind of ['article', 'paragraph', 'item'] as const) {
    it(`lead a text between them to the earlier one, and its outdated citations of each ${kind} to the same words`, function () {
      const sums = { cited: 0, reported: 0, fixed: 0 };
      for (const pair of versionPairs(this)) {
        const { articles } = RegulationDocument.of(EARLIER, pair.earlier).provisions;
        const nodes = articles.flatMap((article) => [...article.walk()].filter((node) => node.kind === kind));
        const labels = nodes.map(citationLabel);
        verify(pair, labels, sums);
      }
      console.log(`      ${JSON.stringify(sums)}`);
    });
  }
});

/** Cites every provision in a text of the earlier version's day, and follows each citation into the later version. */
function verify(
  { name, title, earlier, later }: VersionPair,
  labels: readonly string[],
  sums: { cited: number; reported: number; fixed: number },
): void {
  const library = new Library();
  library.setFile(EARLIER, earlier);
  library.setFile(LATER, later);
  const [old, newest] = [library.document(EARLIER), library.document(LATER)];
  assert.ok(old?.date !== undefined && newest?.date !== undefined && old.date < newest.date, name);
  const [year, month, day] = old.date.split('-');
  const sentences = labels.map((label) => `（一）违反《${title}》${label}规定的；`);
  const note = `（${String(year)}年${String(month)}月${String(day)}日公布）`;
  library.setFile(CITING, `某某办法\n${note}\n第一条　有下列情形的：\n${sentences.join('\n')}\n`);
  const citing = library.document(CITING);
  assert.ok(citing);
  const newestWords = newest.provisions.articles.map((each) => ({ number: each.number, words: wordsOf(each) }));
  const findings = new Map([...outdated.run({ document: citing, library })].map((found) => [found.span.start, found]));
  const mentions = library.citationsOf(citing).mentions.filter(({ kind }) => kind === 'provision');
  assert.equal(mentions.length, labels.length, name);
  const before = citedPlaces(library);
  const fixes: { index: number; edits: Fix['edits']; words: string }[] = [];
  mentions.forEach((mention, index) => {
    const label = labels[index] ?? '';
    const node = before[index];
    assert.equal(node?.tree.text, earlier, `${name} ${label}`);
    sums.cited++;
    const finding = findings.get(mention.start);
    if (finding) sums.reported++;
    const words = wordsOf(node);
    const fix = finding?.fixes?.[0];
    const stays = newest.provisions.find(mention.targets[0] ?? {});
    if (!finding) {
      // Still cited rightly: the same words, or those of the same article as amended.
      assert.ok(
        stays && (withoutNumbers(stays) === withoutNumbers(node) || likeness(words, wordsOf(stays)) > 0.3),
        label,
      );
    }
    // What stands elsewhere word by word, and only there, is found.
    const same = newestWords.filter((article) => article.words === words);
    if (node.kind === 'article' && same.length === 1 && same[0]?.number !== node.number) {
      assert.ok(fix?.title.zh === `改为${articleLabel(same[0]?.number ?? '')}`, `${name} ${label}`);
    }
    if (!fix) return;
    sums.fixed++;
    fixes.push({ index, edits: fix.edits, words: withoutNumbers(node) });
  });
  const mended = new Library();
  mended.setFile(LATER, later);
  mended.setFile(CITING, apply(citing.text, { title: { zh: '', en: '' }, edits: fixes.flatMap(({ edits }) => edits) }));
  const places = citedPlaces(mended);
  for (const { index, words } of fixes) {
    const now = places[index];
    assert.equal(now && withoutNumbers(now), words, `${name} ${labels[index] ?? ''}`);
  }
}

/** Where the provisions that the citing text names stand, in text order. */
function citedPlaces(library: Library): (SyntaxNode | undefined)[] {
  const citing = library.document(CITING);
  assert.ok(citing);
  return library
    .citationsOf(citing)
    .mentions.filter(({ kind }) => kind === 'provision')
    .map((mention) => {
      const resolution = library.resolve(citing, mention);
      return resolution.state === 'found' ? resolution.places[0]?.node : undefined;
    });
}

/** Numbers of articles follow their articles. */
function withoutNumbers(node: SyntaxNode): string {
  return wordsOf(node).replace(/第[一二三四五六七八九十百零]+条(?:之[一二三四五六七八九十]+)*/g, '第×条');
}

/** The share of the characters of a text that another one has as well: crude, but of another make than what is tested. */
function likeness(one: string, other: string): number {
  const characters = new Set(other);
  return [...one].filter((character) => characters.has(character)).length / Math.max(1, one.length);
}

function count(earlier: readonly SyntaxNode[], later: readonly SyntaxNode[]): Counts {
  const counterparts = align(earlier, later);
  const same = earlier.filter((_, index) => counterparts[index]?.isSame);
  const moved = earlier.filter((article, index) => {
    const counterpart = counterparts[index];
    return counterpart?.isSame === true && later[counterpart.index]?.number !== article.number;
  });
  const modified = counterparts.filter((counterpart) => counterpart?.isSame === false).length;
  return {
    unchanged_same_number: same.length - moved.length,
    unchanged_renumbered: moved.length,
    modified,
    added: later.length - same.length - modified,
    deleted: earlier.length - same.length - modified,
  };
}

/** All articles of the earlier or of the later version. */
function articlesIn(counts: Counts, last: 'added' | 'deleted'): number {
  return counts.unchanged_same_number + counts.unchanged_renumbered + counts.modified + counts[last];
}

function draw(counts: Counts): string {
  return [
    counts.unchanged_same_number,
    counts.unchanged_renumbered,
    counts.modified,
    counts.added,
    counts.deleted,
  ].join('/');
}
