import assert from 'node:assert/strict';
import { notInLibrary } from '../../../server/src/checks/citation/notInLibrary.js';
import { runChecks, severitiesOf } from '../../../server/src/checks/registry.js';
import { fixture } from '../../support/fixture.js';
import { findings } from '../findings.js';

const TEXT = `
  某市河道管理办法
  第一条　根据《中华人民共和国水法》和《某市供水条例》，制定本办法。
  第二条　违反水法第三条、第五条的，依照该法第六条处理；违反《某省防洪条例》第二条的，依照《某市供水条例》第一条处理。
  === 供水.txt
  某市供水条例
  第一条　甲。
`;

describe('citation/not-in-library', () => {
  it('names what is cited and not at hand, once for a text, at its title', () => {
    assert.deepEqual(findings(notInLibrary, TEXT), [
      {
        marked: '某市河道管理办法',
        message: '引用了 2 件条文库中没有的文件：《中华人民共和国水法》（3 处）、《某省防洪条例》。',
        related: ['《中华人民共和国水法》', '《某省防洪条例》'],
      },
    ]);
  });

  it('says nothing where every text is at hand', () => {
    assert.deepEqual(findings(notInLibrary, '第一条　依照《条例》第一条。\n=== 条例.txt\n条例\n第一条　甲。'), []);
    assert.deepEqual(findings(notInLibrary, '某办法\n第一条　依照本办法第二条。\n第二条　甲。'), []);
  });

  it('stands in the first line of a text without a title, and cuts a long list', () => {
    const titles = Array.from({ length: 12 }, (_, index) => `《某${String(index + 1)}号规定》`);
    const [finding] = findings(notInLibrary, `第一条　依照${titles.join('、')}办理。\n第二条　甲。`);
    assert.equal(finding?.marked, `第一条　依照${titles.join('、')}办理。`);
    assert.equal(finding.message, `引用了 12 件条文库中没有的文件：${titles.slice(0, 10).join('、')}等。`);
    assert.deepEqual(finding.related, titles);
  });

  it('is reported only where its own code asks for it', () => {
    const codes = (settings: Parameters<typeof severitiesOf>[0]): unknown[] =>
      runChecks(fixture(TEXT), { severityOf: severitiesOf(settings) }).map(({ code, severity }) => [code, severity]);
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ citation: 'error' }), []);
    assert.deepEqual(codes({ 'citation/not-in-library': 'information' }), [['citation/not-in-library', 'information']]);
  });
});
