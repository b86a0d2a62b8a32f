import assert from 'node:assert/strict';
import { CHECKS } from '../../../server/src/checks/registry.js';
import { findings } from '../findings.js';

const check = CHECKS.find(({ code }) => code === 'punctuation/unpaired');
const shown = (text: string): string[] => {
  assert.ok(check);
  return findings(check, text).map(({ message }) => message);
};

describe('punctuation/unpaired', () => {
  it('reports a mark without its partner', () => {
    assert.deepEqual(shown('某规定\n第一条 供水单位（含自备水源单位应当保证水质。'), ['“（”没有配对的“）”。']);
    assert.deepEqual(shown('某规定\n第一条 名称为：“供水站。'), ['““”没有配对的“””。']);
    assert.deepEqual(shown('某规定\n第一条 档案’。'), ['“’”没有配对的“‘”。']);
  });

  it('leaves alone a quotation that each of its paragraphs opens', () => {
    assert.deepEqual(
      shown(
        '关于适用若干问题的解释\n二、在第三条后增加一条，作为第四条：“非法行医行为系造成死亡的原因的，从重处罚。\n“非法行医行为并非原因的，从轻处罚。”\n三、删去第五条。',
      ),
      [],
    );
  });

  it('leaves alone a note in brackets over several lines', () => {
    const note = (end: string): string =>
      `某税法\n第一条 税率如下：\n（注1：按年计算。\n注2：按月换算。${end}\n第二条 施行。`;
    assert.deepEqual(shown(note('）')), []);
    assert.deepEqual(shown(note('')), ['“（”没有配对的“）”。']);
  });
});
