import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SyntaxTree, type SyntaxNode } from '../../server/src/syntax/tree.js';
import { bare, dedent, render } from '../support/render.js';

/** Pieces that texts of law are made of, and that trees are decided by. */
const PIECES = [
  '第一编 总则',
  '第一章　总　　则',
  '第二章管理',
  '第一节　许可',
  '第一条　为了规范，制定本条例。',
  '第二条　下列行为：',
  '第三条规定的情形',
  '第×条　新增。',
  '第十二条之一　甲。',
  '（一）甲；',
  '（×）新增；',
  '(二)乙。',
  '1. 丙；',
  '（1）丁；',
  '①戊。',
  '一、己。',
  '目　录',
  '附件一',
  '某某条例',
  '（2023年1月1日通过）',
  '将第二条修改为：“庚',
  '辛。”',
  '[bookmark: _GoBack]第二章　乙',
  '# 第三章　丙',
  '自然段。',
  '',
  '　　',
  '𠮷',
  '\ud800',
  '\0',
];

const textOfPieces = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\u0085', '')), {
    maxLength: 40,
  })
  .map((pieces) => pieces.map(([piece, lineBreak]) => piece + lineBreak).join(''));

const anyText = fc.oneof(textOfPieces, fc.string({ unit: 'binary', maxLength: 200 }));

/** Asserts that the children of every node fill it without a gap, and that its ranges lie inside. */
function assertCovers(tree: SyntaxTree): void {
  assert.deepEqual(tree.root.full, { start: 0, end: tree.text.length });
  for (const node of tree.root.walk()) {
    let at = node.full.start + node.green.headWidth;
    for (const child of node.children) {
      assert.equal(child.full.start, at, `${node.kind} → ${child.kind}`);
      at = child.full.end;
    }
    assert.equal(at, node.full.end, `end of ${node.kind}`);
    for (const span of [node.range, node.selectionRange, node.mark, node.body]) {
      assert.ok(node.full.start <= span.start && span.start <= span.end && span.end <= node.full.end, node.kind);
    }
    assert.ok(node.selectionRange.start >= node.range.start && node.selectionRange.end <= node.range.end, node.kind);
  }
}

describe('the tree', () => {
  it('covers every text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assertCovers(SyntaxTree.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('made from an earlier one equals the one made from scratch, whatever the edit', () => {
    fc.assert(
      fc.property(textOfPieces, fc.nat(), fc.nat({ max: 30 }), textOfPieces, (text, at, deleted, inserted) => {
        const start = at % (text.length + 1);
        const edited = text.slice(0, start) + inserted + text.slice(start + deleted);
        const updated = SyntaxTree.parse(edited, SyntaxTree.parse(text));
        assertCovers(updated);
        assert.deepEqual(bare(updated.root.green), bare(SyntaxTree.parse(edited).root.green));
      }),
      { numRuns: 1000 },
    );
  });

  it('made by edits that are undone and done again equals the one made from scratch', () => {
    const steps = fc.array(fc.nat({ max: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(textOfPieces, { minLength: 4, maxLength: 4 }), textOfPieces, steps, (parts, end, chosen) => {
        // Texts that differ at their front, so that the same words come and go.
        const texts = parts.map((part) => part + end);
        let tree = SyntaxTree.parse(texts[0] ?? '');
        for (const step of chosen) {
          const text = texts[step] ?? '';
          tree = SyntaxTree.parse(text, tree);
          assert.deepEqual(bare(tree.root.green), bare(SyntaxTree.parse(text).root.green));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the innermost node at an offset', () => {
    const text = '第一章　总则\n第一条　甲：\n（一）乙。\n';
    const tree = SyntaxTree.parse(text);
    assert.equal(tree.nodeAt(text.indexOf('乙')).kind, 'item');
    assert.equal(tree.nodeAt(text.indexOf('总')).kind, 'chapter');
    assert.equal(tree.nodeAt(text.length).kind, 'document');
  });
});

describe('an edit', () => {
  const text = dedent(`
    某某条例
    第一章　总则
    第一条　甲。
    第二条　乙：
    （一）丙。
    第二章　附则
    第三条　丁。
    戊。
  `);
  const before = SyntaxTree.parse(text);
  const find = (tree: SyntaxTree, label: string): SyntaxNode => {
    for (const node of tree.root.walk()) if (node.label === label) return node;
    throw new Error(`no ${label}`);
  };

  it('leaves the nodes that did not change the very same', () => {
    const after = SyntaxTree.parse(text.replace('甲。', '甲，己。'), before);
    for (const label of ['第二条', '（一）', '第二章', '第三条']) {
      assert.equal(find(after, label).green, find(before, label).green, label);
    }
    for (const label of ['第一章', '第一条'])
      assert.notEqual(find(after, label).green, find(before, label).green, label);
    assert.equal(find(after, '第三条').range.start, find(before, '第三条').range.start + 2);
  });

  it('reads only the lines again that it touches', () => {
    const after = SyntaxTree.parse(text.replace('丙', '庚'), before);
    assert.equal(after.sharedLines(before), before.lineCount - 1);
  });

  it('that undoes another gives the tree of before, its very lines and nodes', () => {
    const before = SyntaxTree.parse(text);
    const there = SyntaxTree.parse(text.replace('第二条　乙', '第二条　乙\n第二条　新'), before);
    const back = SyntaxTree.parse(text, there);
    assert.equal(render(back.root), render(before.root));
    assert.equal(back.sharedLines(before), before.lineCount);
    for (const label of ['第一条', '第二条']) assert.equal(find(back, label).green, find(before, label).green, label);
    const again = SyntaxTree.parse(text.replace('第二条　乙', '第二条　乙\n第二条　新'), back);
    assert.equal(again.sharedLines(there), there.lineCount);
  });

  it('that puts the same words in two places has no line in both', () => {
    const before = SyntaxTree.parse(text);
    const cut = text.replace('第二条　乙：\n（一）丙。\n', '');
    const once = SyntaxTree.parse(text, SyntaxTree.parse(cut, before));
    const twice = SyntaxTree.parse(`${text}\n第二条　乙：\n（一）丙。\n`, once);
    assert.equal(twice.sharedLines(twice), twice.lineCount);
    const lines = twice.lineCount - once.lineCount;
    assert.equal(twice.sharedLines(once), twice.lineCount - lines - 1);
  });

  it('that joins a CR and an LF gives one line', () => {
    const joined = SyntaxTree.parse('第一条　甲。\r\n第二条　乙。', SyntaxTree.parse('第一条　甲。\r第二条　乙。'));
    assert.deepEqual(bare(joined.root.green), bare(SyntaxTree.parse('第一条　甲。\r\n第二条　乙。').root.green));
  });
});
