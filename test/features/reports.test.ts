import assert from 'node:assert/strict';
import { coverageOf } from '../../server/src/features/reports/coverage.js';
import { delegationsOf } from '../../server/src/features/reports/delegations.js';
import { liabilityReport } from '../../server/src/features/reports/liability.js';
import { nameOf } from '../../server/src/features/reports/markdown.js';
import { report } from '../../server/src/features/reports/reports.js';
import { fileName } from '../../server/src/library/files.js';
import { fixture } from '../support/fixture.js';

const LIABILITY = `
  某市供水条例
  第一章　总则
  第一条　本条例适用于本市供水活动。
  第二条　供水单位应当保证水质。
  任何单位不得污染水源。
  第三条　禁止损坏供水管道。
  第四条　任何单位不得擅自停止供水，停止供水的时间不得超过三日。
  第二章　法律责任
  第五条　违反本条例第一条、第二条第一款规定的，处一万元以下罚款。
  第六条　违反本条例第三条规定的，责令改正。
  第七条　国家工作人员不得滥用职权；违反本条例第六条的，给予处分。
`;

describe('the report on liability', () => {
  const { library, document } = fixture(LIABILITY);
  const { withoutDuty, withoutLiability } = liabilityReport(library, document);

  it('names citations of what is neither a duty nor a prohibition', () => {
    assert.deepEqual(
      withoutDuty.map(({ at, cited }) => [at.label, nameOf(cited)]),
      [['第五条', '第一条']],
    );
  });

  it('names prohibitions that no liability article cites, paragraph by paragraph', () => {
    assert.deepEqual(withoutLiability.map(nameOf), ['第二条第二款', '第四条']);
  });
});

describe('the report on delegations', () => {
  it('says what is left to whom', () => {
    const { document } = fixture(`
      某市供水条例
      第一条　供水的具体办法由市人民政府制定。
      第二条　水价的标准，由市价格主管部门会同有关部门制定，报市人民政府批准。
      第三条　市水行政主管部门可以根据本条例制定实施细则。
      第四条　为了保障供水，制定本条例。供水规划由市人民政府批准。
    `);
    assert.deepEqual(
      delegationsOf(document).map(({ at, what, by }) => [at.label, what, by]),
      [
        ['第一条', '供水的具体办法', '市人民政府'],
        ['第二条', '水价的标准', '市价格主管部门会同有关部门'],
        ['第三条', '实施细则', '市水行政主管部门'],
      ],
    );
  });
});

describe('the report on coverage', () => {
  const { library, document } = fixture(`
    某市供水条例实施细则
    第一条　根据《某市供水条例》（以下简称《条例》）和《某省水条例》，制定本细则。
    第二条　《条例》第二条第一款所称供水，包括二次供水。
    第三条　违反《条例》第二条、第四条的，依照本细则处罚。
    === 某市供水条例.txt
    某市供水条例
    第一条　甲。
    第二条　供水单位应当保证水质。
    第三条　乙。
    第四条　丙。
  `);

  it('says which articles of the parent laws are cited where', () => {
    const { coverages, missing } = coverageOf(library, document);
    assert.deepEqual(missing, ['某省水条例']);
    assert.deepEqual(
      coverages.map(({ articles }) => articles.map(({ article, citing }) => [article.label, citing.map(nameOf)])),
      [
        [
          ['第一条', []],
          ['第二条', ['第二条', '第三条']],
          ['第三条', []],
          ['第四条', ['第三条']],
        ],
      ],
    );
  });

  it('is Markdown with links to both texts', () => {
    const markdown = report(
      'coverage',
      library,
      document,
      ({ uri }, line) => `${fileName(uri)}#L${String(line)}`,
      'zh',
    );
    assert.match(markdown, /^# 实施情况：某市供水条例实施细则\n/);
    assert.match(markdown, /共 4 条，本文引用 2 条，没有引用 2 条。/);
    assert.match(
      markdown,
      /\| \[第二条\]\(某市供水条例\.txt#L3\) \| \[第二条\]\(草案\.law\.txt#L3\)、\[第三条\]\(草案\.law\.txt#L4\) \| 供水单位应当保证水质。 \|/,
    );
  });
});
