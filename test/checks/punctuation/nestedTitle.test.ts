import assert from 'node:assert/strict';
import { CHECKS } from '../../../server/src/checks/registry.js';
import { findings } from '../findings.js';

const check = CHECKS.find(({ code }) => code === 'punctuation/nested-title');
const shown = (sentence: string): unknown => {
  assert.ok(check);
  return findings(check, `某市规定\n第一条 ${sentence}`).map(({ marked, fixed }) => [marked, fixed]);
};

describe('punctuation/nested-title', () => {
  it('puts both marks right at once, whatever they are', () => {
    for (const [open, close] of ['<>', '＜＞', '《》'] as const) {
      assert.deepEqual(shown(`《某市实施${open}水法${close}办法》同时废止。`), [
        [`${open}水法${close}`, '第一条 《某市实施〈水法〉办法》同时废止。'],
      ]);
    }
  });

  it('offers nothing where it is not sure what is within', () => {
    assert.deepEqual(shown('《某市实施<水法办法》同时废止。'), [['<', undefined]]);
    assert.deepEqual(shown('依照《水法、《防洪法》执行。'), [['《', undefined]]);
  });

  it('takes signs between titles', () => {
    assert.deepEqual(shown('《水法》《防洪法》规定pH<6的，为酸性。'), []);
  });
});
