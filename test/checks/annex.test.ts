import assert from 'node:assert/strict';
import { uncitedAnnex } from '../../server/src/checks/annex/annexes.js';
import { CHECKS } from '../../server/src/checks/registry.js';
import { findings } from './findings.js';

const missingAnnex = CHECKS.find(({ code }) => code === 'annex/missing');
assert.ok(missingAnnex);
const missing = (source: string): unknown =>
  findings(missingAnnex, source).map(({ marked, message }) => [marked, message]);
const uncited = (source: string): unknown => findings(uncitedAnnex, source).map(({ marked }) => marked);

const ANNEXES = '附件一\n水费标准\n每吨一元。\n附件二\n水质标准\n清。';

describe('annex/missing', () => {
  it('reports an annex of the text itself that is not there', () => {
    assert.deepEqual(missing(`供水条例\n第一条 按照本条例附件三办理。\n${ANNEXES}`), [['附件三', '没有附件三。']]);
    assert.deepEqual(missing('供水条例\n第一条 依照本条例所附附表的费率缴纳。'), [['附表', '没有附表。']]);
    assert.deepEqual(missing('供水规则\n第一条 标准见本规则附录2。\n附录1\n甲。'), [['附录2', '没有附录2。']]);
  });

  it('leaves alone annexes that are there, of other instruments, and 附件 of other things', () => {
    assert.deepEqual(missing(`供水条例\n第一条 按照本条例附件一、附件二和本条例附件办理。\n${ANNEXES}`), []);
    assert.deepEqual(missing('供水条例\n第一条 依照《水法》附件三办理，合同的附件、安全附件，报送附表。'), []);
    assert.deepEqual(missing('关于修改《供水条例》的决定\n一、将本条例附件三修改为附件四。'), []);
  });
});

describe('annex/uncited', () => {
  it('reports an annex that no article speaks of', () => {
    assert.deepEqual(uncited(`供水条例\n第一条 按照附件一办理。\n${ANNEXES}`), ['附件二']);
    assert.deepEqual(uncited(`供水条例\n第一条 供水。\n${ANNEXES}`), ['附件一', '附件二']);
  });

  it('knows ranges, names, and annexes that are not numbered', () => {
    assert.deepEqual(uncited(`供水条例\n第一条 按照附件一至附件二办理。\n${ANNEXES}`), []);
    assert.deepEqual(uncited(`供水条例\n第一条 按照《水费标准》《水质标准》办理。\n${ANNEXES}`), []);
    assert.deepEqual(uncited(`供水条例\n第一条 按照附件办理。\n${ANNEXES}`), []);
    assert.deepEqual(uncited(`供水条例\n第一条 按照所附标准办理。\n${ANNEXES}`), []);
  });

  it('does not count the table of contents', () => {
    const contents = '目录\n第一章 总则\n附件一\n附件二\n第一章 总则\n';
    assert.deepEqual(uncited(`供水条例\n${contents}第一条 按照附件一办理。\n${ANNEXES}`), ['附件二']);
  });
});
