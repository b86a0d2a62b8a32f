import assert from 'node:assert/strict';
import { runChecks } from '../../server/src/checks/registry.js';
import { fixture } from '../support/fixture.js';

/** What the rules on consistency report: the code, and the words that are marked with those in front of them. */
const reported = (sentences: readonly string[], title = '某市供水条例'): string[] => {
  const { library, document } = fixture(
    [title, ...sentences.map((sentence, index) => `第${'一二三四五六七'.charAt(index)}条 ${sentence}`)].join('\n'),
  );
  return runChecks({ library, document })
    .filter(({ code }) => code.startsWith('consistency/'))
    .map(({ code, span }) => `${code.slice('consistency/'.length)} ${document.text.slice(span.start - 2, span.end)}`);
};

describe('rules on consistency', () => {
  const fines = ['处一万元以下的罚款。', '处二万元以下的罚款。', '处三万元以下的罚款。'];

  it('report what differs from the habit of a text', () => {
    assert.deepEqual(reported([...fines, '处违法所得三倍以下罚款。']), ['fine 三倍以下罚款']);
    assert.deepEqual(reported(['在3天内答复。', '满5岁的。', '在7天内答复。', '在十日内答复。']), ['numerals  在十']);
    assert.deepEqual(reported(['在3日内答复。', '在5日内答复。', '在7日内答复。', '在十日内答复。']), [
      'numerals  在十',
    ]);
  });

  it('leave alone 以下 that leads to a list', () => {
    assert.deepEqual(
      reported([...fines, '责令改正，并处以下罚款：\n（一）污染水源的，一万元；\n（二）浪费用水的，二万元。']),
      [],
    );
  });

  it('leave alone Arabic numerals with a Chinese unit', () => {
    assert.deepEqual(reported(['处2万元罚款。', '处3万元罚款。', '处5万元罚款。', '处每次5千元罚款。']), []);
  });

  it('leave alone 一个月', () => {
    assert.deepEqual(reported(['在3日内答复。', '在5日内答复。', '在7日内答复。', '以一个月内的收入为一次。']), []);
  });

  it('leave alone what an amending decision quotes of several texts', () => {
    const sentences = ['“处2万元罚款。”', '“处3万元罚款。”', '“处5万元罚款。”', '“处三倍罚款。”'];
    assert.deepEqual(reported(sentences), ['numerals “处三']);
    assert.deepEqual(reported(sentences, '关于修改《某市供水条例》等三件地方性法规的决定'), []);
  });
});
