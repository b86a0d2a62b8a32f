import assert from 'node:assert/strict';
import { termsOf, type Term } from '../../server/src/citations/terms/terms.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { dedent } from '../support/render.js';

/** The names that an article defines: a short name in brackets, `?` behind one that is only explained. */
function defined(article: string): string[] {
  return termsOf(SyntaxTree.parse(`某某条例\n第二条　${article}\n`)).all.map(
    ({ kind, name, isFormal }) => (kind === 'short' ? `（${name}）` : name) + (isFormal ? '' : '？'),
  );
}

/** The words that the first term of a text, or the one of a name, is used in, with what stands around them. */
function uses(source: string, name?: string, which = 0): string[] {
  const tree = SyntaxTree.parse(dedent(source));
  const terms = termsOf(tree);
  const term = (name === undefined ? terms.all : terms.named(name))[which];
  assert.ok(term);
  return terms.usesOf(term).map(({ start, end }) => {
    const line = tree.text.slice(0, end).split('\n').length;
    return `${String(line)}: ${tree.text.slice(Math.max(0, start - 2), start)}【${tree.text.slice(start, end)}】`;
  });
}

/** The lines in which the first term of a text holds. */
function scope(source: string): string[] {
  const tree = SyntaxTree.parse(dedent(source).trim());
  const [term] = termsOf(tree).all as [Term];
  const lineOf = (offset: number): number => tree.text.slice(0, offset).trimEnd().split('\n').length;
  return term.scope.map(({ start, end }) => `${String(lineOf(start + 1))}–${String(lineOf(end))}`);
}

