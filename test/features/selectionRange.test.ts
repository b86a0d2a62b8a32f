import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/features/selectionRange.js';
import { fixture } from '../support/fixture.js';

/** What a selection grows to, from the caret out; line breaks as `/`. */
function grown(source: string): string[] {
  const { library, document, positions } = fixture(source);
  const [first] = selectionRanges(library, document, positions);
  const texts: string[] = [];
  for (let at: SelectionRange | undefined = first; at; at = at.parent) {
    texts.push(document.textDocument.getText(at.range).replaceAll('\n', '/'));
  }
  return texts;
}

describe('selection ranges', () => {
  it('grow from a citation by clause and sentence to the paragraph, the article, the chapter, the document', () => {
    assert.deepEqual(
      grown(
        '第一章　总则\n第一条　甲。违反本法第二$$条规定，拒不改正的，处罚款；乙。\n丙。\n第二条　丁。\n第二章　附则',
      ),
      [
        '第二条',
        '违反本法第二条规定',
        '违反本法第二条规定，拒不改正的，处罚款；',
        '甲。违反本法第二条规定，拒不改正的，处罚款；乙。',
        '第一条　甲。违反本法第二条规定，拒不改正的，处罚款；乙。/丙。',
        '第一章　总则/第一条　甲。违反本法第二条规定，拒不改正的，处罚款；乙。/丙。/第二条　丁。',
        '第一章　总则/第一条　甲。违反本法第二条规定，拒不改正的，处罚款；乙。/丙。/第二条　丁。/第二章　附则',
      ],
    );
  });

  it('grow from a subitem by item, paragraph, article, section, chapter, part', () => {
    const list = '（一）乙：/1.丙，丁；/2.戊。/（二）己。';
    assert.deepEqual(
      grown(
        '第一编　甲\n第一章　甲\n第一节　甲\n第一条　甲：\n（一）乙：\n1.$$丙，丁；\n2.戊。\n（二）己。\n庚。\n第二条　辛。\n第二节　壬\n第二章　壬\n第二编　壬',
      ),
      [
        '丙',
        '丙，丁；',
        '1.丙，丁；',
        '（一）乙：/1.丙，丁；/2.戊。',
        `甲：/${list}`,
        `第一条　甲：/${list}/庚。`,
        `第一节　甲/第一条　甲：/${list}/庚。/第二条　辛。`,
        `第一章　甲/第一节　甲/第一条　甲：/${list}/庚。/第二条　辛。/第二节　壬`,
        `第一编　甲/第一章　甲/第一节　甲/第一条　甲：/${list}/庚。/第二条　辛。/第二节　壬/第二章　壬`,
        `第一编　甲/第一章　甲/第一节　甲/第一条　甲：/${list}/庚。/第二条　辛。/第二节　壬/第二章　壬/第二编　壬`,
      ],
    );
  });

  it('begin with the title in 《》', () => {
    assert.equal(grown('第一条　根据《某省市场$$条例》制定。')[0], '《某省市场条例》');
  });

  it('in a heading, the title and behind the last line', () => {
    assert.deepEqual(grown('某办$$法\n第一条　甲。').slice(0, 2), ['某办法', '某办法/第一条　甲。']);
    assert.deepEqual(grown('第一章　总$$则\n第一条　甲。').slice(0, 2), ['总则', '第一章　总则']);
    assert.deepEqual(grown('第一条　甲。$$').slice(0, 1), ['甲。']);
    assert.deepEqual(grown('第一条　甲。\n\n$$'), ['第一条　甲。//']);
  });

  it('one for each position, in their order, and an empty one in an empty text', () => {
    const { library, document, positions } = fixture('$$第一条　甲。\n第二条　$$乙。');
    const starts = selectionRanges(library, document, [...positions].reverse()).map(({ range }) => range.start.line);
    assert.deepEqual(starts, [1, 0]);
    assert.deepEqual(grown('$$'), ['']);
  });
});
