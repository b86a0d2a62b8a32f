import assert from 'node:assert/strict';
import { Library } from '../../server/src/library/library.js';
import { dedent } from '../support/render.js';
import { drawMentions } from '../support/targets.js';

/** A regulation for the sentences to stand in: article 9 has two paragraphs, article 10 items, article 11 both. */
const FRAME = dedent(`
  示例条例
  第一章　总则
  第八条　甲。
  第二章　管理
  第一节　许可
  第九条　甲。
  乙。
  第十条　下列行为：
  （一）甲；
  （二）乙。
  第十一条　甲。
  下列行为：
  （一）甲；
  （二）乙；
  （三）丙。
  丁。
`);

/** What a sentence cites that stands as an article of its own, 第十二条, in the second section of chapter two. */
function cites(...paragraphs: string[]): string[] {
  return drawMentions(`${FRAME}\n第二节　处罚\n第十二条　${paragraphs.join('\n')}`);
}

describe('citations of provisions', () => {
  for (const [sentence, ...expected] of [
    ['违反本条例第十一条第二款第一项的规定。', '第十一条第二款第一项 → 11条2款1项'],
    ['违反第九条第二款规定的。', '第九条第二款 → 9条2款'],
    // Lists.
    ['依照第九条第一款、第二款和第十一条处理。', '第九条第一款 → 9条1款', '第二款 → 9条2款', '第十一条 → 11条'],
    ['违反第八条、第九条或者第十条的。', '第八条 → 8条', '第九条 → 9条', '第十条 → 10条'],
    ['有第十条第（一）、（二）项行为的。', '第十条第（一） → 10条1款1项', '（二）项 → 10条1款2项'],
    ['有第十条第一、二项行为的。', '第十条第一 → 10条1款1项', '二项 → 10条1款2项'],
    ['有第十一条第二款第一项、第三项行为的。', '第十一条第二款第一项 → 11条2款1项', '第三项 → 11条2款3项'],
    [
      '有第十一条第二款第（一）（二）（三）项行为的。',
      '第十一条第二款第（一） → 11条2款1项',
      '（二） → 11条2款2项',
      '（三）项 → 11条2款3项',
    ],
    [
      '违反第十一条第二款第一、二项和第三款规定的。',
      '第十一条第二款第一 → 11条2款1项',
      '二项 → 11条2款2项',
      '第三款 → 11条3款',
    ],
    // Ranges.
    ['依照第八条至第十条处理。', '第八条 → 8条', '第十条 → 至10条'],
    ['依照第八至十条处理。', '第八 → 8条', '十条 → 至10条'],
    ['有第十一条第二款第一项至三项行为的。', '第十一条第二款第一项 → 11条2款1项', '三项 → 至11条2款3项'],
    // An item without its paragraph: the only paragraph, or the only one that has items.
    ['有第十条第二项行为的。', '第十条第二项 → 10条1款2项'],
    ['有第十一条第三项行为的。', '第十一条第三项 → 11条2款3项'],
    ['有第十条（二）项行为的。', '第十条（二）项 → 10条1款2项'],
    // Containers.
    ['依照第一章的规定。', '第一章 → 1章'],
    ['依照第二章第一节的规定。', '第二章第一节 → 2章1节'],
    ['适用本章第一节的规定。', '本章第一节 → 2章1节'],
    ['依照本章规定。', '本章 → 2章'],
    ['依照本节规定。', '本节 → 2章2节'],
    ['依照第一节规定。', '第一节 → 2章1节'],
    ['本章第九条至第十一条所列行为。', '本章第九条 → 9条', '第十一条 → 至11条'],
    // Slips that read one way only.
    ['违反本条列第九条的。', '第九条 → 9条'],
    ['违反本条例九条第一款的。', '九条第一款 → 9条1款'],
    ['违反第9条第2款的。', '第9条第2款 → 9条2款'],
    ['违反第9条第2条的。', '第9条第2条 → 9条2款'],
  ] as const) {
    it(sentence, () => {
      assert.deepEqual(cites(sentence), expected);
    });
  }

  for (const [name, paragraphs, expected] of [
    ['前款 is the paragraph right before', ['甲。', '违反前款规定的。'], ['前款 → 12条1款']],
    ['前两款 is two paragraphs', ['甲。', '乙。', '违反前两款规定的。'], ['前两款 → 12条1款、12条2款']],
    [
      '前款 in an item counts from the paragraph of the item',
      ['甲。', '下列：', '（一）依照前款规定；'],
      ['前款 → 12条1款'],
    ],
    [
      '前款第二项',
      ['下列：', '（一）甲；', '（二）乙。', '违反前款第二项、第一项的。'],
      ['前款第二项 → 12条1款2项', '第一项 → 12条1款1项'],
    ],
    [
      'behind 规定的 the items are the paragraph’s',
      ['下列：', '（一）甲；', '（二）乙。', '前款规定的第二项。'],
      ['前款 → 12条1款', '第二项 → 12条1款2项'],
    ],
    ['前款 with nothing before it', ['违反前款规定的。'], ['前款 → 无']],
    ['前两款 with too few before it', ['甲。', '违反前两款规定的。'], ['前两款 → 无']],
    ['前项 is the item before', ['下列：', '（一）甲；', '（二）前项规定以外的。'], ['前项 → 12条1款1项']],
    ['前两项', ['下列：', '（一）甲；', '（二）乙；', '（三）前两项以外的。'], ['前两项 → 12条1款1项、12条1款2项']],
    ['前三项 of something else is none', ['对前三项污染物征收。'], []],
    ['前条', ['依照前条第二款规定。'], ['前条第二款 → 11条2款']],
    ['前两条', ['依照前两条规定。'], ['前两条 → 10条、11条']],
    ['本条第二款', ['甲。', '乙。', '依照本条第二款。'], ['本条第二款 → 12条2款']],
    ['本条前两款', ['甲。', '乙。', '依照本条前两款。'], ['本条前两款 → 12条1款、12条2款']],
    ['第十一条前两款', ['依照第十一条前两款。'], ['第十一条前两款 → 11条1款、11条2款']],
    ['本款', ['甲。', '不符合本款规定的。'], ['本款 → 12条2款']],
    [
      '本条（一）、（二）',
      ['下列：', '（一）甲；', '（二）乙。', '本条（一）、（二）所列。'],
      ['本条（一） → 12条1款1项', '（二） → 12条1款2项'],
    ],
    ['bare 第二款 is this article’s', ['甲。', '乙。', '依照第二款。'], ['第二款 → 12条2款']],
    ['bare 第一项 is this paragraph’s', ['下列：', '（一）甲；', '（二）有第一项情形的。'], ['第一项 → 12条1款1项']],
    [
      'bare 第一项 is the paragraph’s above that has items',
      ['下列：', '（一）甲。', '有第一项情形的。'],
      ['第一项 → 12条1款1项'],
    ],
    [
      'bare items behind an article that has them are that article’s',
      ['违反第十一条规定，有第一项行为的，警告；有第三项行为的，罚款。'],
      ['第十一条 → 11条', '第一项 → 11条2款1项', '第三项 → 11条2款3项'],
    ],
    [
      '违反第一项 in a list of penalties is the duty’s',
      ['违反第十条规定的，按照下列规定处罚：', '（一）违反第一项规定的，警告；', '（二）违反第二项规定的，罚款。'],
      ['第十条 → 10条', '第一项 → 10条1款1项', '第二项 → 10条1款2项'],
    ],
    ['该款', ['违反第九条第一款的，依照该款处理。'], ['第九条第一款 → 9条1款', '该款 → 9条1款']],
    ['同条第二款', ['违反第九条第一款的，依照同条第二款处理。'], ['第九条第一款 → 9条1款', '同条第二款 → 9条2款']],
  ] as const) {
    it(name, () => {
      assert.deepEqual(cites(...paragraphs), expected);
    });
  }

  for (const sentence of [
    '第一届人民代表大会第2号公告。',
    '有下列情形之一的，依照上述规定处理。',
    '该项工作由该项目的负责人、该条款的当事人承担。',
    '具备基本条件的，利用资本项目，以文本编制。',
    '合同条款、合同章和本章程另有约定的。',
    '依照香港法例第178章作出的。',
    '提前款项、目前项目。',
  ]) {
    it(`finds no citation in ${sentence}`, () => {
      assert.deepEqual(cites(sentence), []);
    });
  }

  it('means by 第一项 the list 1. 2. of a paragraph that has no items', () => {
    const library = new Library();
    library.setFile('file:///a', '示例规定\n第一条　管辖：\n1.甲；\n2.乙。\n第二条　第一条所列第2项案件。');
    const document = library.document('file:///a');
    assert.ok(document);
    const [, item] = library.citationsOf(document).mentions;
    assert.ok(item);
    const resolution = library.resolve(document, item);
    assert.equal(resolution.state === 'found' && resolution.places[0]?.node.text, '2.乙。');
  });

  it('counts what is written: a list does not inherit a paragraph that was filled in', () => {
    const text = dedent(`
      示例条例
      第一条　下列：
      （一）甲；
      另有规定的：
      （四）乙；
      （五）丙。
      第二条　未按照第一条第一项和第五项公示的。
    `);
    assert.deepEqual(drawMentions(text), ['第一条第一项 → 1条1款1项', '第五项 → 1条2款5项']);
  });
});

