import assert from 'node:assert/strict';
import { provisionalTitle } from '../../../server/src/checks/title/provisional.js';
import { findings } from '../findings.js';

const marked = (title: string, note: string): unknown =>
  findings(provisionalTitle, `${title}\n${note}\n第一条 甲。`).map((finding) => finding.marked);

describe('title/provisional', () => {
  it('reports 暂行条例 and 暂行规定 of another maker than the State Council', () => {
    assert.deepEqual(marked('某市供水暂行条例', '（2024年4月20日某市人民代表大会常务委员会通过）'), [
      '某市供水暂行条例',
    ]);
    assert.deepEqual(marked('某市供水暂行规定', '（2024年4月20日某市人民政府令第9号公布）'), ['某市供水暂行规定']);
  });

  it('leaves alone those of the State Council, and other names', () => {
    assert.deepEqual(marked('增值税暂行条例', '（2008年11月10日国务院令第538号公布）'), []);
    assert.deepEqual(marked('某市供水暂行办法', '（2024年4月20日某市人民政府令第9号公布）'), []);
    assert.deepEqual(marked('某省实施《增值税暂行条例》办法', '（2024年4月20日某省人民政府令第9号公布）'), []);
  });
});
