import assert from 'node:assert/strict';
import { factsOf, frontTree, headerOf, titleSpanOf } from '../../server/src/library/facts.js';
import { notesOf } from '../../server/src/syntax/outline.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';

describe('the facts of a text', () => {
  it('are read from the lines before the first article and from the titles named anywhere', () => {
    const text =
      '甲条例\n（2020年1月2日通过）\n目录\n第一章　总则\n第一章　总则\n第一条　甲。\n第二条　依照《乙办法》。';
    assert.deepEqual(factsOf(text, 'file:///a.txt'), {
      title: '甲条例',
      key: '甲条例',
      subtitle: undefined,
      date: '2020-01-02',
      named: ['乙办法'],
    });
  });

  it('are those of the whole text where it has no article', () => {
    const text = '甲的决定\n一、乙。\n二、依照《丙法》。';
    assert.equal(factsOf(text, 'file:///a(2001-02-03).txt').date, '2001-02-03');
    assert.equal(factsOf(text, 'file:///a.txt').title, '甲的决定');
  });

  it('have of every real law the header, the place of the title and the notes that its whole tree has', function () {
    this.timeout(60_000);
    for (const { name, text } of laws(this)) {
      const { named, ...header } = factsOf(text, name);
      const tree = SyntaxTree.parse(text);
      assert.deepEqual(header, headerOf(tree, name), name);
      assert.ok(named.length >= 0);
      const front = frontTree(text) ?? tree;
      assert.deepEqual([titleSpanOf(front), notesOf(front)], [titleSpanOf(tree), notesOf(tree)], name);
    }
  });
});
