import assert from 'node:assert/strict';
import { citationsOf } from '../../server/src/citations/citations.js';
import { parentLaws } from '../../server/src/citations/parentLaws.js';
import { SyntaxTree } from '../../server/src/syntax/tree.js';

/** The words that name parent laws in a text. */
function parents(text: string): string[] {
  const { mentions } = citationsOf(SyntaxTree.parse(text));
  return parentLaws(text, mentions).map(({ start, end }) => text.slice(start, end));
}

/** A sentence of law, and what its instrument was made under. */
const SENTENCES: [sentence: string, expected: string[]][] = [
  ['第一条　为了保障公民权利，根据宪法，制定本法。', ['宪法']],
  [
    '第一条　为了加强铁路安全管理，根据《中华人民共和国铁路法》、《铁路安全管理条例》等法律、行政法规，结合本市实际，制定本条例。',
    ['《中华人民共和国铁路法》', '《铁路安全管理条例》'],
  ],
  [
    '第一条　根据《中华人民共和国民族区域自治法》和《城市供水条例》以及有关法律、法规，结合本自治区实际，制定本条例。',
    ['《中华人民共和国民族区域自治法》', '《城市供水条例》'],
  ],
  ['第一条　根据国务院《城市供水条例》（以下简称《条例》）第三十八条的规定，制定本实施细则。', ['《城市供水条例》']],
  ['第一条　依照环境保护法、水污染防治法的有关规定，结合本省实际，制订本办法。', ['环境保护法', '水污染防治法']],
  ['第一条　为实施《中华人民共和国节约能源法》，结合本市实际，制定本办法。', ['《中华人民共和国节约能源法》']],
  [
    '第一条　为了保证《中华人民共和国土地管理法》的贯彻实施，结合本省实际，制定本办法。',
    ['《中华人民共和国土地管理法》'],
  ],
  [
    '为依法惩治犯罪，根据《中华人民共和国刑法》《中华人民共和国刑事诉讼法》的有关规定，现就办理此类案件适用法律的若干问题解释如下：\n第一条　甲。',
    ['《中华人民共和国刑法》', '《中华人民共和国刑事诉讼法》'],
  ],
  // What is interpreted beside is not what the interpretation rests on.
  [
    '根据《中华人民共和国民法典》等法律规定，就《中华人民共和国保险法》中关于人身保险的问题解释如下：',
    ['《中华人民共和国民法典》'],
  ],
  [
    '第一条　根据《中华人民共和国价格法》，参照《价格违法行为行政处罚规定》，制定本规定。',
    ['《中华人民共和国价格法》'],
  ],
  // One law twice is one parent.
  ['根据《中华人民共和国刑法》第三条和《中华人民共和国刑法》第五条的规定，制定本规定。', ['《中华人民共和国刑法》']],
  // No clause, or one that names nothing.
  ['第一条　根据有关法律、法规，结合本市实际，制定本条例。', []],
  ['第一条　为了加强养犬管理，根据《》等法律，制定本规定。', []],
  ['第九条　实施办法由省人民政府根据《城市供水条例》制定。', []],
  ['第九条　违反《城市供水条例》的，依照《中华人民共和国行政处罚法》处罚。', []],
  // A sentence before the clause does not belong to it.
  ['依照《城市供水条例》收取水费。为了节约用水，制定本办法。', []],
  // A decision is not made under the law of what it amends.
  ['一、将第一条修改为：“为了加强管理，根据《中华人民共和国水法》，制定本条例。”', []],
];

describe('parent laws', () => {
  for (const [sentence, expected] of SENTENCES) {
    it(sentence, () => assert.deepEqual(parents(`某规定\n${sentence}`), expected));
  }

  it('are those of the first clause', () => {
    const text = [
      '某市供水办法',
      '第一条　根据《城市供水条例》，制定本办法。',
      '第二条　水厂根据《水厂管理办法》作如下规定：',
    ].join('\n');
    assert.deepEqual(parents(text), ['《城市供水条例》']);
  });

  it('are found in time on a text without full stops', () => {
    const text = `第一条　${'根据《城市供水条例》作如下规定，参照'.repeat(3000)}`;
    assert.deepEqual(parents(text), ['《城市供水条例》']);
  });
});
