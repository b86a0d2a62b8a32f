import assert from 'node:assert/strict';
import { gap } from '../../../server/src/checks/numbering/gap.js';
import { malformed } from '../../../server/src/checks/numbering/malformed.js';
import { findings } from '../findings.js';

describe('numbering/malformed', () => {
  it('reports a number that cannot be read, which counts for the one that fits', () => {
    const text = '条例\n第一条 甲。\n第二十三四条 乙。\n第三条 丙。';
    assert.deepEqual(findings(malformed, text), [{ marked: '第二十三四条', message: '序号“二十三四”无法识别。' }]);
    assert.deepEqual(findings(gap, text), []);
  });

  it('reports items and inserted articles', () => {
    const text = '条例\n第一条 禁止：\n（一）甲；\n（十十）乙。\n第一条之百十 丙。';
    assert.deepEqual(
      findings(malformed, text).map(({ marked }) => marked),
      ['第一条之百十', '（十十）'],
    );
  });

  it('says nothing of a number that is left open', () => {
    assert.deepEqual(findings(malformed, '条例\n第一条 甲。\n第×条 乙。'), []);
  });
});
