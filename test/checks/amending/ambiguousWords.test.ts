import assert from 'node:assert/strict';
import { ambiguousWords, replacedWords } from '../../../server/src/checks/amending/replacedWords.js';
import type { Check } from '../../../server/src/checks/check.js';
import { findings } from '../findings.js';

const amended = '=== 供水条例.law.txt\n供水条例\n第一条 供水单位和用水单位负责，供水单位公开水价。\n第二条 乙。';
const marked = (check: Check, instruction: string): unknown =>
  findings(check, `关于修改《供水条例》的决定\n一、${instruction}\n${amended}`).map((finding) => [
    finding.marked,
    finding.related,
  ]);

describe('amending/ambiguous-words', () => {
  it('reports words that the amended provision has more than once', () => {
    assert.deepEqual(marked(ambiguousWords, '将《供水条例》第一条中的“供水单位”修改为“供水企业”。'), [
      ['供水单位', ['第一条']],
    ]);
    assert.deepEqual(marked(ambiguousWords, '删去《供水条例》第一条中的“单位”。'), [['单位', ['第一条']]]);
  });

  it('leaves alone words that stand there once, or not at all, which another check reports', () => {
    assert.deepEqual(marked(ambiguousWords, '将《供水条例》第一条中的“用水单位”修改为“用户”。'), []);
    const instruction = '将《供水条例》第二条中的“供水单位”修改为“供水企业”。';
    assert.deepEqual(marked(ambiguousWords, instruction), []);
    assert.deepEqual(marked(replacedWords, instruction), [['供水单位', ['第二条']]]);
  });
});
