import assert from 'node:assert/strict';
import { CHECKS, runChecks } from '../../../server/src/checks/registry.js';
import { Library } from '../../../server/src/library/library.js';
import { laws } from '../../support/laws.js';
import { findings } from '../findings.js';

const selfName = CHECKS.find(({ code }) => code === 'citation/self-name');
assert.ok(selfName);
const shown = (source: string): unknown =>
  findings(selfName, source).map(({ marked, fixed }) => [marked, fixed?.trim()]);

/** The slips in the laws at hand: enacted so. */
const ENACTED: readonly (readonly [law: string, line: number, written: string])[] = [
  ['地方性法规/河南/河南省预防职务犯罪工作条例(2016-09-30)', 99, '本规定'],
  ['地方性法规/重庆/重庆市轨道交通条例(2011-03-25)', 141, '本条列'],
  ['行政法规/普通高等学校设置暂行条例(1986-12-15)', 56, '本规定'],
];

describe('citation/self-name', () => {
  it('reports another word than that of the title', () => {
    assert.deepEqual(shown('供水办法\n第一条 本条例适用于供水。'), [['本条例', '第一条 本办法适用于供水。']]);
    assert.deepEqual(shown('供水条例\n第一条 违反本办法的，罚款。'), [['本办法', '第一条 违反本条例的，罚款。']]);
    assert.deepEqual(shown('供水条例\n第一条 违反本条列的，罚款。'), [['本条列', '第一条 违反本条例的，罚款。']]);
  });

  it('takes the short and the long form', () => {
    assert.deepEqual(shown('供水暂行规定\n第一条 依照本规定、本暂行规定办理。'), []);
    assert.deepEqual(shown('某法实施细则\n第一条 依照本细则、本实施细则办理。'), []);
    assert.deepEqual(shown('某省实施《中华人民共和国水法》办法\n第一条 依照本办法办理。'), []);
    assert.deepEqual(shown('中华人民共和国民法典\n第一条 本法调整民事关系。'), []);
  });

  it('leaves alone words that only begin alike, quotations, titles and annexes', () => {
    assert.deepEqual(shown('供水办法\n第一条 基本条例、本法院、本法人、样本规定。'), []);
    assert.deepEqual(shown('供水办法\n第一条 将“本条例”视为《关于执行本条例的通知》所称。'), []);
    assert.deepEqual(shown('供水办法\n第一条 甲。\n附件：\n章程\n第一条 本规则由大会制定。'), []);
  });

  it('finds what was enacted so in the real laws', function () {
    this.timeout(120_000);
    const found = laws(this).flatMap(({ name, text }) => {
      const library = new Library();
      library.setFile(name, text);
      const document = library.document(name);
      assert.ok(document);
      return runChecks({ document, library }, { checks: [selfName] }).map(({ span }) => [
        name,
        document.rangeOf(span).start.line + 1,
        text.slice(span.start, span.end),
      ]);
    });
    assert.deepEqual(found, ENACTED);
  });
});
