import assert from 'node:assert/strict';
import { dedent } from '../support/render.js';
import { roundsIn, type Edit } from './edits.js';

const LAW = dedent(`
  某某条例
  第一章 总则
  第一条 为了规范管理，制定本条例。
  第二章 管理
  第二条 当事人应当登记。
  第三章 附则
  第三条 本条例自公布之日起施行。
`);

function applied(text: string, { offset, removed, inserted }: Edit): string {
  return text.slice(0, offset) + inserted + text.slice(offset + removed);
}

/** The text behind the first half of the edits of a round. */
function halfway(kind: string, place: string): string {
  const edits = roundsIn(LAW).find((round) => round.edits[0]?.kind === kind && round.place === place)?.edits ?? [];
  return edits.slice(0, edits.length / 2).reduce(applied, LAW);
}

describe('the edits of the benchmark', () => {
  it('leave the text as it was', () => {
    for (const { edits } of roundsIn(LAW)) assert.equal(edits.reduce(applied, LAW), LAW);
  });

  it('type a citation into a sentence', () => {
    const text = halfway('a character', 'last line');
    assert.match(text, /第三条 本条例自公布之日起施行，依照本规定第十二条第二款的规定处理。$/);
  });

  it('type into the title', () => {
    assert.match(halfway('a character', 'first line'), /^某某条例（修订草案征求意见第二稿）\n/);
  });

  it('paste an article behind another one', () => {
    const text = halfway('an article pasted', 'middle');
    assert.match(text, /第二条 当事人应当登记。\n第二条之一 当事人应当登记。\n第三章/);
  });

  it('delete a chapter', () => {
    assert.match(halfway('a chapter deleted', 'middle'), /制定本条例。\n第三章 附则/);
  });

  it('leave chapters out where there are none', () => {
    const kinds = roundsIn('某某办法\n第一条 当事人应当登记。').map(({ edits }) => edits[0]?.kind);
    assert.deepEqual([...new Set(kinds)], ['a character', 'an article pasted']);
  });
});
