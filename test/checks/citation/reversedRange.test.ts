import assert from 'node:assert/strict';
import { reversedRange } from '../../../server/src/checks/citation/reversedRange.js';
import { findings } from '../findings.js';

const shown = (sentence: string): unknown =>
  findings(reversedRange, `条例\n第一条 ${sentence}`).map(({ marked, message }) => [marked, message]);

describe('citation/reversed-range', () => {
  it('reports a range that runs backwards', () => {
    assert.deepEqual(shown('依照本条例第二十条至第十八条的规定执行。'), [
      ['第二十条至第十八条', '引用范围“第二十条至第十八条”起止颠倒。'],
    ]);
    assert.deepEqual(shown('有第三条第五项至第二项规定的情形。'), [
      ['第三条第五项至第二项', '引用范围“第三条第五项至第二项”起止颠倒。'],
    ]);
    assert.deepEqual(shown('依照《中华人民共和国刑法》第一百二十条之三至第一百二十条之一处罚。'), [
      ['第一百二十条之三至第一百二十条之一', '引用范围“第一百二十条之三至第一百二十条之一”起止颠倒。'],
    ]);
    assert.deepEqual(shown('依照第七章至第三章执行。'), [['第七章至第三章', '引用范围“第七章至第三章”起止颠倒。']]);
  });

  it('compares items without a paragraph, wherever these stand', () => {
    const text = '甲：\n（一）甲；\n（二）乙；\n（三）丙。\n有本条例第一条第五项至第三项行为的，责令改正。';
    assert.deepEqual(shown(text), [['第一条第五项至第三项', '引用范围“第一条第五项至第三项”起止颠倒。']]);
    assert.deepEqual(shown(`丁。\n${text}`), [['第一条第五项至第三项', '引用范围“第一条第五项至第三项”起止颠倒。']]);
  });

  it('reports a range of one provision', () => {
    assert.deepEqual(shown('依照第十八条至第十八条执行。'), [
      ['第十八条至第十八条', '引用范围“第十八条至第十八条”的起止是同一条。'],
    ]);
  });

  it('takes ranges that run forwards, and lists in any order', () => {
    assert.deepEqual(shown('依照第九条至第十条、第三条第一款至第三款和第二条执行。'), []);
  });

  it('does not compare provisions of different kinds', () => {
    assert.deepEqual(shown('第三条第二款至第五条规定的情形。'), []);
  });
});