describe('definitions of terms', () => {
  const cases: readonly [title: string, sentences: readonly [sentence: string, ...names: string[]][]][] = [
    [
      'by 本条例所称',
      [
        ['本条例所称军人，是指中国人民解放军现役的军官、文职干部、士兵。', '军人'],
        ['本条例所称的绿色金融,是指为支持应对气候变化等活动提供的金融服务。', '绿色金融'],
        ['本条例所称无障碍设施是指为了保障残疾人在居住、出行等方面便利的设施。', '无障碍设施'],
        ['本条例所称林地系指林业用地，包括乔木林地。', '林地'],
        ['本办法所称动物，包括家畜家禽和人工饲养的其他动物。', '动物'],
        ['本解释所称“血液”，是指全血、成分血和特殊血液成分。', '血液'],
        ['本条例所称印刷经营活动，包括经营性的排版、制版、印刷等活动。', '印刷经营活动'],
        ['本法所称慈善信托属于公益信托，是指委托人将其财产委托给受托人的行为。', '慈善信托'],
        ['本条例所称动物饲养场（养殖小区)，是指省人民政府界定的场所。', '动物饲养场'],
        ['本条例所称指定医院，是指经批准的医院。', '指定医院'],
        ['本条例所指亲近海洋活动，不包括在养殖区内的行为。'],
        ['本规定中的船舶工程系指船舶的建造、修理、改建、拆解等工程。', '船舶工程'],
      ],
    ],
    [
      'of several names',
      [
        ['本办法所称古树,是指树龄在百年以上的树木;名木,是指树种珍贵的树木。', '古树', '名木？'],
        ['本法所称中小企业，是指规模较小的企业；所称大型企业，是指中小企业以外的企业。', '中小企业', '大型企业'],
        ['本条例所称甲遗址、乙遗址，分别是指夏、商朝代的都城遗址。', '甲遗址', '乙遗址'],
        ['本条例所称信用，是指自然人、法人（以下统称信息主体）履行义务的状态。', '信用', '（信息主体）'],
        ['本条例所称科学技术普及（以下简称科普）是指普及科学技术知识的活动。', '科学技术普及', '（科普）'],
        ['本解释所称‘医疗产品’包括药品、消毒产品等。', '医疗产品'],
      ],
    ],
    [
      'without 本条例所称',
      [
        ['地方志书，是指全面系统地记述本行政区域历史与现状的资料性文献。', '地方志书？'],
        ['归侨是指回国定居的华侨。华侨是指定居在国外的中国公民。', '归侨？', '华侨？'],
        ['电子出版物，是指以数字代码方式将信息存储在介质上的出版物。', '电子出版物？'],
        ['可回收物，指适宜回收的生活垃圾，主要包括废纸等。', '可回收物？'],
      ],
    ],
    [
      'that explain the words of another provision',
      [
        ['前款所称船舶，包括各类机动、非机动船舶以及其他水上移动装置。', '船舶？'],
        ['刑法第一百四十条规定的“以假充真”，是指以不具有某种使用性能的产品冒充的行为。', '以假充真？'],
        ['著作权法第三十三条第二款规定的转载，是指登载其他报刊已发表作品的行为。', '转载？'],
        ['商标法所称相关公众，是指与商品有关的消费者和经营者。', '相关公众？'],
        ['本条第一款所称不知道，是指实际不知道且不应当知道。', '不知道？'],
      ],
    ],
    [
      'by 以下简称',
      [
        ['在保税区内设立的企业(以下简称区内企业)，应当注册。', '（区内企业）'],
        ['甲、乙（以下统称“企业”），应当履行责任。', '（企业）'],
        ['农业农村主管部门（以下称主管部门）负责监督。', '（主管部门）'],
        ['国际邮件互换局(含快递公司，以下简称邮局)实施检疫。', '（邮局）'],
        ['前款所列单位，以下统称用人单位；前款所列人员，以下统称职工。', '（用人单位）', '（职工）'],
        ['红旧址、设施或者场所（以下简称旧址、设施或者场所）设置标识。', '（旧址、设施或者场所）'],
        ['甲局、乙局（以下分别简称市局、区局）负责。', '（市局）', '（区局）'],
        ['根据《中华人民共和国母婴保健法》（以下简称母婴保健法），制定本办法。'],
        ['根据《甲条例》（以下简称《条例》），制定本办法。'],
        ['私人小客车合乘（也称拼车、顺风车）。'],
      ],
    ],
    [
      'only: what else has their words is none',
      [
        ['镇人民政府指导、督促物业服务人开展工作。'],
        ['居民委员会应当设置专岗，指定专人负责。'],
        ['前款所称重大差异，可以参照有关规定认定。'],
        ['本法所称以上、以下、以内，包括本数。'],
        ['本法中“五日”的规定是指工作日，不含节假日。'],
        ['违反本条例所称义务的，责令改正。'],
        ['滥用职权，指使部属进行违反职责的活动，造成严重后果的，处五年以下有期徒刑。'],
        ['国家工作人员应当遵守规定，不得泄露，是指导原则。'],
      ],
    ],
  ];
  for (const [title, sentences] of cases) {
    describe(title, () => {
      for (const [sentence, ...names] of sentences) {
        it(sentence, () => assert.deepEqual(defined(sentence), names));
      }
    });
  }

  it('are the items of a list of terms, and paragraphs behind it', () => {
    const items =
      '本条例下列用语的含义：\n（一）快速路，是指设有中央分隔带的道路。\n（二）“留验”指收留检查。\n（三）油类：烃类矿物油。';
    assert.deepEqual(defined(items), ['快速路', '留验', '油类']);
    const paragraphs = '本条例下列用语的含义：\n道路附属设施，包括路名牌、护栏。\n快速路，是指城市道路。';
    assert.deepEqual(defined(paragraphs), ['道路附属设施', '快速路']);
    assert.deepEqual(defined('著作权法和本条例中下列作品的含义：\n（一）文字作品，是指小说；'), ['文字作品？']);
  });

  it('reach to the end of their sentence, or over the items below it', () => {
    const tree = SyntaxTree.parse(
      '第二条　本条例所称甲物，是指丙。应当保护。\n本条例所称乙物，包括：\n（一）丁；\n（二）戊。\n己。\n',
    );
    assert.deepEqual(
      termsOf(tree).all.map(({ definition: { start, end } }) => tree.text.slice(start, end)),
      ['本条例所称甲物，是指丙。', '本条例所称乙物，包括：\n（一）丁；\n（二）戊。'],
    );
  });
});

