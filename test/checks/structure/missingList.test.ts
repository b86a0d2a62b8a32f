import assert from 'node:assert/strict';
import { CHECKS } from '../../../server/src/checks/registry.js';
import { findings } from '../findings.js';

const check = CHECKS.find(({ code }) => code === 'structure/missing-list');
const shown = (text: string): string[] => {
  assert.ok(check);
  return findings(check, `某条例\n第一条 ${text}`).map(({ message }) => message);
};

describe('structure/missing-list', () => {
  it('reports a list that is announced and has no items', () => {
    assert.deepEqual(shown('有下列情形之一的，可以停止供水：\n管道破裂的。\n水源污染的。'), ['“：”之后没有列项。']);
    assert.deepEqual(shown('按照下列规定处罚：'), ['“：”之后没有列项。']);
  });

  it('takes a list that stands in one paragraph', () => {
    assert.deepEqual(
      shown('按照下列比例收取佣金：\n二百万元以下的，不得超过百分之五；超过的部分，不得超过百分之三。'),
      [],
    );
  });
});
