import assert from 'node:assert/strict';
import { missing } from '../../../server/src/checks/toc/missing.js';
import { findings } from '../findings.js';

const BODY =
  '第一章 总　则\n第一条 甲。\n第二章 管理\n第一节 水质\n第二条 乙。\n第二节 水价\n第三条 丙。\n第三章 附则\n第四条 本条例自公布之日起施行。';
const shown = (source: string): unknown => findings(missing, source).map(({ marked, fixed }) => [marked, fixed]);

describe('toc/missing', () => {
  it('reports chapters without a table of contents, and writes it', () => {
    assert.deepEqual(shown(`供水条例\n（草案）\n${BODY}`), [
      ['第一章 总　则', '目录\n第一章　总则\n第二章　管理\n第一节　水质\n第二节　水价\n第三章　附则'],
    ]);
  });

  it('offers no edit where a preamble stands above, or a heading lacks its name', () => {
    const preamble = '为了规范供水，根据有关法律，制定本条例。\n';
    assert.deepEqual(shown(`供水条例\n${preamble}${BODY}`), [['第一章 总　则', undefined]]);
    assert.deepEqual(shown(`供水条例\n${BODY.replace('第二章 管理', '第×章 管理')}`), [['第一章 总　则', undefined]]);
  });

  it('takes a text with the note of its adoption for a copy, whose table was left out', () => {
    assert.deepEqual(shown(`供水条例\n（2024年1月1日某市人民代表大会常务委员会通过）\n${BODY}`), []);
    assert.deepEqual(shown(`某市人民政府令\n第9号\n供水办法\n${BODY}`), []);
  });

  it('is silent where there is a table, in drafts that lack their end, and without chapters', () => {
    assert.deepEqual(shown(`供水条例\n目录\n第一章 总则\n第二章 管理\n第三章 附则\n${BODY}`), []);
    assert.deepEqual(shown(`供水条例\n${BODY.slice(0, BODY.indexOf('第四条'))}`), []);
    assert.deepEqual(shown('供水条例\n第一条 甲。\n第二条 本条例自公布之日起施行。'), []);
  });
});
