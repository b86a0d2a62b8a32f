import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationsOf } from '../../server/src/citations/citations.js';
import { withoutIssuer } from '../../server/src/citations/issuers.js';
import type { Texts } from '../../server/src/citations/resolve.js';
import { titleKey } from '../../server/src/citations/titles.js';
import { keysNamed } from '../../server/src/citations/titlesNamed.js';
import { titleOf } from '../../server/src/syntax/outline.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';

/** A library that has every title, with an issuer where one may be left out, and no text. */
const ANY_TITLE: Texts = { provisionsOf: () => [], knows: () => true, withIssuer: (title) => `某院${title}` };

/** The keys of what a text cites that its characters were not seen to name. */
function missed(text: string): string[] {
  const tree = SyntaxTree.parse(text);
  const named = new Set(keysNamed(text, titleOf(tree)));
  const cited = citationsOf(tree, ANY_TITLE).mentions.map(({ doc }) => doc);
  const isNamed = (key: string): boolean => named.has(key) || named.has(withoutIssuer(key));
  return [...new Set(cited)].filter((doc) => doc !== 'self' && doc !== '' && !isNamed(titleKey(doc)));
}

describe('the titles that a text could cite', () => {
  it('are those in brackets, the names of statutes, and regulations without brackets', () => {
    const text =
      '细则\n第一条　根据《甲〈乙〉条例》、刑法和《海关法》，依照工伤保险条例第十四条，持《许可证》。\n第二条　下同《未完';
    assert.deepEqual(keysNamed(text, '细则').sort(), ['刑法', '工伤保险条例', '海关法', '甲乙条例', '许可证'].sort());
  });

  it('are what an amendment amends, by its title', () => {
    assert.deepEqual(keysNamed('一、甲。', '中华人民共和国某某法修正案（二）'), ['某某法']);
  });

  it('leave out nothing that is cited, whatever the text', () => {
    const words = [
      '《',
      '》',
      '〈',
      '〉',
      '第一条',
      '甲条例',
      '刑法',
      '某院',
      '关于甲的规定',
      '本法',
      '（以下简称',
      '）',
      '修正案',
      '\n',
      '，',
      '依照',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        assert.deepEqual(missed(parts.join('')), []);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave out nothing that a real law cites', function () {
    this.timeout(60_000);
    for (const { name, text } of laws(this)) assert.deepEqual(missed(text), [], name);
  });
});
