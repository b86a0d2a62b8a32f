import assert from 'node:assert/strict';
import { unknownTitle } from '../../../server/src/checks/citation/unknownTitle.js';
import { findings, type Shown } from '../findings.js';

const LIBRARY = `
=== 征管.txt
中华人民共和国税收征收管理法
第一条　甲。
=== 解释.txt
最高人民法院关于审理食品纠纷案件的规定
第一条　甲。`;

const found = (text: string): Shown[] => findings(unknownTitle, `${text}${LIBRARY}`);

describe('citation/unknown-title', () => {
  it('offers the title that is near, with 中华人民共和国 where it was written so', () => {
    assert.deepEqual(found('某办法\n第一条　依照《税收征管法》第三条。'), [
      {
        marked: '《税收征管法》',
        message: '条文库中没有《税收征管法》，有名称相近的《税收征收管理法》。',
        fixed: '第一条　依照《税收征收管理法》第三条。',
      },
    ]);
    assert.deepEqual(
      found('某办法\n第一条　依照《中华人民共和国税收征管法》第三条。').map(({ fixed }) => fixed),
      ['第一条　依照《中华人民共和国税收征收管理法》第三条。'],
    );
  });

  it('reads a title over a line break', () => {
    assert.deepEqual(
      found('某办法\n第一条　依照《税收\n征管法》第三条。').map(({ fixed }) => fixed),
      ['第一条　依照《税收征收管理法》第三条。'],
    );
  });

  it('takes titles that the library has, and those that nothing is near to', () => {
    assert.deepEqual(found('某办法\n第一条　依照《税收征收管理法》和《甲省乙条例》第三条。'), []);
  });

  it('takes an issuer in front of 《 for a part of the title', () => {
    assert.deepEqual(found('某办法\n第一条　最高人民法院《关于审理食品纠纷案件的规定》。'), []);
    assert.deepEqual(found('某办法\n第一条　最高人民法院2020年公布的《关于审理食品纠纷案件的规定》。'), []);
    assert.equal(found('某办法\n第一条　依照《关于审理食品纠纷案件的规定》。').length, 1);
    assert.equal(found('某办法\n第一条　依照某部《关于审理食品纠纷案件的规定》。').length, 1);
  });

  it('takes former titles: in history notes, in amending decisions, of what is repealed', () => {
    assert.deepEqual(found('某办法\n（根据《税收征管法》修正）\n第一条　甲。'), []);
    assert.deepEqual(found('关于修改《某办法》的决定\n一、依照《税收征管法》办理。'), []);
    assert.deepEqual(found('某办法\n第一条　《税收征管法》同时废止。'), []);
  });

  it('takes a title near the document’s own for the instrument before it', () => {
    assert.deepEqual(found('甲市产品质量条例\n第一条　《甲市产品质量监督条例》施行以来。'), []);
  });

  it('takes a short name that is near a title', () => {
    assert.deepEqual(found('某办法\n第一条　《某税条例》（以下简称《税收征管法》）。《税收征管法》第一条。'), []);
  });
});