describe('citations of instruments', () => {
  for (const [sentence, ...expected] of [
    [
      '依照《中华人民共和国土地管理法》第七十三条和《土地管理法实施条例》第三十八条处罚。',
      '《中华人民共和国土地管理法》 → 《中华人民共和国土地管理法》',
      '第七十三条 → 《中华人民共和国土地管理法》73条',
      '《土地管理法实施条例》 → 《中华人民共和国土地管理法实施条例》',
      '第三十八条 → 《中华人民共和国土地管理法实施条例》38条',
    ],
    [
      '专利法第十八条、第十九条第一款或者本条例第九条。',
      '专利法 → 《中华人民共和国专利法》',
      '第十八条 → 《中华人民共和国专利法》18条',
      '第十九条第一款 → 《中华人民共和国专利法》19条1款',
      '第九条 → 9条',
    ],
    ['根据宪法和本条例第八条。', '宪法 → 《中华人民共和国宪法》', '第八条 → 8条'],
    ['根据国务院《工伤保险条例》制定。', '《工伤保险条例》 → 《工伤保险条例》'],
    [
      '依照《关于修改〈中华人民共和国刑法〉的决定（试行）》。',
      '《关于修改〈中华人民共和国刑法〉的决定（试行）》 → 《关于修改〈中华人民共和国刑法〉的决定（试行）》',
    ],
    ['公司法人、仲裁法庭、合同法律关系、海关法规不是法律。'],
    ['伪造《卫生许可证》、《营业执照》和《处罚决定书》，或者在《法制日报》公告的。'],
    [
      '违反《企业破产法》，依照该法第二条处理。',
      '《企业破产法》 → 《中华人民共和国企业破产法》',
      '该法 → 《中华人民共和国企业破产法》',
      '第二条 → 《中华人民共和国企业破产法》2条',
    ],
    [
      '刑法第三百八十九条行贿罪、第三百九十三条单位行贿罪。',
      '刑法 → 《中华人民共和国刑法》',
      '第三百八十九条 → 《中华人民共和国刑法》389条',
      '第三百九十三条 → 《中华人民共和国刑法》393条',
    ],
    [
      '民法典第一百九十五条规定中断后，再次出现第一百九十五条规定的事由。',
      '民法典 → 《中华人民共和国民法典》',
      '第一百九十五条 → 《中华人民共和国民法典》195条',
      '第一百九十五条 → 《中华人民共和国民法典》195条',
    ],
    ['依照工伤保险条例第十四条认定。', '工伤保险条例 → 《工伤保险条例》', '第十四条 → 《工伤保险条例》14条'],
    [
      '民法典第二编至第七编有规定的。',
      '民法典 → 《中华人民共和国民法典》',
      '第二编 → 《中华人民共和国民法典》2编',
      '第七编 → 至《中华人民共和国民法典》7编',
    ],
  ] as const) {
    it(sentence, () => {
      assert.deepEqual(cites(sentence), expected);
    });
  }

  it('completes the items of an instrument whose text is at hand', () => {
    const other = '工伤保险条例\n第十四条　甲。\n下列：\n（一）乙；\n（二）丙。';
    assert.deepEqual(
      drawMentions('第一条　《工伤保险条例》第十四条第二项。', [other])[1],
      '第十四条第二项 → 《工伤保险条例》14条2款2项',
    );
    assert.deepEqual(
      drawMentions('第一条　《工伤保险条例》第十四条第二项。')[1],
      '第十四条第二项 → 《工伤保险条例》14条2项',
    );
  });

  it('finds the part that is called 分则', () => {
    const text =
      '示例法\n第一编　总则\n第一章　甲\n第一条　依照分则第一章第一节处罚。\n第二编　分则\n第一章　乙\n第一节　丙\n第二条　丁。';
    assert.deepEqual(drawMentions(text), ['第一章第一节 → 2编1章1节']);
  });

  it('knows the part that a file holds', () => {
    assert.deepEqual(
      drawMentions('中华人民共和国民法典\n人格权编\n第一章　一般规定\n第九百八十九条　本编和本法第一编。'),
      ['本编 → 4编', '第一编 → 1编'],
    );
  });

  it('reads notes and preambles, but not the title', () => {
    assert.deepEqual(
      drawMentions(
        '实施《土地管理法》办法\n（根据2020年1月1日《关于修改〈实施《土地管理法》办法〉的决定》修正）\n为了实施土地管理法，制定本办法。\n第一条　甲。',
      ),
      [
        '《关于修改〈实施《土地管理法》办法〉的决定》 → 《关于修改〈实施〈土地管理法〉办法〉的决定》',
        '土地管理法 → 《中华人民共和国土地管理法》',
      ],
    );
  });

  it('leaves a table of Hong Kong’s laws and headings that lost their line break alone', () => {
    assert.deepEqual(cites('追究刑事责任。第六章附则。 第四十条 本条例施行。'), []);
  });
});

