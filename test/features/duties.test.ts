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
import { superlinear } from '../support/cost.js';
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

  it('may have an object with an attribute, which makes no attribute of them', () => {
    assert.deepEqual(said('居民委员会进行工作，应当采取民主的方法，不得强迫命令。'), [
      '居民委员会|duty|应当|采取民主的方法',
      '居民委员会|prohibition|不得|强迫命令',
    ]);
    assert.deepEqual(said('拘留所应当告知被拘留人依法享有的权利和应当遵守的规定。'), [
      '拘留所|duty|应当|告知被拘留人依法享有的权利和应当遵守的规定',
    ]);
    assert.deepEqual(said('经营者应当在抢修的同时通知用户。'), ['经营者|duty|应当|在抢修的同时通知用户']);
    assert.deepEqual(said('教育行政部门按照职责，负责本辖区内的终身教育工作。'), [
      '教育行政部门|duty|负责|本辖区内的终身教育工作',
    ]);
  });

  it('are those of whoever is named, whatever the name is made of', () => {
    for (const [sentence, subject] of [
      ['经营者应当恪守社会公德。', '经营者'],
      ['师范类高等院校应当开设课程。', '师范类高等院校'],
      ['外国可以请求移管。', '外国'],
      ['制定机关应当研究提出意见。', '制定机关'],
      ['举办单位、参展单位应当布置会场。', '举办单位、参展单位'],
      ['电子商务平台经营者修改规则，应当公开征求意见。', '电子商务平台经营者'],
      ['用人单位通过职业中介机构招用人员，应当如实提供信息。', '用人单位'],
      ['人民警察带领被盘问人离开时，必须严加看管。', '人民警察'],
      ['纳税人以人民币以外的货币结算的，应当折合成人民币。', '纳税人'],
      ['向大气排放污染物的单位，应当设置监测点位。', '向大气排放污染物的单位'],
      ['机构中负责审查申请的工作人员有下列情形的，应当回避。', '机构中负责审查申请的工作人员'],
      ['补选由村民会议或者村民代表会议进行。', '村民会议或者村民代表会议'],
      ['设计验证由未参与原设计的专业人员进行。', '未参与原设计的专业人员'],
      ['统计标准由国家统计局制定。', '国家统计局'],
      ['发生前款情形的，由省人民政府组织经济贸易管理部门查处。', '省人民政府'],
      ['家庭暴力受害人及其近亲属可以求助。', '家庭暴力受害人及其近亲属'],
      ['国家核安全局在审批的过程中，应当征求意见。', '国家核安全局'],
      ['农村集体经济组织可以依法申请行政复议。', '农村集体经济组织'],
      ['一方不履行决定的，另一方可以申请强制执行。', '另一方'],
    ] as const) {
      assert.deepEqual(
        said(sentence).map((duty) => duty.split('|')[0]),
        [subject],
        sentence,
      );
    }
  });

  it('are nobody’s where a thing is named by whom it has to do with, or something is done to somebody', () => {
    for (const sentence of [
      '国务院工作中的重大问题，必须经会议讨论决定。',
      '行政机关作出的决定，应当予以公开。',
      '合议庭的成员人数，必须是单数。',
      '国家机构的人员编制应当合理确定。',
      '外国航空器只有根据该国政府签订的协定，方可进入。',
      '设置普通高等学校，须有稳定的经费来源。',
      '海关工作人员违反本规定的，应当根据情节，依法追究有关人员的责任。',
      '被调查人可能逃跑的，可以将其留置在特定场所。',
      '需由成员大会审议决定的重要事项，应当先经研究讨论。',
    ]) {
      assert.deepEqual(
        said(sentence).map((duty) => duty.split('|')[0]),
        ['（不特定）'],
        sentence,
      );
    }
    assert.deepEqual(said('由劳动行政部门责令改正；给劳动者造成损害的，应当承担赔偿责任。'), [
      '劳动行政部门|duty|由|责令改正',
      '（不特定）|duty|应当|承担赔偿责任',
    ]);
  });

  it('are not made of words that only look like a modal', () => {
    for (const sentence of [
      '本法所称农村土地，是指农民集体所有和国家所有依法由农民集体使用的耕地。',
      '工作人员有下列行为之一的，给予降级或者撤职的处分。',
      '农村老年人不承担筹劳义务。',
      '对负有责任的主管人员，依法追究责任。',
      '发展科普事业是国家的长期任务。',
      '实行计划生育的育龄夫妻免费享受技术服务。',
      '合议庭由审判员三人组成。',
    ]) {
      assert.deepEqual(said(sentence), [], sentence);
    }
    assert.deepEqual(said('行政执法委员会处理侵犯专有权的纠纷应当以事实为依据。'), [
      '行政执法委员会|duty|应当|以事实为依据',
    ]);
    assert.deepEqual(said('地方志书经审查验收，方可以公开出版。'), ['（不特定）|right|可以|公开出版']);
    assert.deepEqual(said('县级人民政府应当组织农民，在禁止开垦坡度以下的坡耕地修筑梯田。'), [
      '县级人民政府|duty|应当|组织农民，在禁止开垦坡度以下的坡耕地修筑梯田',
    ]);
  });

  it('are said by 应 and 可 alone in older texts', () => {
    assert.deepEqual(said('买卖双方应签订书面合同。供应单位应按时供应，并可收取费用。相应的应急设备不限。'), [
      '买卖双方|duty|应|签订书面合同',
      '供应单位|duty|应|按时供应',
      '供应单位|right|可|收取费用',
    ]);
  });

  it('in a list are those of whom an item names, where it names an authority', () => {
    assert.deepEqual(
      said('县级以上人民政府有关部门应当履行下列职责：\n（一）财政部门按时拨付经费；\n（二）要求有关单位改正。'),
      [
        '县级以上人民政府有关部门|duty|应当|履行下列职责：',
        '财政部门|duty|应当|按时拨付经费',
        '县级以上人民政府有关部门|duty|应当|要求有关单位改正',
      ],
    );
  });

  it('leave to 由 what it says is whose', () => {
    assert.deepEqual(said('市人民政府应当编制规划，管理工作所需经费，由同级人民政府保障。'), [
      '市人民政府|duty|应当|编制规划',
      '同级人民政府|duty|由|保障',
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

describe('a clause that is no language', () => {
  for (const words of ['由', '并可以', '可以对应当的信息', '给予，', '经批准时，', '应当供水，由甲供水的，']) {
    it(`is read in time in proportion to its length: ${words}`, async () => {
      const read = (length: number): unknown =>
        dutiesOf(RegulationDocument.of('file:///a.txt', `第一条　${words.repeat(length / words.length)}`));
      assert.equal(await superlinear(read, 5000), undefined);
    });
  }
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