describe('the scope of a term', () => {
  const text = (definition: string): string => `
    某某条例
    第一章　总则
    第一条　甲。
    第二章　管理
    第一节　许可
    第二条　${definition}
    戊。
    第三条　乙。
    第二节　处罚
    第四条　丙。
  `;
  const cases: [definition: string, ...lines: string[]][] = [
    ['本条例所称许可，是指同意。', '1–10'],
    ['本章所称许可，是指同意。', '4–10'],
    ['本节所称许可，是指同意。', '5–8'],
    ['本条所称许可，是指同意。', '6–7'],
    ['前款所称许可，是指同意。', '6–7'],
    ['本章下列用语的含义：\n    （一）许可，是指同意。', '4–11'],
    ['本条例第四条所称许可，是指同意。', '10–10', '6–7'],
    ['主管部门（本章简称部门）负责。', '4–10'],
    ['主管部门（以下简称部门）负责。', '1–10'],
  ];
  for (const [definition, ...lines] of cases) {
    it(definition.split('\n')[0] ?? '', () => assert.deepEqual(scope(text(definition)), lines));
  }

  it('binds a use to the narrowest one', () => {
    const source = `
      第一章　运输
      第一条　本章所称承运人，是指运货的人。
      第二条　承运人甲。
      第二章　旅客
      第三条　本章所称承运人，是指运人的人。
      第四条　承运人乙。
    `;
    assert.deepEqual(uses(source, '承运人', 0), ['3: 条　【承运人】']);
    assert.deepEqual(uses(source, '承运人', 1), ['6: 条　【承运人】']);
  });
});

describe('uses of a term', () => {
  it('are all in its scope, those in headings and their table too, not its definition', () => {
    const source = `
      志愿服务条例
      目录
      第一章　志愿者
      第一章　志愿者
      第一条　本条例所称志愿者，是指自然人；志愿者自愿。
      第二条　志愿者享有权利。
    `;
    assert.deepEqual(uses(source), [
      '3: 章　【志愿者】',
      '4: 章　【志愿者】',
      '5: 人；【志愿者】',
      '6: 条　【志愿者】',
    ]);
  });

  it('are not parts of a longer term, of a title, or of what is not meant', () => {
    const source = `
      第一条　本条例所称机动车，是指车辆；机动车所有人，是指登记的人。
      第二条　机动车所有人应当登记。
      第三条　非机动车除外；依照《机动车管理办法》。
      第四条　机动车上路。
    `;
    assert.deepEqual(uses(source), ['4: 条　【机动车】']);
  });

  it('are not words that only come together in a comparison', () => {
    const text = `
      某某解释
      第一条　将与他人注册商标相同的文字作为字号，或者和该商标相同的，停止使用。
      第二条　本解释所称商标相同，是指两者在视觉上基本无差别。
      第三条　认定商标相同，以公众的注意力为标准；商品与服务不同而商标相同的，另行认定。
    `;
    assert.deepEqual(uses(text), ['4: 认定【商标相同】', '4: 同而【商标相同】']);
  });

  it('of a short name are not the full form, nor another body of the kind', () => {
    const source = `
      第一条　市城市管理行政主管部门（以下简称主管部门）负责。
      第二条　市主管部门会同交通运输主管部门、其他主管部门、城市管理行政主管部门办理。
      第三条　报主管部门备案。
    `;
    assert.deepEqual(uses(source), ['2: 　市【主管部门】', '3: 　报【主管部门】']);
    const insurance = `
      第一条　社会保险费（以下简称保险费）按月缴纳。
      第二条　社会保险费的保险费率。
    `;
    assert.deepEqual(uses(insurance), ['2: 费的【保险费】']);
  });

  it('of a short name that is a common word begin where it is given', () => {
    const source = `
      目录
      第一章　企业
      第一章　企业
      第一条　为了保护企业，制定本条例。
      第二条　乡村集体所有制企业（以下简称企业）应当登记。
      第三条　企业应当报告。
    `;
    assert.deepEqual(uses(source), ['2: 章　【企业】', '3: 章　【企业】', '6: 条　【企业】']);
    // A word that was made up has no other meaning.
    assert.deepEqual(uses('第三条　用工单位。\n第四条　用工的单位（以下称用工单位）登记。'), ['1: 条　【用工单位】']);
  });

  it('are known to be none', () => {
    const tree = SyntaxTree.parse(
      '第一条　本条例所称甲物，是指丙，甲物除外；乙物（以下简称乙）是物。\n第二条　乙物。\n',
    );
    assert.deepEqual(
      termsOf(tree)
        .unused()
        .map(({ name }) => name),
      ['甲物'],
    );
  });
});