describe('aliases', () => {
  for (const [name, text, expected] of [
    [
      'with 《》 are cited with 《》',
      '根据《甲市乙条例》（以下简称《条例》），制定条例，依照《条例》第三条。',
      ['《甲市乙条例》 → 《甲市乙条例》', '《条例》 → 《甲市乙条例》', '第三条 → 《甲市乙条例》3条'],
    ],
    [
      'without 《》 are cited bare',
      '根据《伯尔尼保护文学和艺术作品公约》（以下称伯尔尼公约），伯尔尼公约第二条。',
      [
        '《伯尔尼保护文学和艺术作品公约》 → 《伯尔尼保护文学和艺术作品公约》',
        '伯尔尼公约 → 《伯尔尼保护文学和艺术作品公约》',
        '第二条 → 《伯尔尼保护文学和艺术作品公约》2条',
      ],
    ],
    [
      'may stand between a title and its article',
      '依照《甲条例》(以下简称《甲》)第十一条。',
      ['《甲条例》 → 《甲条例》', '第十一条 → 《甲条例》11条'],
    ],
    [
      'may be several at once',
      '《甲条例》和《乙规定》（以下分别简称《条例》和《规定》）。《规定》第一条、《条例》第二条。',
      [
        '《甲条例》 → 《甲条例》',
        '《乙规定》 → 《乙规定》',
        '《规定》 → 《乙规定》',
        '第一条 → 《乙规定》1条',
        '《条例》 → 《甲条例》',
        '第二条 → 《甲条例》2条',
      ],
    ],
    [
      'may be in quotes, with 下称 or 简称',
      '《甲条例》（下称“甲条”）和《乙规定》（简称乙规）。甲条第一条、乙规第二条。',
      [
        '《甲条例》 → 《甲条例》',
        '《乙规定》 → 《乙规定》',
        '甲条 → 《甲条例》',
        '第一条 → 《甲条例》1条',
        '乙规 → 《乙规定》',
        '第二条 → 《乙规定》2条',
      ],
    ],
    ['of other things are none', '科学技术普及（以下简称科普）工作，科普经费。', []],
    [
      'of a statute give its full title',
      '《土地管理法》（以下简称土地法）第二条，土地法第三条。',
      [
        '《土地管理法》 → 《中华人民共和国土地管理法》',
        '第二条 → 《中华人民共和国土地管理法》2条',
        '土地法 → 《中华人民共和国土地管理法》',
        '第三条 → 《中华人民共和国土地管理法》3条',
      ],
    ],
  ] as const) {
    it(name, () => {
      assert.deepEqual(cites(text), expected);
    });
  }
});

describe('an amending decision', () => {
  it('speaks of what it amends, but of itself by 本决定', () => {
    const text = dedent(`
      关于修改《甲条例》的决定
      一、将第三条修改为：“违反本条例第五条的，依照前款处理。”
      二、本决定第一条自公布之日起施行。
    `);
    assert.deepEqual(drawMentions(text), [
      '第三条 → 《甲条例》3条',
      '第五条 → 《甲条例》5条',
      '前款 → 《甲条例》',
      '第一条 → 1条',
    ]);
  });

  it('of the Criminal Law speaks of it', () => {
    assert.deepEqual(
      drawMentions('中华人民共和国刑法修正案（七）\n一、第三款修改为：\n二、在第十条后增加一条。')[1],
      '第十条 → 《中华人民共和国刑法》10条',
    );
  });

  it('of several instruments speaks of the one named last', () => {
    const text = dedent(`
      关于修改《甲规定》等二件规定的决定
      一、修改《甲规定》
      1.将第三条修改为：“乙。”
      二、修改《丙规定》
      1.删去第四条。
    `);
    assert.deepEqual(
      drawMentions(text).filter((line) => line.startsWith('第')),
      ['第三条 → 《甲规定》3条', '第四条 → 《丙规定》4条'],
    );
  });
});
