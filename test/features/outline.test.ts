import assert from 'node:assert/strict';
import { outline, type OutlineNode } from '../../server/src/features/outline.js';
import { fixture } from '../support/fixture.js';
import { dedent } from '../support/render.js';

function drawn(nodes: readonly OutlineNode[], indent = ''): string {
  return nodes
    .map(({ kind, number, label, heading, children }) => {
      const below = drawn(children, `${indent}  `);
      return indent + [kind, number, label, heading].filter(Boolean).join(' ') + (below && `\n${below}`);
    })
    .join('\n');
}

describe('outline', () => {
  const { document } = fixture(`
    某　法
    （2020年1月1日通过）
    （2021年1月1日修正）
    第一章　总　　则
    第一条　甲。
    第一百二十条之一　下列：
    （一）乙：
    1.丙。
    丁。
    第×条　新。
    附件1：规则
    说明。
    第一条　戊。
  `);
  const { title, notes, children, annexes } = outline(document);

  it('has title and history notes', () => {
    assert.equal(title, '某 法');
    assert.deepEqual(notes, ['（2020年1月1日通过）', '（2021年1月1日修正）']);
  });

  it('has every provision, all paragraphs included', () => {
    assert.equal(
      drawn(children),
      dedent(`
      chapter 1 第一章 总则
        article 1 第一条
          paragraph 1 第一款
        article 120-1 第一百二十条之一
          paragraph 1 第一款
            item 1 （一）
              subitem 1 1.
          paragraph 2 第二款
        article 第×条
          paragraph 1 第一款
      `),
    );
  });

  it('has the annexes', () => {
    assert.equal(
      drawn(annexes),
      dedent(`
      annex 1 附件1： 规则
        paragraph 1 第一款
        article 1 第一条
          paragraph 1 第一款
      `),
    );
  });

  it('has ranges of lines and characters', () => {
    const item = children[0]?.children[1]?.children[0]?.children[0];
    assert.deepEqual(item?.range, { start: { line: 6, character: 0 }, end: { line: 7, character: 4 } });
    assert.deepEqual(item?.selectionRange, { start: { line: 6, character: 0 }, end: { line: 6, character: 3 } });
  });

  it('calls the clauses of an instrument without articles items', () => {
    const decision = outline(fixture('关于加强管理的决定\n一、甲：\n（一）乙。').document);
    assert.equal(
      drawn(decision.children),
      dedent(`
      item 1 一、
        paragraph 1 第一款
          item 1 （一）
      `),
    );
  });

  it('of an empty text is empty', () => {
    assert.deepEqual(outline(fixture('').document), { title: '', notes: [], children: [], annexes: [] });
  });
});
