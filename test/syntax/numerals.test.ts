import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleLabel } from '../../server/src/syntax/tree.js';
import { formatNumeral, MAX_NUMERAL, parseNumeral } from '../../server/src/syntax/numerals.js';

describe('numerals', () => {
  it('writes numbers as the numbering of statutes does', () => {
    const written = [1, 10, 11, 20, 99, 100, 101, 110, 111, 205, 684, 1000, 1001, 1010, 1015, 1259, 9999].map(
      formatNumeral,
    );
    assert.deepEqual(written, [
      '一',
      '十',
      '十一',
      '二十',
      '九十九',
      '一百',
      '一百零一',
      '一百一十',
      '一百一十一',
      '二百零五',
      '六百八十四',
      '一千',
      '一千零一',
      '一千零一十',
      '一千零一十五',
      '一千二百五十九',
      '九千九百九十九',
    ]);
  });

  it('writes the number of an inserted article', () => {
    assert.equal(articleLabel('120-1'), '第一百二十条之一');
    assert.equal(articleLabel('14'), '第十四条');
  });

  it('reads back every number that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_NUMERAL }), (value) => {
        assert.deepEqual(parseNumeral(formatNumeral(value)), { value, form: 'canonical' });
      }),
    );
  });

  for (const [text, value, form] of [
    ['一十二', 12, 'non-canonical'],
    ['一百十二', 112, 'non-canonical'],
    ['一百〇一', 101, 'non-canonical'],
    ['一百○一', 101, 'non-canonical'],
    ['一百一', 101, 'non-canonical'],
    ['三十〇', 30, 'non-canonical'],
    ['两百零五', 205, 'non-canonical'],
    ['二〇', 20, 'non-canonical'],
    ['一二', 12, 'non-canonical'],
    ['14', 14, 'arabic'],
    ['１２０', 120, 'arabic'],
  ] as const) {
    it(`reads ${text} as ${String(value)}, ${form}`, () => {
      assert.deepEqual(parseNumeral(text), { value, form });
    });
  }

  for (const text of ['', '零', '十百', '百一', '一百二三', '廿', '一万', '0', '10000', '十十']) {
    it(`has no reading for “${text}”`, () => {
      assert.equal(parseNumeral(text).form, 'malformed');
    });
  }

  it('writes in digits what is beyond them', () => {
    assert.equal(formatNumeral(10_000), '10000');
  });

  it('refuses to write what is no number of a provision', () => {
    for (const value of [0, -1, 1.5, Number.NaN]) assert.throws(() => formatNumeral(value), RangeError);
  });

  it('never gives a value to a text that it would write otherwise', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一二三四五六七八九十百千零]{1,8}$/), (text) => {
        const { value, form } = parseNumeral(text);
        if (form === 'canonical') assert.equal(formatNumeral(value), text);
      }),
    );
  });
});
