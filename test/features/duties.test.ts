import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CORPUS } from '../../server/src/corpus.js';
import {
  dutiesOf,
  dutyRows,
  ofSubject,
  subjectName,
  type ArticleDuties,
} from '../../server/src/features/reports/duties.js';
import { csv, dutiesCsv } from '../../server/src/features/reports/dutyTable.js';
import { nameOf } from '../../server/src/features/reports/markdown.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { fixture } from '../support/fixture.js';
import { laws } from '../support/laws.js';

/** `主体|类别|用语|内容`, a line each. */
function said(text: string): string[] {
  const { document } = fixture(`某市试验条例\n第一条　${text}`);
  const words = ({ start, end }: { start: number; end: number }): string => document.text.slice(start, end);
  return dutiesOf(document).flatMap(({ duties }) =>
    duties.map((duty) =>
      [subjectName(duty), duty.kind, duty.modal ? words(duty.modal) : '', words(duty.action)].join('|'),
    ),
  );
}

/** Every word of a finding stands at its place, in the article that it is of. */
function assertInPlace(document: RegulationDocument, articles: readonly ArticleDuties[]): number {
  let count = 0;
  for (const { article, duties } of articles) {
    for (const { at, modal, action, words, subject } of duties) {
      count++;
      for (const span of [modal, action, words, subject]) {
        if (!span) continue;
        assert.ok(span.start >= article.offset && span.end <= article.full.end && span.start <= span.end);
      }
      const { start, end } = words;
      assert.ok(start >= at.offset && end <= at.full.end, nameOf(at));
      assert.ok(document.text.slice(start, end).trim() !== '', nameOf(at));
      assert.ok(action.start >= start && action.end <= end, nameOf(at));
    }
  }
  return count;
}

describe('duties', () => {
  it('are told by subject and modal, a subject a clause', () => {
    assert.deepEqual(said('发展改革部门负责组织协调工作，其他有关部门应当按照各自职责做好相关工作。'), [
      '发展改革部门|duty|负责|组织协调工作',
      '其他有关部门|duty|应当|按照各自职责做好相关工作',
    ]);
  });

  it('go on behind a semicolon and behind 并', () => {
    assert.deepEqual(said('县级人民政府应当编制规划；公布规划，并可以征求意见。'), [
      '县级人民政府|duty|应当|编制规划',
      '县级人民政府|duty|应当|公布规划',
      '县级人民政府|right|可以|征求意见',
    ]);
  });

  it('in a list are those of whoever its lead names', () => {
    assert.deepEqual(said('供水单位应当履行下列职责：\n（一）保证水质；\n（二）公布水价。'), [
      '供水单位|duty|应当|履行下列职责：',
      '供水单位|duty|应当|保证水质',
      '供水单位|duty|应当|公布水价',
    ]);
  });

  it('are not what a list of circumstances says', () => {
    assert.deepEqual(said('有下列情形之一的，由市供水主管部门责令改正：\n（一）水质不好；\n（二）水价不明。'), [
      '市供水主管部门|duty|由|责令改正：',
    ]);
  });

  it('are those of whom 由 names', () => {
    assert.deepEqual(said('具体工作由市水务局、应急管理部门负责。'), ['市水务局、应急管理部门|duty|由|负责']);
  });

  it('are those of users of all kinds, who are told by their names as others are', () => {
    assert.deepEqual(said('用户不得排水。商户应当分类投放垃圾。户外广告应当牢固。'), [
      '用户|prohibition|不得|排水',
      '商户|duty|应当|分类投放垃圾',
      '（不特定）|duty|应当|牢固',
    ]);
  });

  it('of nobody are prohibitions for everybody, and else left open', () => {
    assert.deepEqual(said('禁止损坏管道。未经检验的管道，不得使用。水质应当达标。'), [
      '（任何单位和个人）|prohibition|禁止|损坏管道',
      '（任何单位和个人）|prohibition|不得|使用',
      '（不特定）|duty|应当|达标',
    ]);
    assert.deepEqual(said('禁止任何单位和个人损坏管道。'), ['任何单位和个人|prohibition|禁止|损坏管道']);
  });

  it('are not what describes something', () => {
    assert.deepEqual(said('用户应当缴纳的水费，可以分期缴纳。'), ['用户|right|可以|分期缴纳']);
  });

  it('of the bundled regulation are those of the review, and every article is there', () => {
    const document = RegulationDocument.of('file:///a.txt', CORPUS[0]?.text ?? '');
    const articles = dutiesOf(document);
    assert.equal(articles.length, 73);
    const rows = dutyRows(document, articles, 'zh').map(({ provision, subject, source, kind, modal, action }) =>
      [provision, subject, source, kind, modal, action].join('\t'),
    );
    const reviewed = readFileSync('test/features/duties.tsv', 'utf8').split('\n').slice(1, -1);
    assert.deepEqual(rows, reviewed);
    assertInPlace(document, articles);
    assert.deepEqual(
      ofSubject(articles, '发展改革部门').map(({ article }) => article.label),
      ['第七条'],
    );
  });

  it('of real laws stand where they are said to stand', function () {
    const all = laws(this);
    const step = Math.max(1, Math.floor(all.length / 200)) * Number(process.env['TIAOWEN_EVERY'] ?? 1);
    let [count, characters] = [0, 0];
    for (let index = 0; index < all.length; index += step) {
      const law = all[index];
      if (!law) continue;
      const document = RegulationDocument.of('file:///a.txt', law.text);
      count += assertInPlace(document, dutiesOf(document));
      characters += law.text.length;
    }
    assert.ok(count > characters / 1000, `${String(count)} in ${String(characters)} characters`);
  });

  it('of any sentence are read without fail', () => {
    for (const text of [
      '应当',
      '由',
      '由由由由',
      '，，，；；；',
      '应当应当应当的，可以的',
      '（应当',
      '下列：\n（一）',
    ]) {
      const document = RegulationDocument.of('file:///a.txt', `第一条　${text.repeat(50)}。`);
      assertInPlace(document, dutiesOf(document));
    }
  });
});

describe('the table of duties', () => {
  it('is CSV that Excel reads as UTF-8, and takes no text for a formula', () => {
    assert.equal(
      csv([
        ['甲', '=1+1', '乙,丙', '丁"戊'],
        ['＝A1', '-1', 'a\nb', ''],
      ]),
      '\uFEFF甲,\'=1+1,"乙,丙","丁""戊"\r\n\'＝A1,\'-1,"a\nb",\r\n',
    );
  });

  it('has a line for an article without duties', () => {
    const document = RegulationDocument.of('file:///a.txt', '某市试验条例\n第一条　本条例自公布之日起施行。');
    const lines = dutiesCsv(document, 'zh').split('\r\n');
    assert.equal(lines[1], '第一条,,,无,,,本条例自公布之日起施行。,2');
  });

  it('is made of a sentence that does not end', () => {
    const endless = '人民政府及其有关部门对单位和个人，'.repeat(20_000);
    const document = RegulationDocument.of('file:///a.txt', `第一条　${endless}应当`);
    assert.equal(assertInPlace(document, dutiesOf(document)), 1);
  });
});
