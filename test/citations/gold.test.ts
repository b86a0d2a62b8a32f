import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { citationsOf } from '../../server/src/citations/citations.js';
import type { Target } from '../../server/src/citations/coordinates.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { lawsFolder } from '../support/laws.js';
import { drawTarget } from '../support/targets.js';

/** A labelled paragraph: see CITATIONS.md beside the laws. */
interface GoldRecord {
  readonly doc: string;
  readonly line: number;
  readonly text: string;
  readonly refs: readonly {
    start: number;
    end: number;
    text: string;
    doc: string;
    targets: Target[];
    range?: boolean;
  }[];
}

/** Counts of one kind of mention; a mention is right if its span, instrument and targets are. */
class Score {
  right = 0;
  missed = 0;
  extra = 0;

  toString(): string {
    const percent = (part: number, whole: number): string =>
      whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`;
    return `precision ${percent(this.right, this.right + this.extra)}, recall ${percent(this.right, this.right + this.missed)} (${String(this.right)} right, ${String(this.missed)} missed, ${String(this.extra)} extra)`;
  }
}

describe('citations against the labelled paragraphs', () => {
  it('finds every mention and no other, each with its instrument and targets', function () {
    this.timeout(60_000);
    const folder = lawsFolder();
    const file = folder ? path.join(folder, '..', 'gold', 'citations.jsonl') : '';
    if (!folder || !existsSync(file)) {
      console.log('      （跳过：没有 ../shared/gold/citations.jsonl）');
      this.skip();
    }
    const records = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GoldRecord);
    const provisions = new Score();
    const documents = new Score();
    const misses: string[] = [];
    for (const record of records) {
      const expected = record.refs.map((ref) => drawMention(ref.start, ref.end, ref.doc, ref.targets, ref.range));
      const found = mentionsOfLine(folder, record);
      for (const mention of new Set([...expected, ...found])) {
        const score = /\[\]$/.test(mention) ? documents : provisions;
        if (!found.includes(mention)) score.missed++;
        else if (!expected.includes(mention)) score.extra++;
        else score.right++;
        if (found.includes(mention) !== expected.includes(mention)) {
          misses.push(
            `${found.includes(mention) ? 'extra ' : 'missed'} ${record.doc}:${String(record.line)} ${mention} in ${record.text.slice(0, 80)}`,
          );
        }
      }
    }
    console.log(`      provisions: ${provisions.toString()}\n      documents:  ${documents.toString()}`);
    assert.deepEqual(misses, []);
  });
});

function mentionsOfLine(folder: string, { doc, line, text }: GoldRecord): string[] {
  const whole = readFileSync(path.join(folder, doc), 'utf8');
  const start =
    whole
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  return citationsOf(SyntaxTree.parse(whole))
    .mentions.filter((mention) => mention.start >= start && mention.end <= start + text.length)
    .map((mention) =>
      drawMention(mention.start - start, mention.end - start, mention.doc, mention.targets, mention.rangeEnd),
    );
}

function drawMention(start: number, end: number, doc: string, targets: readonly Target[], rangeEnd = false): string {
  return `${String(start)}–${String(end)} ${doc}${rangeEnd ? ' 至' : ''} [${targets.map(drawTarget).join('、')}]`;
}
