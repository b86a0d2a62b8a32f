import assert from 'node:assert/strict';
import { runChecks } from '../../server/src/checks/registry.js';
import { fixture } from '../support/fixture.js';

/** What is reported in a sentence of the first article: the code, and the words that are marked. */
const marked = (sentence: string, title = '某市供水规定'): unknown => {
  const { library, document } = fixture(`${title}\n第一条 ${sentence}`);
  return runChecks({ library, document }, { severityOf: ({ severity }) => (severity === 'off' ? 'hint' : severity) })
    .filter(({ code }) => !code.startsWith('citation/not-in'))
    .map(({ code, span }) => `${code} ${document.text.slice(span.start, span.end)}`);
};

describe('rules on words', () => {
  const exceptions: readonly (readonly [why: string, sentence: string])[] = [
    ['帐 of cloth', '向抗旱人员发放蚊帐、帐篷，搭建营帐。'],
    ['应 in other words', '突发事件应对、应急供应、相应的责任、适应需要、反应及时、对应由其承担的部分。'],
    [
      '不许可, 不准予, 不准许 and decisions',
      '作出不许可、不准予延续、不准许撤诉的决定；判决不准离婚的；依法不准上诉的判决。',
    ],
    ['what follows where a permit is not given', '批准转让的，发给证书。不准转让的，应当说明理由。'],
    ['民族成份', '不得因民族成份歧视他人。'],
    ['自发布后', '信息发布之日起三日内更正。'],
    ['之外 in front of what it is part of', '不得携带除导盲犬之外的犬只进入学校。'],
    ['之外 of places', '在保护区域之外从事活动的，除法律另有规定外，不受限制。'],
    ['和 at the beginning of a word', '促进公平、和谐，尊重自愿、和解。'],
    ['及时 and 及其', '应当准确、及时、全面。'],
    ['titles', '《关于执行其它办法应该注意的帐目问题的通知》同时废止。'],
    ['ages that are not limits', '年龄每增加一岁，补贴增加一元；五岁以下儿童死亡率下降。'],
    ['dates', '自2024年1月30日起，每年3月1日至12日开展宣传。'],
    ['a list that ends with 等', '水厂、管道等设施。'],
    ['上款 of another word', '向以上款项的收款人退还。'],
    ['第三条 at the head of a compound', '第三条路线、第四项目部。'],
  ];
  for (const [why, sentence] of exceptions) {
    it(`leave alone ${why}`, () => assert.deepEqual(marked(sentence), []));
  }

  it('find a prohibition at the head of a sentence', () => {
    assert.deepEqual(marked('不准对务工人员子女入学设置附加条件，禁止收取费用。'), ['wording/buzhun 不准']);
    assert.deepEqual(marked('房屋施工除执行有关规定之外，还应当围挡。'), ['wording/chu-zhiwai 之外']);
    assert.deepEqual(marked('未满十八岁的人不得从事制水作业。'), ['wording/zhousui 岁']);
  });

  it('look into several places of one sentence', () => {
    assert.deepEqual(marked('供水单位应该做出决定，建立台帐。'), [
      'wording/yinggai 应该',
      'wording/zuochu 做出',
      'wording/zhang 帐',
    ]);
  });

  it('leave alone the wording that an amendment replaces', () => {
    const title = '关于修改《某市供水规定》的决定';
    assert.deepEqual(marked('将第三条中的“应该”修改为“应当”，删去第四条中的“其它”。', title), []);
    assert.deepEqual(marked('将第三条中的“应当”修改为“应该”。', title), ['wording/yinggai 应该']);
  });

  it('read bounds in Chinese and in Arabic numerals', () => {
    const reversed = (sentence: string): unknown =>
      (marked(sentence) as string[]).filter((each) => each.startsWith('numerals/reversed'));
    assert.deepEqual(reversed('处五千元以上一万元以下罚款，或者五日以上十五日以下拘留。'), []);
    assert.deepEqual(reversed('处一亿五千万元以上二亿元以下罚款。'), []);
    assert.deepEqual(reversed('处二十万元以上五万元以下罚款。'), ['numerals/reversed-bounds 二十万元以上五万元']);
    assert.deepEqual(reversed('处5万元以上3000元以下罚款。'), ['numerals/reversed-bounds 5万元以上3000元']);
    assert.deepEqual(reversed('处三万元以上三万元以下罚款。'), ['numerals/reversed-bounds 三万元以上三万元']);
    assert.deepEqual(reversed('百分之五以上百分之三以下。'), []);
  });
});
