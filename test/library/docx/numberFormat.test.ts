import assert from 'node:assert/strict';
import { formatListNumber } from '../../../server/src/library/docx/numberFormat.js';

const NUMBERS = [1, 10, 11, 20, 26, 27, 99, 101, 110];

describe('numbers of lists', () => {
  const EXPECTED: Readonly<Record<string, string>> = {
    decimal: '1 10 11 20 26 27 99 101 110',
    decimalZero: '01 10 11 20 26 27 99 101 110',
    decimalFullWidth: '１ １０ １１ ２０ ２６ ２７ ９９ １０１ １１０',
    chineseCounting: '一 十 十一 二十 二十六 二十七 九十九 一〇一 一一〇',
    chineseCountingThousand: '一 十 十一 二十 二十六 二十七 九十九 一百零一 一百一十',
    japaneseCounting: '一 十 十一 二十 二十六 二十七 九十九 一百零一 一百一十',
    ideographDigital: '一 一〇 一一 二〇 二六 二七 九九 一〇一 一一〇',
    chineseLegalSimplified: '壹 拾 拾壹 贰拾 贰拾陆 贰拾柒 玖拾玖 壹佰零壹 壹佰壹拾',
    ideographTraditional: '甲 癸 11 20 26 27 99 101 110',
    ideographZodiac: '子 酉 戌 20 26 27 99 101 110',
    decimalEnclosedCircle: '① ⑩ ⑪ ⑳ ㉖ ㉗ 99 101 110',
    decimalEnclosedCircleChinese: '① ⑩ ⑪ ⑳ ㉖ ㉗ 99 101 110',
    decimalEnclosedParen: '⑴ ⑽ ⑾ ⒇ 26 27 99 101 110',
    decimalEnclosedFullstop: '⒈ ⒑ ⒒ ⒛ 26 27 99 101 110',
    lowerLetter: 'a j k t z aa uuuu wwwww ffffff'.replace('wwwww', 'wwww').replace('ffffff', 'fffff'),
    upperRoman: 'I X XI XX XXVI XXVII XCIX CI CX',
    lowerRoman: 'i x xi xx xxvi xxvii xcix ci cx',
    hebrew1: '1 10 11 20 26 27 99 101 110',
  };
  for (const [format, expected] of Object.entries(EXPECTED)) {
    it(format, () => assert.equal(NUMBERS.map((value) => formatListNumber(value, format)).join(' '), expected));
  }

  it('begin with nought where a list does, and have an end', () => {
    assert.equal(formatListNumber(0, 'chineseCounting'), '〇');
    assert.equal(formatListNumber(0, 'decimalEnclosedCircle'), '0');
    assert.equal(formatListNumber(50, 'decimalEnclosedCircle'), '㊿');
    assert.equal(formatListNumber(35, 'decimalEnclosedCircle'), '㉟');
    assert.equal(formatListNumber(36, 'decimalEnclosedCircle'), '㊱');
    assert.equal(formatListNumber(12_345, 'chineseCountingThousand'), '12345');
  });
});
