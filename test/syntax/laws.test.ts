import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annexesOf, articlesOf, titleOf } from '../../server/src/syntax/outline.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';
import { bare } from '../support/render.js';

/**
 * Documents whose articles differ from what a plain scan for 第…条 at the start of a line finds, and why. The scan knows
 * nothing of the lines around, so each difference is a decision of the parser.
 */
const DIFFERENCES: Readonly<
  Record<string, { readonly missing?: string[]; readonly added?: string[]; readonly why: string }>
> = {
  '行政法/文物保护法(2017-11-04)': { missing: ['第三十一条'], why: '题注断行：“……第三十一条的决定》第一次修正”' },
  '地方性法规/山东/青岛市海上交通安全条例(2014-09-26)': {
    added: ['第七十五 条'],
    why: '条号中间有空格，逐行扫描认不出',
  },
};

/** The labels that `labels` has more often than `others`. */
function without(labels: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return labels.filter((label) => {
    const index = left.indexOf(label);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

describe('the real laws', () => {
  it('have the articles that a scan of the text finds', function () {
    this.timeout(60_000);
    const found: Record<string, { missing?: string[]; added?: string[] }> = {};
    for (const { name, text } of laws(this)) {
      const scanned = text
        .split(/\r\n|[\n\r]/)
        .flatMap(
          (line) => /^\s*(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)/.exec(line)?.[1] ?? [],
        );
      const tree = SyntaxTree.parse(text);
      const parsed = [tree.root, ...annexesOf(tree)].flatMap((root) => articlesOf(root).map(({ label }) => label));
      if (scanned.join() === parsed.join()) continue;
      const missing = without(scanned, parsed);
      const added = without(parsed, scanned);
      found[name] = { ...(missing.length > 0 && { missing }), ...(added.length > 0 && { added }) };
    }
    const expected = Object.entries(DIFFERENCES).map(([name, { why: _why, ...difference }]) => [name, difference]);
    assert.deepEqual(found, Object.fromEntries(expected));
  });

  it('have a title each', function () {
    this.timeout(60_000);
    const untitled = laws(this).filter(({ text }) => titleOf(SyntaxTree.parse(text)) === '');
    assert.deepEqual(
      untitled.map(({ name }) => name),
      [],
    );
  });

  it('give the same tree after random edits as from scratch', function () {
    this.timeout(120_000);
    const all = laws(this);
    const pieces = fc.constantFrom(
      '',
      '\n',
      '第五条　新增。\n',
      '（二）新增；\n',
      '第三章　新增\n',
      '甲',
      '“',
      '目录\n',
      '附件\n',
    );
    fc.assert(
      fc.property(
        fc.nat({ max: all.length - 1 }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 300 }), pieces), {
          minLength: 1,
          maxLength: 5,
        }),
        (index, edits) => {
          let text = all[index]?.text ?? '';
          let tree = SyntaxTree.parse(text);
          for (const [where, deleted, inserted] of edits) {
            const start = Math.floor(where * text.length);
            text = text.slice(0, start) + inserted + text.slice(start + deleted);
            tree = SyntaxTree.parse(text, tree);
          }
          assert.deepEqual(bare(tree.root.green), bare(SyntaxTree.parse(text).root.green));
        },
      ),
      { numRuns: 150 },
    );
  });
});
