import assert from 'node:assert/strict';
import { CHECKS } from '../../../server/src/checks/registry.js';
import { findings } from '../findings.js';

const check = CHECKS.find(({ code }) => code === 'structure/list-style');
const shown = (...items: readonly string[]): string[] => {
  assert.ok(check);
  const list = items.map((item, index) => `（${'一二三四五六'.charAt(index)}）${item}`).join('\n');
  return findings(check, `某条例\n第一条 有下列情形之一的，从重处罚：\n${list}`).map(({ marked }) => marked);
};

describe('structure/list-style', () => {
  it('reports an item without 的 among those that have it, and one with it among those that have none', () => {
    assert.deepEqual(shown('污染水源的；', '浪费用水的；', '未办理书面手续；', '停止供水的；', '其他情形。'), [
      '手续；',
    ]);
    assert.deepEqual(shown('污染水源；', '浪费用水；', '停止供水；', '损坏管道的；', '其他情形。'), ['道的；']);
  });

  it('asks for no 的 behind persons and things', () => {
    for (const noun of ['犯罪集团的首要分子', '违法建（构）筑物', '传染病患者', '跨省的重大案件', '偶犯或者初犯']) {
      assert.deepEqual(shown(`${noun}；`, '污染水源的；', '浪费用水的；', '停止供水的；', '其他情形。'), [], noun);
    }
  });

  it('does not take 目的 for an item with 的', () => {
    assert.deepEqual(shown('当事人协商同意；', '存续违反信托目的；', '信托被撤销；', '信托被解除；', '其他情形。'), []);
    assert.deepEqual(shown('批准建设项目的；', '污染水源的；', '浪费用水的；', '停止供水的；', '其他情形。'), []);
  });
});
