import assert from 'node:assert/strict';
import fc from 'fast-check';
import { align } from '../../server/src/library/alignment.js';
import { Provisions } from '../../server/src/citations/provisions.js';
import { formatNumeral } from '../../server/src/syntax/numerals.js';
import { SyntaxTree, type SyntaxNode } from '../../server/src/syntax/tree.js';

/** The articles of a law with these texts. */
function articles(texts: readonly string[]): readonly SyntaxNode[] {
  const lines = texts.map((text, index) => `第${formatNumeral(index + 1)}条　${text}`);
  return new Provisions(SyntaxTree.parse(`条例\n${lines.join('\n')}`).root).articles;
}

/** For each earlier article the number of its counterpart, with = if the text is the same; – where it is gone. */
function drawn(earlier: readonly string[], later: readonly string[]): string {
  return align(articles(earlier), articles(later))
    .map((counterpart) => (counterpart ? `${String(counterpart.index + 1)}${counterpart.isSame ? '=' : ''}` : '–'))
    .join(' ');
}

const VACCINE = '犬只应当每年接种狂犬病疫苗，由兽医机构出具接种证明。';
const LEASH = '携带犬只外出的，应当用长度不超过两米的束犬链牵引。';
const REGISTER = '养犬人应当向居住地的公安机关登记。';

describe('the articles of two versions', () => {
  it('are paired by their text', () => {
    assert.equal(drawn([VACCINE, LEASH, REGISTER], [REGISTER, '新增的内容。', VACCINE, LEASH]), '3= 4= 1=');
  });

  it('are paired by likeness where the text was amended', () => {
    assert.equal(drawn([VACCINE, LEASH], [REGISTER, LEASH.replace('两米', '一米五'), VACCINE]), '3= 2');
  });

  it('are gone where nothing is like them', () => {
    assert.equal(drawn([VACCINE, LEASH, REGISTER], [REGISTER, '国家实行总量控制。']), '– – 1=');
  });

  it('are the same whatever their layout and the width of their marks', () => {
    const lines = '下列行为：\n（一）甲；\n（二）乙。';
    assert.equal(drawn([lines], [lines.replace('：', ':').replace('（一）', '  (一) ')]), '1=');
  });

  it('are paired in order where several have one text', () => {
    assert.equal(drawn(['（删去）', '（删去）', VACCINE], [VACCINE, '（删去）', '（删去）']), '2= 3= 1=');
  });

  it('have one counterpart each, and texts that stay keep it', () => {
    const texts = fc.array(fc.constantFrom(VACCINE, LEASH, REGISTER, '甲。', '（删去）', '乙丙丁戊。'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, texts, (earlier, later) => {
        const counterparts = align(articles(earlier), articles(later));
        const used = counterparts.flatMap((counterpart) => (counterpart ? [counterpart.index] : []));
        assert.equal(new Set(used).size, used.length);
        counterparts.forEach((counterpart, index) => {
          if (counterpart?.isSame) assert.equal(later[counterpart.index], earlier[index]);
        });
        for (const text of new Set(earlier)) {
          const [before, after] = [earlier, later].map((all) => all.filter((each) => each === text).length);
          const same = counterparts.filter((counterpart, index) => counterpart?.isSame && earlier[index] === text);
          assert.equal(same.length, Math.min(before ?? 0, after ?? 0));
        }
      }),
    );
  });
});
